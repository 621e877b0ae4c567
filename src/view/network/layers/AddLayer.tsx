import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { defaultLayer } from '../../../engine/network/defaultLayer';
import type { LayerKind } from '../../../engine/network/networkLayer';
import { layerKindName } from '../../../words/networkWords';
import { useNetwork } from '../state/network';
import { type ColumnPlace, columnGap } from './stripLayout';

interface AddLayerProps {
  /** The column behind which the layer comes. */
  readonly after: number;
  readonly isLast: boolean;
  readonly place: ColumnPlace;
}

const kinds: readonly LayerKind[] = ['conv', 'relu', 'pool', 'flatten', 'dense', 'softmax', 'transposed'];

/** The column behind which a layer is being put in; undefined while the list is closed. */
const adding = signal<number | undefined>(undefined);

/** Opens the list of layers behind a column. */
export function openAdding(after: number): void {
  adding.value = after;
}

/** The arrow to the next column, with the button that puts a layer there. */
export function AddLayer({ after, isLast, place }: AddLayerProps) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const isOpen = adding.value === after;
  const left = place.x + place.width + columnGap / 2;
  return (
    <div class={`add-layer${isLast ? ' last' : ''}`} style={{ left: `${left}px` }}>
      {!isLast && <span class="arrow" aria-hidden="true" />}
      <button
        type="button"
        class="add"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={isLast ? t('Add a layer at the end') : t('Add a layer here')}
        title={t('Add a layer')}
        tabIndex={isLast ? 0 : -1}
        onClick={() => {
          adding.value = isOpen ? undefined : after;
        }}
      >
        +
      </button>
      {isOpen && <KindMenu after={after} />}
    </div>
  );
}

function KindMenu({ after }: { readonly after: number }) {
  const { facts, model, actions } = useNetwork();
  const t = facts.t.value;
  const menu = useRef<HTMLDivElement>(null);
  const close = () => {
    adding.value = undefined;
  };
  useEffect(() => {
    const opener = document.activeElement;
    menu.current?.querySelector<HTMLElement>('button')?.focus();
    menu.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const outside = ({ target }: PointerEvent) => {
      if (!menu.current?.parentElement?.contains(target as Node)) adding.value = undefined;
    };
    document.addEventListener('pointerdown', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  const add = (kind: LayerKind) => {
    const ids = facts.columns.value.flatMap(({ of }) => (typeof of === 'number' ? [of] : []));
    actions.act({ kind: 'add-layer', at: after, layer: defaultLayer(kind) });
    // The host gives it the next number.
    model.editing.value = Math.max(0, ...ids) + 1;
    close();
  };
  return (
    <div
      ref={menu}
      class="kind-menu"
      role="menu"
      aria-label={t('Layers')}
      onKeyDown={(event) => menuKeys(event, close)}
    >
      {kinds.map((kind) => (
        <button key={kind} type="button" role="menuitem" class="quiet" tabIndex={-1} onClick={() => add(kind)}>
          {layerKindName(t, kind)}
        </button>
      ))}
    </div>
  );
}

function menuKeys(event: KeyboardEvent, close: () => void): void {
  const items = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>('[role=menuitem]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (to !== undefined) items[(to + items.length) % items.length]?.focus();
  else if (event.key === 'Escape' || event.key === 'Tab') close();
  else return;
  if (event.key !== 'Tab') event.preventDefault();
  event.stopPropagation();
}
