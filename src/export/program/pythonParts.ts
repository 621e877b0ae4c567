import type { Matrix } from '../../engine/tensor';
import { formatById } from '../../literals/write/formats';
import { nameRules } from '../../literals/write/nameRules';
import { spelled } from '../../literals/write/spelling';
import { writeMatrix } from '../../literals/write/writeMatrix';
import { isAxisPadded } from './paddedAxes';
import { toleranceOf } from './tolerance';
import { programNames, type WorkedExample } from './workedExample';

/** Words that the Python programs use themselves. */
const words =
  'np F torch cv2 keras padded patches dilated weights expected feature_map rows cols convolve2d correlate2d sliding_window_view';

/** The names of input and kernel in a Python program. */
export function pythonNames(example: WorkedExample): ReturnType<typeof programNames> {
  return programNames(example, nameRules.python, words);
}

/** `name = np.array([[…]])`. */
export function numpyArray(name: string, matrix: Matrix): string {
  return writeMatrix({ format: formatById('numpy'), tensor: matrix, name })!;
}

/** A number as Python with NumPy writes it. */
export function pythonNumber(value: number): string {
  return spelled(value, formatById('numpy').spelling);
}

/** `padded = np.pad(…)`, and the name of what is padded then; circles go round as often as they have to. */
export function numpyPadding(
  { plan }: WorkedExample,
  input: string,
): { readonly lines: readonly string[]; readonly name: string } {
  if (!isAxisPadded(plan.height) && !isAxisPadded(plan.width)) return { lines: [], name: input };
  const { height, width, fill } = plan;
  const sides = `((${height.before}, ${height.after}), (${width.before}, ${width.after}))`;
  const modes = { replicate: 'edge', reflect: 'reflect', symmetric: 'symmetric' };
  const around = (axis: typeof height) => `np.arange(-${axis.before}, ${axis.inputSize + axis.after})`;
  switch (fill.kind) {
    case 'zeros':
      return { lines: [`padded = np.pad(${input}, ${sides})`], name: 'padded' };
    case 'constant': {
      // An array of integers would cut the constant's digits off.
      const value = pythonNumber(fill.value);
      return { lines: [`padded = np.pad(${input}.astype(float), ${sides}, constant_values=${value})`], name: 'padded' };
    }
    case 'circular':
      return {
        lines: [
          `rows, cols = ${around(height)}, ${around(width)}`,
          `padded = ${input}.take(rows, axis=0, mode="wrap").take(cols, axis=1, mode="wrap")`,
        ],
        name: 'padded',
      };
    default:
      return { lines: [`padded = np.pad(${input}, ${sides}, mode="${modes[fill.kind]}")`], name: 'padded' };
  }
}

/** The kernel with zeros between its taps and turned where it has to be, and the name of that. */
export function numpyWeights(
  { plan }: WorkedExample,
  kernel: string,
  isTurned: boolean,
): { readonly lines: readonly string[]; readonly name: string } {
  const { height, width } = plan;
  const taps = isTurned ? `${kernel}[::-1, ::-1]` : kernel;
  if (height.dilation === 1 && width.dilation === 1)
    return isTurned ? { lines: [`weights = ${taps}`], name: 'weights' } : { lines: [], name: kernel };
  return {
    lines: [
      `weights = np.zeros((${height.span}, ${width.span}))`,
      `weights[::${height.dilation}, ::${width.dilation}] = ${taps}`,
    ],
    name: 'weights',
  };
}

/** `[::2, ::2]`, empty where every cell is taken. */
export function pythonStrides({ height, width }: WorkedExample['plan']): string {
  return height.stride === 1 && width.stride === 1 ? '' : `[::${height.stride}, ::${width.stride}]`;
}

/** The recorded map and the check of `feature_map` against it. */
export function numpyCheck(example: WorkedExample, isTransformed = false): readonly string[] {
  const tolerance = toleranceOf(example, isTransformed);
  const check =
    tolerance === 0
      ? `np.testing.assert_array_equal(feature_map, expected)`
      : `np.testing.assert_allclose(feature_map, expected, rtol=0, atol=${tolerance})`;
  return [numpyArray('expected', example.output), check, 'print(feature_map)'];
}
