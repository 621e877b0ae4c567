import { useEffect } from 'preact/hooks';
import { defineTerms } from '../lesson/defineTerms';
import { useLens } from '../state/lens';
import { CellModeField } from './CellModeField';
import { DilationField } from './DilationField';
import { FillField } from './FillField';
import { HistoryButtons } from './HistoryButtons';
import { KernelTools } from './KernelTools';
import { PaddingField } from './PaddingField';
import { MoreChip, ParameterChips } from './ParameterChips';
import { PositionsStrip } from './PositionsStrip';
import { SizeFormula } from './SizeFormula';
import { SizeReason } from './SizeReason';
import { StrideField } from './StrideField';
import { UsesField } from './UsesField';

/** The size with its reasons, and everything that the convolution depends on; in narrow windows as chips. */
export function Inspector({ width }: { readonly width: number }) {
  const { facts } = useLens();
  useEffect(() => defineTerms(() => facts.t.peek()), [facts]);
  const plan = facts.plan.value;
  const isNarrow = width < 620;
  const hasFirstFields = isNarrow && width >= leastForFields;
  return (
    <section class="inspector" aria-label={facts.t.value('Size and parameters')}>
      {plan && (
        <div class="size-part">
          <SizeFormula plan={plan} />
          <SizeReason plan={plan} />
          {hasFirstFields && (
            <div class="chips beside">
              <MoreChip />
              <SolveButton label={facts.t.value('Solve…')} />
            </div>
          )}
          <div class="size-line">
            <PositionsStrip plan={plan} />
            {!isNarrow && (
              <>
                <UsesField />
                <HistoryButtons />
                <SolveButton label={width < 1200 ? facts.t.value('Solve…') : facts.t.value('Solve for a size…')} />
              </>
            )}
          </div>
        </div>
      )}
      {isNarrow ? (
        <div class="chips">
          {hasFirstFields ? <FirstFields /> : <ParameterChips />}
          {plan && !hasFirstFields && <SolveButton label={facts.t.value('Solve…')} />}
        </div>
      ) : (
        <div class="fields">
          <PaddingField />
          <FillField />
          <StrideField />
          <DilationField />
          <KernelTools />
          {width >= 1200 && <CellModeField />}
        </div>
      )}
    </section>
  );
}

/** From this width on, what is changed most has fields of its own. */
const leastForFields = 460;

function FirstFields() {
  return (
    <>
      <PaddingField />
      <StrideField />
    </>
  );
}

function SolveButton({ label }: { readonly label: string }) {
  const { facts, model, actions } = useLens();
  return (
    <button
      type="button"
      class="link solve"
      title={facts.t.value('From a wanted size of the map to the padding, stride or kernel size that gives it')}
      aria-haspopup="dialog"
      aria-expanded={model.popover.value === 'size'}
      onClick={() => actions.open('size')}
    >
      {label}
    </button>
  );
}
