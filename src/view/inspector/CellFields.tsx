import { colourMaps } from '../../protocol/keptView';
import type { ColourMap, DigitsMode } from '../../protocol/viewSettings';
import { colourMapName } from '../../words/colourMapName';
import { Segmented } from '../parts/Segmented';
import { useLens } from '../state/lens';
import { CellModeField } from './CellModeField';
import { Field } from './Field';

/** What cells show, how many digits, and in which colours; and the step as a sum or as rows. */
export function CellFields() {
  const { facts, model, actions } = useLens();
  const t = facts.t.value;
  const { digits, colours, asRows } = model.settings.value;
  return (
    <>
      <CellModeField />
      <Field name={t('Digits')} kind="digits">
        <Segmented
          label={t('How many digits cells show')}
          chosen={digits}
          choices={[
            { id: 'fewer', text: t('fewer') },
            { id: 'auto', text: t('as they fit') },
            { id: 'more', text: t('more') },
          ]}
          onChoose={(id) => actions.set({ digits: id as DigitsMode })}
        />
      </Field>
      <Field name={t('Colours')} kind="colours">
        <select
          aria-label={t('Colours of the values')}
          value={colours}
          onChange={(event) => actions.set({ colours: event.currentTarget.value as ColourMap })}
        >
          {colourMaps.map((map) => (
            <option key={map} value={map}>
              {colourMapName(t, map)}
            </option>
          ))}
        </select>
      </Field>
      <Field name={t('The step')} kind="step">
        <Segmented
          label={t('How the step is written')}
          chosen={asRows ? 'rows' : 'sum'}
          choices={[
            { id: 'sum', text: t('as a sum') },
            {
              id: 'rows',
              text: t('flattened'),
              title: t('The patch as a row, the kernel as a row, and their dot product  f'),
            },
          ]}
          onChoose={(id) => actions.set({ asRows: id === 'rows' })}
        />
      </Field>
    </>
  );
}
