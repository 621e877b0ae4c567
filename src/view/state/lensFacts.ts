import { computed, type ReadonlySignal } from '@preact/signals';
import type { Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import { planWithinCeiling } from '../../engine/convolution/planWithinCeiling';
import { valueRange } from '../../engine/picture/valueRange';
import { isPlanProblem, type PlanProblem } from '../../engine/planProblem';
import type { Role, ShownMatrix } from '../../protocol/lens';
import type { Hides } from '../../session/lessons/lesson';
import { type Translate, translator } from '../../words/translate';
import { type CellFills, cellFills, inputFills } from '../colour/cellFills';
import { type DataScale, dataScale } from '../colour/dataScale';
import { type Palette, paletteOf } from '../colour/palette';
import { type Cells, cellsOf, type Region, turnedCells } from './cells';
import type { LensModel } from './lensModel';
import { type ShownStep, shownStep } from './shownStep';

/** What follows from the model; worked out when first read and again when what it reads changes. */
export interface LensFacts {
  readonly t: ReadonlySignal<Translate>;
  readonly input: ReadonlySignal<Cells | undefined>;
  /** The kernel as it was read. */
  readonly kernel: ReadonlySignal<Cells | undefined>;
  /** The weights as they are laid on the input: the kernel, turned by 180° where it is flipped. */
  readonly weights: ReadonlySignal<Cells | undefined>;
  readonly output: ReadonlySignal<Cells | undefined>;
  readonly plan: ReadonlySignal<Conv2dPlan | undefined>;
  readonly problem: ReadonlySignal<PlanProblem | undefined>;
  readonly steps: ReadonlySignal<number>;
  /** The number of the step that is to be looked at: the hovered one, else the player's. */
  readonly wanted: ReadonlySignal<number>;
  /** The step that is looked at: the wanted one, or the one before while values of that are on their way. */
  readonly shown: ReadonlySignal<ShownStep | undefined>;
  readonly palette: ReadonlySignal<Palette>;
  readonly scale: ReadonlySignal<DataScale>;
  /** The colours of values, as they are chosen. */
  readonly fills: ReadonlySignal<CellFills>;
}

const noRegions: readonly Region[] = [];

/** The facts of a model. */
export function lensFacts(model: LensModel): LensFacts {
  const [input, kernel, output] = (['input', 'kernel', 'output'] as const).map((role) => held(model, role)) as [
    Part,
    Part,
    Part,
  ];
  const planned = computed(() => planOf(model));
  const hides = computed(() => hiddenIn(model));
  const plan = computed(() =>
    planned.value === undefined || isPlanProblem(planned.value) || hides.value === 'size' ? undefined : planned.value,
  );
  const map = computed(() => (hides.value === 'nothing' ? output.cells.value : undefined));
  const weights = computed(() =>
    kernel.cells.value && model.snapshot.value?.params.flip ? turnedCells(kernel.cells.value) : kernel.cells.value,
  );
  const steps = computed(() => (plan.value ? plan.value.height.outputSize * plan.value.width.outputSize : 0));
  const wanted = computed(() => Math.min(model.hoverStep.value ?? model.step.value, Math.max(0, steps.value - 1)));
  const palette = computed(() => paletteOf(model.theme.value.kind, model.theme.value.ground));
  const scale = computed(() => dataScale(input.range.value, kernel.range.value, output.range.value));
  return {
    t: computed(() => translator(model.words.value)),
    input: input.cells,
    kernel: kernel.cells,
    weights,
    output: map,
    plan,
    problem: computed(() => (planned.value !== undefined && isPlanProblem(planned.value) ? planned.value : undefined)),
    steps,
    wanted,
    shown: keptBack(hides, stepOf({ plan, wanted, input: input.cells, kernel: kernel.cells, output: map })),
    palette,
    scale,
    fills: fillsOf(model, palette, scale),
  };
}

/** The input's fills stay the same while only the map changes, so that a large input is not painted again. */
function fillsOf(
  { settings }: LensModel,
  palette: ReadonlySignal<Palette>,
  scale: ReadonlySignal<DataScale>,
): ReadonlySignal<CellFills> {
  const colours = computed(() => settings.value.colours);
  const low = computed(() => scale.value.inputLow);
  const high = computed(() => scale.value.inputHigh);
  const ofInput = computed(() =>
    inputFills(palette.value, { inputLow: low.value, inputHigh: high.value }, colours.value),
  );
  return computed(() => cellFills(palette.value, scale.value, colours.value, ofInput.value));
}

type Part = ReturnType<typeof held>;
type Shown = ShownMatrix | undefined;

/** What is held of one matrix; the range does not change with the regions that come and go. */
function held(model: LensModel, role: Role) {
  let last: Shown;
  // The same as long as its id is, so that what is drawn of it is left alone.
  const shown = computed(() => {
    const now: Shown = model.snapshot.value?.[role];
    if (now?.id !== last?.id) last = now;
    return last;
  });
  const of = <T>(map: { readonly value: ReadonlyMap<string, T> }) =>
    computed(() => (shown.value === undefined ? undefined : map.value.get(shown.value.id)));
  const matrix = of(model.matrices);
  const picture = of(model.pictures);
  const regions = of(model.regions);
  return {
    cells: computed(() => {
      const parts = { matrix: matrix.value, picture: picture.value, regions: regions.value ?? noRegions };
      return shown.value && cellsOf(shown.value, parts);
    }),
    range: computed(() => picture.value?.range ?? (matrix.value && valueRange(matrix.value.data))),
  };
}

function stepOf(
  parts: Pick<LensFacts, 'plan' | 'wanted' | 'input' | 'kernel' | 'output'>,
): ReadonlySignal<ShownStep | undefined> {
  let last: { readonly plan: Conv2dPlan | undefined; readonly step: ShownStep } | undefined;
  return computed(() => {
    const plan = parts.plan.value;
    const { input, kernel, output } = parts;
    const step = shownStep(
      { plan, input: input.value, kernel: kernel.value, output: output.value },
      parts.wanted.value,
    );
    if (step?.sum !== undefined) last = { plan, step };
    else if (last?.plan !== plan) last = undefined;
    return step && (last?.step ?? step);
  });
}

/** What the lesson keeps back of its own scene; where something else is shown, nothing. */
function hiddenIn({ lesson, snapshot }: LensModel): Hides {
  const step = lesson.value;
  return step && step.subject === snapshot.value?.subject ? step.hides : 'nothing';
}

/** The step without its numbers where a lesson asks for them. */
function keptBack(
  hides: ReadonlySignal<Hides>,
  step: ReadonlySignal<ShownStep | undefined>,
): ReadonlySignal<ShownStep | undefined> {
  return computed(() =>
    hides.value === 'nothing' || !step.value ? step.value : { ...step.value, terms: undefined, sum: undefined },
  );
}

function planOf(model: LensModel): Conv2dPlan | PlanProblem | undefined {
  const snapshot = model.snapshot.value;
  if (snapshot === undefined) return undefined;
  const { input, kernel, params, ceiling } = snapshot;
  const shapes = [
    [1, 1, input.rows, input.cols],
    [1, 1, kernel.rows, kernel.cols],
  ] as const;
  return planWithinCeiling(...shapes, { ...params, groups: 1 }, ceiling);
}
