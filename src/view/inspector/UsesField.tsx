import { Segmented } from '../parts/Segmented';
import { useLens } from '../state/lens';
import { Field } from './Field';

/** What the input's cells show: their values, or how often each is used. */
export function UsesField() {
  const { facts, model } = useLens();
  const t = facts.t.value;
  return (
    <Field name={t('Cells')} kind="uses">
      <Segmented
        label={t('What the cells of the input show')}
        chosen={model.showUses.value ? 'uses' : 'values'}
        choices={[
          { id: 'values', text: t('values') },
          { id: 'uses', text: t('uses'), title: t('How many outputs read each cell  u') },
        ]}
        onChoose={(id) => {
          model.showUses.value = id === 'uses';
        }}
      />
    </Field>
  );
}
