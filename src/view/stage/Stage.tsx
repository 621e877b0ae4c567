import type { Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import { noFill } from '../colour/cellFills';
import { placesKey, type StageLayout } from '../layout/stageLayout';
import { lazy } from '../parts/lazy';
import { useLens } from '../state/lens';
import type { ShownStep } from '../state/shownStep';
import { BeamLayer, LaneLayer } from './BeamLayer';
import { Captions } from './Captions';
import { Frame } from './Frame';
import { InputPart } from './InputPart';
import { KernelPart } from './KernelPart';
import { LensPart } from './LensPart';
import { MapPart } from './MapPart';
import { stageGeometry } from './stageGeometry';
import type { StageParts } from './stageParts';

const Legend = lazy(() => import('./Legend').then((module) => module.Legend));
const StepWords = lazy(() => import('./StepWords').then((module) => module.StepWords));
const ProblemCard = lazy(() => import('./ProblemCard').then((module) => module.ProblemCard));
const UsesLight = lazy(() => import('./UsesLight').then((module) => module.UsesLight));
const Rails = lazy(() => import('./Rails').then((module) => module.Rails));
const StrideOneMap = lazy(() => import('./StrideOneMap').then((module) => module.StrideOneMap));
const TapChips = lazy(() => import('./TapChips').then((module) => module.TapChips));
const UsesWords = lazy(() => import('./UsesWords').then((module) => module.UsesWords));

/** Input, kernel, lens and map in the arrangement that the room asks for. */
export function Stage({ layout }: { readonly layout: StageLayout }) {
  const { facts, model } = useLens();
  const { palette, plan, shown } = facts;
  const fills = facts.fills.value;
  const parts: StageParts = { layout, fills, ground: palette.value.ground };
  return (
    <div
      class="stage-inner"
      data-composition={layout.composition}
      data-hovering={model.hoverStep.value !== undefined}
      style={{ width: `${layout.width}px`, height: `${layout.height}px` }}
    >
      {plan.value && shown.value ? <Step parts={parts} plan={plan.value} shown={shown.value} /> : null}
      <Captions layout={layout} />
      <InputPart {...parts} />
      <KernelPart {...parts} />
      {facts.problem.value !== undefined && <ProblemCard layout={layout} problem={facts.problem.value} />}
      {plan.value && (
        <>
          <MapPart {...parts} />
          {layout.legend && (
            <Legend
              box={layout.legend}
              fill={fills.signed}
              map={facts.output.value}
              reached={reachedIn(model.showWhole.value, shown.value)}
              sum={shown.value?.sum}
            />
          )}
        </>
      )}
    </div>
  );
}

function reachedIn(whole: boolean, shown: ShownStep | undefined): number {
  return whole ? Number.POSITIVE_INFINITY : (shown?.step ?? 0);
}

interface StepProps {
  readonly parts: StageParts;
  readonly plan: Conv2dPlan;
  readonly shown: ShownStep;
}

/** The light, the lens and the words of the shown step, or of the input cell whose uses are looked at. */
function Step({ parts, plan, shown }: StepProps) {
  const { model } = useLens();
  const { layout, fills } = parts;
  const geometry = stageGeometry(layout, plan, shown, model.zoom.value);
  const uses = model.usesOf.value;
  if (uses !== undefined)
    return (
      <>
        <UsesLight parts={parts} plan={plan} cell={uses} />
        <Rails layout={layout} plan={plan} shown={shown} />
        <UsesWords layout={layout} plan={plan} cell={uses} />
      </>
    );
  const sum = shown.sum === undefined ? undefined : fills.signed(shown.sum);
  const places = placesKey(layout);
  return (
    <>
      <BeamLayer layout={layout} geometry={geometry} sum={sum} />
      <LensPart parts={parts} plan={plan} shown={shown} geometry={geometry} />
      <LaneLayer layout={layout} geometry={geometry} sum={sum} />
      {layout.inputMode === 'cells' && !model.showUses.value && model.settings.value.cells !== 'colours' && (
        <TapChips
          place={layout.input}
          before={{ row: plan.height.before, col: plan.width.before }}
          shown={shown}
          fill={model.settings.value.cells === 'numbers' ? noFill : fills.kernel}
        />
      )}
      <Frame key={`patch ${places}`} kind="patch" box={geometry.patch} />
      {geometry.near && <Frame kind="patch" box={geometry.near.patch} />}
      <Frame key={`cell ${places}`} kind="cell" box={geometry.cell} pinned={model.pinned.value} />
      <Rails layout={layout} plan={plan} shown={shown} />
      {plan.height.stride * plan.width.stride > 1 && <StrideOneMap parts={parts} plan={plan} shown={shown} />}
      <StepWords layout={layout} plan={plan} shown={shown} colour={sum} />
    </>
  );
}
