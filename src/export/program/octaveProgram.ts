import type { AxisPlan } from '../../engine/convolution/conv2dPlan';
import type { Matrix } from '../../engine/tensor';
import { formatById } from '../../literals/write/formats';
import { nameRules } from '../../literals/write/nameRules';
import { spelled } from '../../literals/write/spelling';
import { writeMatrix } from '../../literals/write/writeMatrix';
import { isAxisPadded } from './paddedAxes';
import { toleranceOf } from './tolerance';
import { programNames, type WorkedExample } from './workedExample';

const words =
  'padded weights expected feature_map difference rows cols conv2 rot90 zeros repmat min max abs mod isequaln isequal assert disp end ans';

/** The worked example in MATLAB and Octave, without toolboxes; `conv2` turns the kernel, so it is turned back first. */
export function octaveProgram(example: WorkedExample): string {
  const { plan } = example;
  const { height, width } = plan;
  const { input, kernel } = programNames(example, nameRules.matlab, words);
  const isDilated = height.dilation > 1 || width.dilation > 1;
  const strides = height.stride === 1 && width.stride === 1 ? [] : [strideLine(height, width)];
  return [
    octaveMatrix(input, example.input),
    octaveMatrix(kernel, example.kernel),
    '',
    ...octavePadding(example, input),
    ...(isDilated
      ? [
          `weights = zeros(${height.span}, ${width.span});`,
          `weights(1:${height.dilation}:end, 1:${width.dilation}:end) = ${kernel};`,
        ]
      : [`weights = ${kernel};`]),
    `feature_map = conv2(padded, ${plan.flip ? 'weights' : 'rot90(weights, 2)'}, 'valid');`,
    ...strides,
    '',
    octaveMatrix('expected', example.output),
    ...octaveCheck(example),
    'disp(feature_map)',
    '',
  ].join('\n');
}

function strideLine(height: AxisPlan, width: AxisPlan): string {
  return `feature_map = feature_map(1:${height.stride}:end, 1:${width.stride}:end);`;
}

function octaveMatrix(name: string, matrix: Matrix): string {
  return writeMatrix({ format: formatById('matlab'), tensor: matrix, name })!;
}

function octaveCheck(example: WorkedExample): readonly string[] {
  const tolerance = toleranceOf(example);
  if (tolerance === 0) return ['assert(isequaln(feature_map, expected))'];
  return [
    'assert(isequal(isnan(feature_map), isnan(expected)))',
    // Of equal infinities the difference is NaN, which max leaves out.
    `assert(max([0; abs(feature_map(:) - expected(:))]) <= ${tolerance})`,
  ];
}

function octavePadding({ plan }: WorkedExample, input: string): readonly string[] {
  const { height, width, fill } = plan;
  if (!isAxisPadded(height) && !isAxisPadded(width)) return [`padded = ${input};`];
  const inside = ({ before, inputSize }: AxisPlan) => `${before + 1}:${before + inputSize}`;
  if (fill.kind === 'zeros' || fill.kind === 'constant') {
    const sides = `${height.paddedSize}, ${width.paddedSize}`;
    const value = fill.kind === 'constant' ? spelled(fill.value, formatById('matlab').spelling) : undefined;
    return [
      value === undefined ? `padded = zeros(${sides});` : `padded = repmat(${value}, ${sides});`,
      `padded(${inside(height)}, ${inside(width)}) = ${input};`,
    ];
  }
  return [
    ...indexLines('rows', height, fill.kind),
    ...indexLines('cols', width, fill.kind),
    `padded = ${input}(rows, cols);`,
  ];
}

/** The input's row or column, counted from 1, that stands at each of the padded ones. */
function indexLines(
  name: string,
  axis: AxisPlan,
  fill: 'replicate' | 'reflect' | 'symmetric' | 'circular',
): readonly string[] {
  const { before, after, inputSize: size } = axis;
  const around = `${before === 0 ? 0 : -before}:${size + after - 1}`;
  if (fill === 'replicate') return [`${name} = min(max(${around}, 0), ${size - 1}) + 1;`];
  if (fill === 'circular') return [`${name} = mod(${around}, ${size}) + 1;`];
  const period = fill === 'symmetric' ? 2 * size : Math.max(2 * size - 2, 1);
  const mirror = fill === 'symmetric' ? period - 1 : period;
  return [`${name} = mod(${around}, ${period});`, `${name} = min(${name}, ${mirror} - ${name}) + 1;`];
}
