import { cellCount } from '../shape4';
import type { Tensor } from '../tensor';
import { type Convolve, loopConvolve } from './convolve';
import { finished } from './finished';
import { layerSteps } from './layerSteps';
import type { NetworkStage, PlannedStage } from './networkStage';

/** An image, what a stack made of it, and by which stages. */
export interface NetworkRun {
  readonly image: Tensor;
  /** Those that can be, from the first on. */
  readonly stages: readonly PlannedStage[];
  /** What came out of each of these stages, in its output shape. A flattened one shares the numbers of its input. */
  readonly activations: readonly Tensor[];
}

/** The stages that can be, from the first on. */
export function plannedStages(stages: readonly NetworkStage[]): readonly PlannedStage[] {
  const end = stages.findIndex(({ kind }) => kind !== 'planned');
  return stages.slice(0, end < 0 ? stages.length : end) as readonly PlannedStage[];
}

/** Runs a stack on an image of the shape that it was planned for, in double precision by the plain loops. */
export function runNetwork(stages: readonly NetworkStage[], image: Tensor): NetworkRun {
  return finished(networkSteps(stages, image));
}

/** The same in steps of a few milliseconds, each the share done. */
export function* networkSteps(
  stages: readonly NetworkStage[],
  image: Tensor,
  convolve: Convolve = loopConvolve,
): Generator<number, NetworkRun> {
  const planned = plannedStages(stages);
  const work = planned.map(workOf);
  const all = work.reduce((sum, one) => sum + one, 0);
  const activations: Tensor[] = [];
  let done = 0;
  let last = image;
  for (const [index, stage] of planned.entries()) {
    const steps = layerSteps(stage, last, convolve);
    for (;;) {
      const step = steps.next();
      if (step.done) {
        last = step.value;
        break;
      }
      yield (done + step.value * work[index]!) / all;
    }
    activations.push(last);
    done += work[index]!;
    yield done / all;
  }
  return { image, stages: planned, activations };
}

/** What goes into a stage of a run: the image, or what came out of the stage before. */
export function stageInput({ image, activations }: NetworkRun, index: number): Tensor {
  return index === 0 ? image : activations[index - 1]!;
}

/** Weighs stages against each other: a value takes about as long as ten multiply-adds. */
function workOf({ multiplyAdds, outputShape }: PlannedStage): number {
  return multiplyAdds + 10 * cellCount(outputShape);
}
