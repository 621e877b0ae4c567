import { conv2d } from '../../src/engine/convolution/conv2d';
import { defaultConv2dParams } from '../../src/engine/convolution/conv2dParams';
import { planConv2d } from '../../src/engine/convolution/planConv2d';
import { presetById } from '../../src/engine/kernels/presets';
import { defaultLayer } from '../../src/engine/network/defaultLayer';
import { engineConvolve } from '../../src/engine/network/engineConvolve';
import { backwardNetwork, valueGradient } from '../../src/engine/network/gradients/backwardNetwork';
import { drawnDigit } from '../../src/engine/network/inputs/drawnDigit';
import { imageSizes, shapesImage } from '../../src/engine/network/inputs/shapesImage';
import { largestStableRate } from '../../src/engine/network/learning/largestStableRate';
import { learnKernel } from '../../src/engine/network/learning/learnKernel';
import type { NetworkLayer } from '../../src/engine/network/networkLayer';
import type { StageShape } from '../../src/engine/network/networkStage';
import { planNetwork } from '../../src/engine/network/planNetwork';
import { networkSteps, runNetwork } from '../../src/engine/network/runNetwork';
import { isPlanProblem } from '../../src/engine/planProblem';
import type { Tensor } from '../../src/engine/tensor';

/** One piece of work to time; a job in steps also tells how long its longest step took, in milliseconds. */
type Work = () => { readonly longestStep?: number };

const filters = (count: number): NetworkLayer => ({ ...defaultLayer('conv'), filters: count });
const [relu, pool, flatten, dense] = (['relu', 'pool', 'flatten', 'dense'] as const).map(defaultLayer);

/** Each by its name; what is made before stays out of the time. */
export const works: Readonly<Record<string, () => Work>> = {
  small: () => {
    const image = drawnDigit(5);
    const layers = [filters(8), relu!, pool!, flatten!, dense!];
    return () => {
      runNetwork(planNetwork(image.shape as StageShape, layers), image);
      return {};
    };
  },
  large: () => {
    const image = shapesImage(imageSizes.imagenet);
    const convolve = engineConvolve();
    const layers = [filters(16), relu!, pool!, filters(16), relu!, pool!, flatten!, dense!, defaultLayer('softmax')];
    return () => ({ longestStep: longestStep(image, layers, convolve) });
  },
  backward: () => {
    const image = drawnDigit(5);
    const stages = planNetwork(image.shape as StageShape, [filters(8), relu!, pool!, flatten!, dense!]);
    const run = runNetwork(stages, image);
    return () => {
      backwardNetwork(run, 4, valueGradient([10], 3));
      return {};
    };
  },
  learning: () => {
    const input = { shape: [28, 28], data: drawnDigit(3).data.map((value) => value / 255) };
    const hidden = presetById('sobelX')!.matrix;
    const plan = planConv2d(input.shape, hidden.shape, defaultConv2dParams);
    if (isPlanProblem(plan)) throw new Error(plan.problem);
    const task = { plan, input, target: conv2d(plan, input, hidden) };
    const rate = largestStableRate(plan, input) / 2;
    return () => {
      const { steps } = learnKernel(task, { start: new Float64Array(9), rate, steps: 500 });
      if (steps !== 500) throw new Error(`It ended after ${steps} steps.`);
      return {};
    };
  },
};

function longestStep(
  image: Tensor,
  layers: readonly NetworkLayer[],
  convolve: ReturnType<typeof engineConvolve>,
): number {
  const steps = networkSteps(planNetwork(image.shape as StageShape, layers), image, convolve);
  let longest = 0;
  for (let start = performance.now(); !steps.next().done; start = performance.now()) {
    longest = Math.max(longest, performance.now() - start);
  }
  return longest;
}
