import { maxDraftSide, type Side } from '../../session/act';
import { useLens } from '../state/lens';
import { Stepper } from './Stepper';

/** Rows and columns of a matrix that can be given another size by hand. */
export function SizeFields({ side }: { readonly side: Side }) {
  const { facts, model, actions } = useLens();
  const t = facts.t.value;
  const operand = model.snapshot.value?.[side];
  if (operand === undefined) return null;
  const { rows, cols } = operand;
  if (rows > maxDraftSide || cols > maxDraftSide) return null;
  const set = (next: { readonly rows?: number; readonly cols?: number }) =>
    actions.act({ kind: 'resize', side, rows, cols, ...next });
  return (
    <span class="size-fields">
      {side === 'input' ? t('input') : t('kernel')}
      <Stepper
        label={t('Rows')}
        value={rows}
        min={1}
        max={maxDraftSide}
        onChange={(value) => set({ rows: value })}
        plain
      />
      ×
      <Stepper
        label={t('Columns')}
        value={cols}
        min={1}
        max={maxDraftSide}
        onChange={(value) => set({ cols: value })}
        plain
      />
    </span>
  );
}
