import type { Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import { useCounts } from '../../engine/convolution/useCounts';
import { isPlanProblem } from '../../engine/planProblem';
import { receptiveFields } from '../../engine/solve/receptiveField';
import { solvePadding } from '../../engine/solve/solvePadding';
import type { Matrix } from '../../engine/tensor';
import type { Answer, LensScene, LessonStep, NetworkScene, Quantity, Scene } from './lesson';
import { networkStagesOf } from './networkStagesOf';
import { sceneMap, scenePlan } from './scenePlan';

/** What is right, in numbers. */
export type Expected =
  | { readonly kind: 'size'; readonly rows: number; readonly cols: number }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'choice'; readonly index: number }
  | { readonly kind: 'kernel'; readonly matrix: Matrix };

/** The right answer, which the engine works out of the scene; undefined where there is none, as for a size that no padding gives. */
export function expectedAnswer(answer: Answer, scene: Scene): Expected | undefined {
  if (answer.kind === 'choice') return { kind: 'choice', index: answer.right };
  if (answer.kind === 'kernel') return { kind: 'kernel', matrix: answer.is };
  if (answer.kind === 'number') {
    const value = quantityOf(answer.of, scene);
    return value === undefined ? undefined : { kind: 'number', value };
  }
  const lens = scene.in === 'lens' ? planned(scene) : undefined;
  if (!lens) return undefined;
  const { plan, input, kernel } = lens;
  const [rows, cols] = [plan.height.outputSize, plan.width.outputSize];
  if (answer.kind === 'size') return { kind: 'size', rows, cols };
  return { kind: 'number', value: sceneMap(plan, input, kernel).data[answer.at[0] * cols + answer.at[1]]! };
}

/** The number that a step asks for; undefined where it asks for something else. */
export function numberIn({ scene, question }: LessonStep): number | undefined {
  const expected = question && expectedAnswer(question.answer, scene);
  return expected?.kind === 'number' ? expected.value : undefined;
}

function planned(scene: LensScene): (LensScene & { readonly plan: Conv2dPlan }) | undefined {
  const plan = scenePlan(scene);
  return isPlanProblem(plan) ? undefined : { ...scene, plan };
}

function quantityOf(quantity: Quantity, scene: Scene): number | undefined {
  if (quantity.of === 'value') return quantity.value;
  if (quantity.of === 'parameters') return scene.in === 'network' ? parametersOf(scene, quantity.layer) : undefined;
  if (quantity.of === 'receptive-field') return fieldAfter(quantity.layers);
  const lens = scene.in === 'lens' ? planned(scene) : undefined;
  if (!lens) return undefined;
  const { height, width } = lens.plan;
  switch (quantity.of) {
    case 'patches':
      return height.outputSize * width.outputSize;
    case 'uses':
      return useCounts(lens.plan).data[quantity.at[0] * width.inputSize + quantity.at[1]];
    case 'padding': {
      const solution = solvePadding(height, quantity.size);
      return 'unsolved' in solution ? undefined : solution.symmetric?.[0];
    }
  }
}

function parametersOf(scene: NetworkScene, layer: number): number | undefined {
  const stage = networkStagesOf(scene)[layer];
  return stage?.kind === 'planned' ? stage.parameters.weights + stage.parameters.biases : undefined;
}

function fieldAfter(layers: readonly (readonly [number, number])[]): number | undefined {
  const windows = layers.map(([kernel, stride]) => ({
    kernelSize: [kernel, kernel] as const,
    strides: [stride, stride] as const,
    dilations: [1, 1] as const,
    before: [0, 0] as const,
  }));
  const fields = receptiveFields(windows);
  return 'unsolved' in fields ? undefined : fields.at(-1)!.height.size;
}
