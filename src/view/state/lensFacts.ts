import { computed, type ReadonlySignal } from '@preact/signals';
import type { Conv2dPlan } from '../../engine/conv2dPlan';
import { isPlanProblem, type PlanProblem } from '../../engine/planProblem';
import { planWithinCeiling } from '../../engine/planWithinCeiling';
import type { Matrix } from '../../engine/tensor';
import { type Translate, translator } from '../../words/translate';
import { type DataScale, dataScale } from '../colour/dataScale';
import { type Palette, paletteOf } from '../colour/palette';
import type { LensModel } from './lensModel';
import { type ShownStep, shownStep } from './shownStep';
import { turned } from './turned';

/** What follows from the model; worked out when first read and again when what it reads changes. */
export interface LensFacts {
  readonly t: ReadonlySignal<Translate>;
  readonly input: ReadonlySignal<Matrix | undefined>;
  /** The kernel as it was read. */
  readonly kernel: ReadonlySignal<Matrix | undefined>;
  /** The weights as they are laid on the input: the kernel, turned by 180° where it is flipped. */
  readonly weights: ReadonlySignal<Matrix | undefined>;
  readonly output: ReadonlySignal<Matrix | undefined>;
  readonly plan: ReadonlySignal<Conv2dPlan | undefined>;
  readonly problem: ReadonlySignal<PlanProblem | undefined>;
  readonly steps: ReadonlySignal<number>;
  /** The step that is looked at: the hovered one, else the player's. */
  readonly shown: ReadonlySignal<ShownStep | undefined>;
  readonly palette: ReadonlySignal<Palette>;
  readonly scale: ReadonlySignal<DataScale>;
}

/** The facts of a model. */
export function lensFacts(model: LensModel): LensFacts {
  const matrix = (pick: (s: NonNullable<typeof model.snapshot.value>) => string | undefined) =>
    computed(() => {
      const snapshot = model.snapshot.value;
      const id = snapshot && pick(snapshot);
      return id === undefined ? undefined : model.matrices.value.get(id);
    });
  const input = matrix((snapshot) => snapshot.input.id);
  const kernel = matrix((snapshot) => snapshot.kernel.id);
  const output = matrix((snapshot) => snapshot.output?.id);
  const planned = computed(() => planOf(model));
  const plan = computed(() =>
    planned.value === undefined || isPlanProblem(planned.value) ? undefined : planned.value,
  );
  const weights = computed(() =>
    kernel.value && model.snapshot.value?.params.flip ? turned(kernel.value) : kernel.value,
  );
  const steps = computed(() => (plan.value ? plan.value.height.outputSize * plan.value.width.outputSize : 0));
  return {
    t: computed(() => translator(model.words.value)),
    input,
    kernel,
    weights,
    output,
    plan,
    problem: computed(() => (planned.value !== undefined && isPlanProblem(planned.value) ? planned.value : undefined)),
    steps,
    shown: computed(() => {
      const parts = { plan: plan.value, input: input.value, kernel: kernel.value };
      return shownStep(parts, Math.min(model.hoverStep.value ?? model.step.value, Math.max(0, steps.value - 1)));
    }),
    palette: computed(() => paletteOf(model.theme.value.kind, model.theme.value.ground)),
    scale: computed(() => dataScale(input.value, kernel.value, output.value)),
  };
}

function planOf(model: LensModel): Conv2dPlan | PlanProblem | undefined {
  const snapshot = model.snapshot.value;
  if (snapshot === undefined) return undefined;
  const { input, kernel, params } = snapshot;
  return planWithinCeiling([1, 1, input.rows, input.cols], [1, 1, kernel.rows, kernel.cols], { ...params, groups: 1 });
}
