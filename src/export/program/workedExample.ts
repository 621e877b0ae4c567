import type { Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import type { Matrix } from '../../engine/tensor';
import { identifierOf, type NameRule } from '../../literals/write/identifier';
import type { MatrixNames } from '../../words/stepWords';

/** A convolution of one plane with one kernel, with everything that a program needs to repeat it and to check it. */
export interface WorkedExample {
  readonly input: Matrix;
  readonly kernel: Matrix;
  /** What the matrices are called where they come from. */
  readonly inputName: string | undefined;
  readonly kernelName: string | undefined;
  /** One batch, one channel, one group. */
  readonly plan: Conv2dPlan;
  readonly output: Matrix;
}

/** The names of the two matrices as their text has them. */
export function ownNames({ inputName, kernelName }: WorkedExample): MatrixNames {
  return { input: inputName, kernel: kernelName };
}

/** The names of the two matrices in a program, apart from each other and from the words that it uses itself. */
export function programNames(
  { inputName, kernelName }: WorkedExample,
  rule: NameRule,
  words: string,
): { readonly input: string; readonly kernel: string } {
  const ownRule = { ...rule, reserved: `${rule.reserved} ${words}` };
  const input = identifierOf(inputName ?? 'image', ownRule);
  const kernel = identifierOf(kernelName ?? 'kernel', ownRule);
  return input === kernel ? { input: 'image', kernel: 'kernel' } : { input, kernel };
}
