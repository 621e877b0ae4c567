import type { AxisPlan } from '../../engine/convolution/conv2dPlan';
import type { Matrix } from '../../engine/tensor';
import { formatById } from '../../literals/write/formats';
import { writeMatrix } from '../../literals/write/writeMatrix';
import { isAxisPadded } from './paddedAxes';
import { pythonNames, pythonNumber } from './pythonParts';
import { toleranceOf } from './tolerance';
import type { WorkedExample } from './workedExample';

/** The worked example with PyTorch's `F.pad` and `F.conv2d`, in double precision. */
export function pytorchProgram(example: WorkedExample): string {
  const { plan } = example;
  const { height, width } = plan;
  const { input, kernel } = pythonNames(example);
  const padded = torchPadding(example, input);
  const pairs = [
    height.stride === 1 && width.stride === 1 ? '' : `, stride=(${height.stride}, ${width.stride})`,
    height.dilation === 1 && width.dilation === 1 ? '' : `, dilation=(${height.dilation}, ${width.dilation})`,
  ].join('');
  const weights = plan.flip ? `${kernel}.flip(0, 1)` : kernel;
  return [
    'import torch',
    'import torch.nn.functional as F',
    '',
    torchTensor(input, example.input),
    torchTensor(kernel, example.kernel),
    '',
    ...padded,
    `feature_map = F.conv2d(padded, ${weights}[None, None]${pairs})[0, 0]`,
    '',
    torchTensor('expected', example.output),
    `torch.testing.assert_close(feature_map, expected, rtol=0, atol=${toleranceOf(example)}, equal_nan=True)`,
    'print(feature_map)',
    '',
  ].join('\n');
}

function torchTensor(name: string, matrix: Matrix): string {
  return writeMatrix({ format: formatById('torch'), tensor: matrix, name })!;
}

/** `padded` with batch and channel axes; what `F.pad` refuses is taken cell by cell. */
function torchPadding({ plan }: WorkedExample, input: string): readonly string[] {
  const { height, width, fill } = plan;
  if (!isAxisPadded(height) && !isAxisPadded(width)) return [`padded = ${input}[None, None]`];
  const sides = `(${width.before}, ${width.after}, ${height.before}, ${height.after})`;
  if (fill.kind === 'zeros') return [`padded = F.pad(${input}[None, None], ${sides})`];
  if (fill.kind === 'constant')
    return [`padded = F.pad(${input}[None, None], ${sides}, value=${pythonNumber(fill.value)})`];
  if (fill.kind !== 'symmetric' && [height, width].every((axis) => isWithin(axis, fill.kind)))
    return [`padded = F.pad(${input}[None, None], ${sides}, mode="${fill.kind}")`];
  return [
    ...indexLines('rows', height, fill.kind),
    ...indexLines('cols', width, fill.kind),
    `padded = ${input}[rows][:, cols][None, None]`,
  ];
}

function isWithin({ before, after, inputSize }: AxisPlan, fill: 'replicate' | 'reflect' | 'circular'): boolean {
  if (fill === 'replicate') return true;
  return Math.max(before, after) <= (fill === 'reflect' ? inputSize - 1 : inputSize);
}

/** The input's row or column that stands at each of the padded ones. */
function indexLines(
  name: string,
  axis: AxisPlan,
  fill: 'replicate' | 'reflect' | 'symmetric' | 'circular',
): readonly string[] {
  const { before, after, inputSize: size } = axis;
  const around = `torch.arange(-${before}, ${size + after})`;
  if (fill === 'replicate') return [`${name} = ${around}.clamp(0, ${size - 1})`];
  if (fill === 'circular') return [`${name} = ${around} % ${size}`];
  const period = fill === 'symmetric' ? 2 * size : Math.max(2 * size - 2, 1);
  const mirror = fill === 'symmetric' ? period - 1 : period;
  return [`${name} = ${around} % ${period}`, `${name} = torch.minimum(${name}, ${mirror} - ${name})`];
}
