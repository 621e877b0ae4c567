import { speeds } from '../../protocol/keptView';
import { Segmented } from '../parts/Segmented';
import { useLens } from '../state/lens';

/** How fast the player goes, and whether the map fills as it goes. */
export function PlayingMode() {
  const { facts, model } = useLens();
  const t = facts.t.value;
  return (
    <div class="playing-mode">
      <select
        class="speed"
        aria-label={t('Speed')}
        title={t('Speed')}
        value={String(model.speed.value)}
        onChange={(event) => {
          model.speed.value = Number(event.currentTarget.value);
        }}
      >
        {speeds.map((speed) => (
          <option key={speed} value={String(speed)}>
            {speed}×
          </option>
        ))}
      </select>
      <Segmented
        label={t('How much of the map is shown')}
        chosen={model.showWhole.value ? 'whole' : 'far'}
        choices={[
          { id: 'far', text: t('so far'), title: t('The map fills as the steps go') },
          { id: 'whole', text: t('whole'), title: t('The whole map') },
        ]}
        onChoose={(id) => {
          model.showWhole.value = id === 'whole';
        }}
      />
    </div>
  );
}
