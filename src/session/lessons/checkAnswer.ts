import type { Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import { isPlanProblem } from '../../engine/planProblem';
import type { Matrix } from '../../engine/tensor';
import { type Expected, expectedAnswer } from './expectedAnswer';
import type { Given } from './givenAnswer';
import type { Answer, LensScene, Scene } from './lesson';
import { cellMistake, isNear, kernelMistake, type Mistake, paddingMistake, sizeMistake, usesMistake } from './mistakes';
import { sceneMap, scenePlan } from './scenePlan';

/** How an answer is: right; or wrong, with the mistake where it is known, by name or in the author's words. */
export type Verdict =
  | { readonly isRight: true }
  | { readonly isRight: false; readonly mistake: Mistake | undefined; readonly says: string | undefined };

/** Compares what was answered with what the engine makes of the scene. */
export function checkAnswer(answer: Answer, scene: Scene, given: Given): Verdict {
  const expected = expectedAnswer(answer, scene);
  const lens = scene.in === 'lens' ? scene : undefined;
  const plan = lens && scenePlan(lens);
  const planned = plan && !isPlanProblem(plan) ? plan : undefined;
  if (expected && isRight(answer, expected, given, lens, planned)) return { isRight: true };
  const mistake = lens && planned && expected && mistakeOf(answer, expected, given, lens, planned);
  return { isRight: false, mistake, says: saidBy(answer, given) };
}

function isRight(
  answer: Answer,
  expected: Expected,
  given: Given,
  scene: LensScene | undefined,
  plan: Conv2dPlan | undefined,
): boolean {
  switch (given.kind) {
    case 'size':
      return expected.kind === 'size' && given.rows === expected.rows && given.cols === expected.cols;
    case 'number':
      return expected.kind === 'number' && isNear(given.value, expected.value);
    case 'choice':
      return expected.kind === 'choice' && given.index === expected.index;
    case 'kernel': {
      if (expected.kind !== 'kernel') return false;
      const kernel = givenKernel(expected.matrix, given.values);
      if (isSame(kernel, expected.matrix)) return true;
      if (answer.kind !== 'kernel' || !answer.sameMap || !scene || !plan) return false;
      return isSame(sceneMap(plan, scene.input, kernel), sceneMap(plan, scene.input, expected.matrix));
    }
  }
}

/** The weights that were answered, as a kernel. */
export function givenKernel({ shape }: Matrix, values: readonly number[]): Matrix {
  return { shape, data: Float64Array.from(values) };
}

function isSame(one: Matrix, other: Matrix): boolean {
  return one.data.length === other.data.length && one.data.every((value, i) => isNear(value, other.data[i]!));
}

function mistakeOf(
  answer: Answer,
  expected: Expected,
  given: Given,
  scene: LensScene,
  plan: Conv2dPlan,
): Mistake | undefined {
  if (given.kind === 'size') return sizeMistake(plan, [given.rows, given.cols]);
  if (given.kind === 'kernel')
    return expected.kind === 'kernel' ? kernelMistake(expected.matrix, given.values) : undefined;
  if (given.kind !== 'number' || expected.kind !== 'number') return undefined;
  if (answer.kind === 'cell')
    return cellMistake({ plan, input: scene.input, kernel: scene.kernel, at: answer.at }, given.value);
  if (answer.kind !== 'number') return undefined;
  if (answer.of.of === 'padding') return paddingMistake(plan.height, answer.of.size, expected.value, given.value);
  return answer.of.of === 'uses' ? usesMistake(plan, given.value) : undefined;
}

function saidBy(answer: Answer, given: Given): string | undefined {
  if (answer.kind === 'choice' && given.kind === 'choice') return answer.options[given.index]?.says;
  if (answer.kind !== 'number' || given.kind !== 'number') return undefined;
  return answer.wrong.find(({ value }) => isNear(given.value, value))?.says;
}
