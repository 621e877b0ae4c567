import { useEffect, useRef } from 'preact/hooks';
import { layerKindName } from '../../../words/networkWords';
import { Icon } from '../../parts/Icon';
import { useNetwork } from '../state/network';
import { ImageEditor } from './ImageEditor';
import { LayerEditor } from './LayerEditor';

/** What can be changed of the layer, or the image, whose head was pressed. */
export function Editor() {
  const { model, facts, actions } = useNetwork();
  const t = facts.t.value;
  const root = useRef<HTMLElement>(null);
  const { editing } = model;
  const layers = facts.columns.value.flatMap(({ stage }) => (stage ? [stage] : []));
  const place = layers.findIndex(({ id }) => id === editing.value);
  const layer = layers[place];
  const isImage = editing.value === 'image';
  useEffect(() => root.current?.scrollIntoView({ block: 'nearest' }), [editing.value]);
  if (!layer && !isImage) return null;
  const title = layer ? layerKindName(t, layer.stage.layer.kind) : t('Image');
  return (
    <section ref={root} class="editor" aria-label={t('Change {0}', title)}>
      <EditorHead title={title} id={layer?.id} place={place} last={layers.length - 1} />
      {layer ? <LayerEditor key={layer.id} id={layer.id} stage={layer.stage} /> : <ImageEditor />}
      {layer && (
        <button
          type="button"
          class="take-out"
          title={t('Take the layer out  Delete')}
          onClick={() => {
            editing.value = undefined;
            actions.act({ kind: 'remove-layer', id: layer.id });
          }}
        >
          {t('Take the layer out')}
        </button>
      )}
    </section>
  );
}

interface EditorHeadProps {
  readonly title: string;
  /** Undefined for the image, which stays where it is. */
  readonly id: number | undefined;
  readonly place: number;
  readonly last: number;
}

function EditorHead({ title, id, place, last }: EditorHeadProps) {
  const { model, facts, actions } = useNetwork();
  const t = facts.t.value;
  const move = (to: number) => id !== undefined && actions.act({ kind: 'move-layer', id, to });
  const close = () => {
    model.editing.value = undefined;
  };
  return (
    <header>
      <h2>{title}</h2>
      {id !== undefined && (
        <span class="tools">
          <ToolButton
            label={t('Move to the left')}
            keys="Alt+←"
            icon="left"
            isOff={place === 0}
            onPress={() => move(place - 1)}
          />
          <ToolButton
            label={t('Move to the right')}
            keys="Alt+→"
            icon="right"
            isOff={place === last}
            onPress={() => move(place + 1)}
          />
        </span>
      )}
      <ToolButton label={t('Close')} keys="Escape" icon="close" isOff={false} onPress={close} />
    </header>
  );
}

interface ToolButtonProps {
  readonly label: string;
  readonly keys: string;
  readonly icon: 'left' | 'right' | 'close';
  readonly isOff: boolean;
  readonly onPress: () => void;
}

function ToolButton({ label, keys, icon, isOff, onPress }: ToolButtonProps) {
  return (
    <button
      type="button"
      class="quiet"
      aria-label={label}
      title={`${label}  ${keys}`}
      disabled={isOff}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}
