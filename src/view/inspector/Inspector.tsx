import { useLens } from '../state/lens';
import { DilationField } from './DilationField';
import { FillField } from './FillField';
import { FlipField } from './FlipField';
import { HistoryButtons } from './HistoryButtons';
import { PaddingField } from './PaddingField';
import { PositionsStrip } from './PositionsStrip';
import { SizeFormula } from './SizeFormula';
import { SizeReason } from './SizeReason';
import { StrideField } from './StrideField';
import { UsesField } from './UsesField';

/** The size with its reasons, and everything that the convolution depends on. */
export function Inspector() {
  const { facts, model, actions } = useLens();
  const t = facts.t.value;
  const plan = facts.plan.value;
  return (
    <section class="inspector" aria-label={t('Size and parameters')}>
      {plan && (
        <div class="size-part">
          <SizeFormula plan={plan} />
          <SizeReason plan={plan} />
          <PositionsStrip plan={plan} />
          <button
            type="button"
            class="link solve"
            aria-haspopup="dialog"
            aria-expanded={model.popover.value === 'size'}
            onClick={() => actions.open('size')}
          >
            {t('Solve for padding…')}
          </button>
        </div>
      )}
      <div class="fields">
        <PaddingField />
        <FillField />
        <StrideField />
        <DilationField />
        <FlipField />
        <UsesField />
        <HistoryButtons />
      </div>
    </section>
  );
}
