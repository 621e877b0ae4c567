import type { CellMode } from '../../protocol/viewSettings';
import { Segmented } from '../parts/Segmented';
import { useLens } from '../state/lens';
import { Field } from './Field';

/** Whether cells show numbers, colours, or both. */
export function CellModeField() {
  const { facts, model, actions } = useLens();
  const t = facts.t.value;
  const { cells } = model.settings.value;
  return (
    <Field name={t('Cells show')} kind="cells">
      <Segmented
        label={t('What cells show')}
        chosen={cells}
        choices={[
          { id: 'numbers', text: t('numbers') },
          { id: 'colours', text: t('colours'), title: t('−0, NaN and infinities stay written') },
          { id: 'both', text: t('both') },
        ]}
        onChoose={(id) => actions.set({ cells: id as CellMode })}
      />
    </Field>
  );
}
