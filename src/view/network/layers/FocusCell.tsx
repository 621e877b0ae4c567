import { useRef, useState } from 'preact/hooks';
import type { StageShape } from '../../../engine/network/networkStage';
import type { ValuePlace } from '../../../engine/network/valuePlace';
import { walk } from '../../grid/walk';
import { useNetwork } from '../state/network';
import { type Column, placeWithin } from '../state/networkFacts';
import { cellWords, gridLabel, heldValue } from './columnWords';
import { valueInStrip } from './placesInStrip';
import type { ColumnPlace, StripBox } from './stripLayout';

interface FocusCellProps {
  readonly column: Column;
  readonly place: ColumnPlace;
  readonly scale: number;
  readonly isChosen: boolean;
}

/** A frame is never smaller than can be seen and hit. */
const leastFrame = 8;

/**
 * An activation as a grid for keys and readers, of which the one cell with the focus is there: arrows walk through the
 * values and choose them, Page Up and Page Down through the channels.
 */
export function FocusCell({ column, place, scale, isChosen }: FocusCellProps) {
  const { facts, model, actions } = useNetwork();
  const t = facts.t.value;
  const shape = column.shape as StageShape;
  const [walked, setWalked] = useState<ValuePlace>({ channel: 0, row: 0, col: 0 });
  const cell = useRef<HTMLDivElement>(null);
  const chosen = model.chosen.value;
  const at = placeWithin(shape, isChosen && chosen ? chosen : walked);
  const box = valueInStrip(place, scale, at) ?? place.maps[0];
  if (!box) return null;
  const [rows, cols] = shape.length === 1 ? [1, shape[0]] : [shape[1], shape[2]];
  const go = (to: ValuePlace) => {
    setWalked(to);
    actions.choose({ of: column.of, ...to });
    cell.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  return (
    <div
      role="grid"
      class="focus-grid"
      aria-label={gridLabel(t, column, shape, at.channel)}
      aria-rowcount={rows}
      aria-colcount={cols}
      aria-readonly="true"
      style={frameStyle(box)}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: in a grid the cells take the focus, not the rows */}
      <div role="row" aria-rowindex={at.row + 1}>
        <div
          ref={cell}
          role="gridcell"
          class="focus-cell"
          tabIndex={0}
          aria-colindex={at.col + 1}
          aria-selected={isChosen}
          aria-label={cellWords(t, shape, at, heldValue(column.held, shape, at))}
          onKeyDown={(event) => {
            const to = keyTarget(event, shape, at);
            if (!to) return;
            go(to);
            event.preventDefault();
            event.stopPropagation();
          }}
          onClick={() => go(at)}
        />
      </div>
    </div>
  );
}

function frameStyle(box: StripBox) {
  const [width, height] = [Math.max(leastFrame, box.width), Math.max(leastFrame, box.height)];
  return {
    left: `${box.x + (box.width - width) / 2}px`,
    top: `${box.y + (box.height - height) / 2}px`,
    width: `${width}px`,
    height: `${height}px`,
  };
}

/** A row runs downwards, so up and down go along it too. */
function keyTarget(event: KeyboardEvent, shape: StageShape, at: ValuePlace): ValuePlace | undefined {
  if (event.altKey) return undefined;
  if (event.key === 'Enter' || event.key === ' ') return at;
  if (shape.length === 1) {
    const along = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (along !== undefined) return placeWithin(shape, { ...at, col: at.col + along });
  } else if (event.key === 'PageDown' || event.key === 'PageUp')
    return placeWithin(shape, { ...at, channel: at.channel + (event.key === 'PageDown' ? 1 : -1) });
  const [rows, cols] = shape.length === 1 ? [1, shape[0]] : [shape[1], shape[2]];
  const to = walk(event, at, { rows, cols });
  return to && { channel: at.channel, ...to };
}
