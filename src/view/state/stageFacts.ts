import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import type { Matrix } from '../../engine/tensor';
import type { DigitsMode } from '../../protocol/viewSettings';
import { shortNumber } from '../../words/numberText';
import { layoutStage, mostCells, type PictureLayout } from '../layout/layoutStage';
import type { StageLayout, StageRequest } from '../layout/stageLayout';
import type { LensFacts } from './lensFacts';
import type { LensModel } from './lensModel';

/** Where everything of the stage stands; undefined until the sizes are known. */
export function stageLayout(model: LensModel, facts: LensFacts): ReadonlySignal<StageLayout | undefined> {
  const digits = {
    input: computed(() => longest(facts.input.value?.whole, model.settings.value.digits)),
    kernel: computed(() => longest(facts.kernel.value?.whole, model.settings.value.digits)),
    map: computed(() => longest(facts.output.value?.whole, model.settings.value.digits)),
  };
  // Most people never open a picture; its parts come together.
  const pictures = signal<PictureLayout | undefined>(undefined);
  const load = (): undefined => {
    void import('../stage/PictureCanvas');
    void import('../layout/pictureLayout').then((part) => {
      pictures.value = part.pictureLayout;
    });
  };
  return computed(() => {
    const snapshot = model.snapshot.value;
    const { width, height } = model.size.value;
    if (snapshot === undefined || width === 0) return undefined;
    const sizes = sizesOf(facts.plan.value, snapshot.input, snapshot.kernel);
    const taps = sizes.kernel[0] * sizes.kernel[1];
    const term = Math.min(7, digits.kernel.value) + Math.min(7, digits.input.value) + 4;
    const request: StageRequest = {
      width,
      height,
      ...sizes,
      digits: { input: digits.input.value, kernel: digits.kernel.value, map: digits.map.value },
      sentence: taps > 25 ? 90 : taps * term,
      asRows: model.settings.value.asRows,
      presenting: model.presenting.value,
    };
    return layoutStage(request, (...of) => pictures.value?.(...of) ?? load());
  });
}

type Sizes = Omit<StageRequest, 'width' | 'height' | 'digits' | 'sentence' | 'asRows' | 'presenting'>;

function sizesOf(plan: Conv2dPlan | undefined, input: Shape, kernel: Shape): Sizes {
  const inputSize = [input.rows, input.cols] as const;
  const kernelSize = [kernel.rows, kernel.cols] as const;
  if (plan === undefined)
    return {
      padded: inputSize,
      input: inputSize,
      kernel: kernelSize,
      span: kernelSize,
      map: [0, 0],
      level: 0,
      sideRail: false,
      strided: false,
    };
  const { height, width } = plan;
  const middle = height.stride === 1 ? Math.floor((height.span - 1) / 2) : 0;
  const spare = height.paddedSize - height.outputSize;
  return {
    padded: [height.paddedSize, width.paddedSize],
    input: inputSize,
    kernel: kernelSize,
    span: [height.span, width.span],
    map: [height.outputSize, width.outputSize],
    level: height.stride === 1 ? middle : Math.min(spare, Math.max(1, Math.floor(spare / 3))),
    strided: height.stride * width.stride > 1,
    sideRail: (height.stride > 1 || height.rest > 0) && height.paddedSize <= 24,
  };
}

interface Shape {
  readonly rows: number;
  readonly cols: number;
}

/** The most characters of whole numbers and of others: longer ones are rounded. */
const mostCharacters: Readonly<Record<DigitsMode, readonly [whole: number, other: number]>> = {
  auto: [6, 5],
  fewer: [4, 4],
  more: [12, 12],
};

/** Characters of the longest number. */
function longest(matrix: Matrix | undefined, digits: DigitsMode): number {
  if (matrix === undefined || matrix.data.length > mostCells) return 3;
  const [whole, other] = mostCharacters[digits];
  let most = 1;
  for (const value of matrix.data)
    most = Math.max(most, shortNumber(value, Number.isInteger(value) ? whole : other).length);
  return most;
}
