import { parametersText } from '../../../words/networkWords';
import { Icon } from '../../parts/Icon';
import { Segmented } from '../../parts/Segmented';
import { scenes } from '../scenes';
import { useNetwork } from '../state/network';

/** The scenes as tabs, and what holds for all of the network. */
export function NetworkBar() {
  const { model, facts, actions } = useNetwork();
  const t = facts.t.value;
  const snapshot = model.snapshot.value;
  const parameters = facts.planned.value.reduce((sum, one) => sum + one.parameters.weights + one.parameters.biases, 0);
  return (
    <header class="network-bar">
      <Tabs />
      <span class="total">{parametersText(t, parameters)}</span>
      <label class="switch" title={t('Every convolution keeps rows and columns, by zeros around its input')}>
        <input
          type="checkbox"
          checked={snapshot?.padsEverywhere ?? false}
          onChange={(event) => actions.act({ kind: 'pad-everywhere', on: event.currentTarget.checked })}
        />
        {t('Pad everywhere')}
      </label>
      <Segmented
        label={t('Channels')}
        choices={[
          { id: 'side', text: t('side by side') },
          { id: 'stack', text: t('stack') },
        ]}
        chosen={model.isStacked.value ? 'stack' : 'side'}
        onChoose={(id) => {
          model.isStacked.value = id === 'stack';
        }}
      />
      <span class="history">
        <HistoryButton kind="undo" label={t('Undo')} isOff={!snapshot?.canUndo} />
        <HistoryButton kind="redo" label={t('Redo')} isOff={!snapshot?.canRedo} />
      </span>
    </header>
  );
}

function HistoryButton({
  kind,
  label,
  isOff,
}: {
  readonly kind: 'undo' | 'redo';
  readonly label: string;
  readonly isOff: boolean;
}) {
  const { actions } = useNetwork();
  const keys = kind === 'undo' ? 'Ctrl+Z' : 'Ctrl+Shift+Z';
  return (
    <button
      type="button"
      class="quiet"
      aria-label={label}
      title={`${label}  ${keys}`}
      disabled={isOff}
      onClick={() => actions.act({ kind })}
    >
      <Icon name={kind} />
    </button>
  );
}

/** One stop for all; arrows go from tab to tab. */
function Tabs() {
  const { model, facts } = useNetwork();
  const t = facts.t.value;
  const at = Math.max(
    0,
    scenes.findIndex(({ id }) => id === model.scene.value),
  );
  const go = (to: number) => {
    const scene = scenes[(to + scenes.length) % scenes.length];
    if (!scene) return;
    model.scene.value = scene.id;
    document.getElementById(`tab-${scene.id}`)?.focus();
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowRight: () => go(at + 1),
    ArrowLeft: () => go(at - 1),
    Home: () => go(0),
    End: () => go(scenes.length - 1),
  };
  return (
    <div role="tablist" class="tabs" aria-label={t('Scenes')}>
      {scenes.map(({ id, title }, place) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`tab-${id}`}
          class="tab quiet"
          aria-selected={place === at}
          aria-controls={place === at ? `scene-${id}` : undefined}
          tabIndex={place === at ? 0 : -1}
          onClick={() => go(place)}
          onKeyDown={(event) => {
            if (keys[event.key] === undefined || event.altKey || event.ctrlKey) return;
            keys[event.key]?.();
            event.preventDefault();
          }}
        >
          {title(t)}
        </button>
      ))}
    </div>
  );
}
