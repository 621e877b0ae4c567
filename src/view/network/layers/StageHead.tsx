import { stageShapeText } from '../../../words/networkWords';
import { useNetwork } from '../state/network';
import type { Column } from '../state/networkFacts';
import { openAdding } from './AddLayer';
import { columnName } from './columnWords';
import type { ColumnPlace } from './stripLayout';
import type { StripDrag } from './useStripDrag';

interface StageHeadProps {
  readonly column: Column;
  readonly index: number;
  readonly place: ColumnPlace;
  readonly drag: StripDrag;
  /** The layer that is being moved by keys. */
  readonly walking: { current: number | undefined };
}

/**
 * Name and shape of a stage, a button that opens what can be changed of it. All heads are one stop: arrows go from one
 * to the next, with Alt they move the layer; Delete takes it out, + puts one in behind it.
 */
export function StageHead({ column, index, place, drag, walking }: StageHeadProps) {
  const { facts, model } = useNetwork();
  const t = facts.t.value;
  const { of, shape } = column;
  const isEditing = model.editing.value === of;
  const open = () => {
    model.editing.value = isEditing ? undefined : of;
  };
  const isStop = model.editing.value === undefined ? index === 0 : isEditing;
  const keys = t('Enter: change; Alt+arrows: move; Delete: take out; +: add behind it');
  return (
    <button
      type="button"
      class={`quiet stage-head${drag.dragged === of ? ' dragged' : ''}`}
      data-stage={index}
      aria-expanded={isEditing}
      aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight Delete +"
      title={of === 'image' ? t('Choose another image') : keys}
      tabIndex={isStop ? 0 : -1}
      style={{ left: `${place.x - 12}px`, width: `${place.width + 24}px` }}
      {...(typeof of === 'number' ? drag.handlers(of) : {})}
      onClick={() => !drag.hasMoved() && open()}
      onKeyDown={useHeadKeys(column, index, walking)}
    >
      <b>{columnName(t, column)}</b>
      <span class="shape">{shape ? stageShapeText(shape) : '?'}</span>
    </button>
  );
}

function useHeadKeys({ of }: Column, index: number, walking: StageHeadProps['walking']) {
  const { facts, actions } = useNetwork();
  const layers = facts.columns.value.length - 1;
  const move = (to: number) => {
    if (typeof of !== 'number' || to < 0 || to >= layers) return;
    walking.current = of;
    actions.act({ kind: 'move-layer', id: of, to });
  };
  const remove = () => {
    if (typeof of === 'number') actions.act({ kind: 'remove-layer', id: of });
  };
  const keys: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    ArrowRight: (event) => (event.altKey ? move(index) : focusHead(event, index + 1)),
    ArrowLeft: (event) => (event.altKey ? move(index - 2) : focusHead(event, index - 1)),
    Home: (event) => focusHead(event, 0),
    End: (event) => focusHead(event, layers),
    Delete: (event) => {
      remove();
      focusHead(event, index - 1);
    },
    '+': () => openAdding(index),
  };
  return (event: KeyboardEvent) => {
    const act = event.ctrlKey || event.metaKey ? undefined : keys[event.key];
    if (act === undefined) return;
    act(event);
    event.preventDefault();
    event.stopPropagation();
  };
}

function focusHead(event: KeyboardEvent, index: number): void {
  const strip = (event.currentTarget as Element).closest('.strip-inner');
  strip?.querySelector<HTMLElement>(`[data-stage="${Math.max(0, index)}"]`)?.focus();
}
