import type { Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import { outputsUsing } from '../../engine/convolution/outputsUsing';
import { usesText } from '../../words/sizeWords';
import type { StageLayout } from '../layout/stageLayout';
import { useLens } from '../state/lens';
import type { CellAt } from '../state/lensModel';

/** What is said of an input cell that is looked at. */
export function UsesWords({
  layout,
  plan,
  cell,
}: {
  readonly layout: StageLayout;
  readonly plan: Conv2dPlan;
  readonly cell: CellAt;
}) {
  const { facts, model } = useLens();
  const t = facts.t.value;
  const { words } = layout;
  const value = facts.input.value?.at(cell.row, cell.col);
  if (value === undefined) return null;
  const name = `${model.snapshot.value?.input.name ?? t('input')}[${cell.row}, ${cell.col}]`;
  const uses = outputsUsing(plan, cell.row, cell.col);
  return (
    <div class="words" style={{ left: `${words.x}px`, top: `${words.y}px`, width: `${words.width}px` }}>
      <p class="uses-line">{usesText(t, name, value, uses)}</p>
      {uses.length > 1 && !plan.flip && (
        <p class="by-weight">{t('The weights that it meets are the kernel turned by half a turn.')}</p>
      )}
    </div>
  );
}
