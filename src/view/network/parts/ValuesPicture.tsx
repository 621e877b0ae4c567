import { useState } from 'preact/hooks';
import type { StageShape } from '../../../engine/network/networkStage';
import type { ValuePlace } from '../../../engine/network/valuePlace';
import type { SentActivation } from '../../../session/network/networkRequest';
import type { Fill } from '../../colour/cellFills';
import { walk } from '../../grid/walk';
import { cellWords, heldValue } from '../layers/columnWords';
import { MapCanvas } from '../layers/MapCanvas';
import { RowValues } from '../layers/RowValues';
import { useNetwork } from '../state/network';
import { placeWithin } from '../state/networkFacts';
import { type PictureBox, pictureOf } from './picturePlaces';

interface ValuesPictureProps {
  readonly label: string;
  readonly shape: StageShape;
  readonly held: SentActivation;
  /** The plane of `held` that is shown. */
  readonly channel?: number;
  readonly fill: Fill;
  /** The most pixels of a side. */
  readonly side: number;
  readonly chosen?: ValuePlace | undefined;
  /** A part that is looked at, in cells. */
  readonly framed?: PictureBox | undefined;
  readonly onPick?: ((place: ValuePlace) => void) | undefined;
}

/** A plane or a row of values as a picture; where a value can be picked, a grid with one cell for the keys. */
export function ValuesPicture(props: ValuesPictureProps) {
  const { label, shape, held, channel = 0, fill, side, framed, onPick } = props;
  const { facts } = useNetwork();
  const t = facts.t.value;
  const { width, height, boxOf, row } = pictureOf(shape, side);
  const [rows, cols] = shape.length === 1 ? [1, shape[0]] : [shape[1], shape[2]];
  const tell = (at: ValuePlace) => cellWords(t, shape, at, heldValue(held, shape, { ...at, channel }));
  const pick = (at: ValuePlace) => onPick?.(at);
  const place = { x: 0, y: 0, width, height, channel };
  return (
    <div
      class={`values-picture${onPick ? ' picked' : ''}`}
      {...(onPick ? {} : { role: 'img', 'aria-label': label })}
      style={{ width: `${width}px`, height: `${height}px` }}
    >
      {row ? (
        <RowValues place={row} held={held} fill={fill} choose={pick} tell={tell} />
      ) : (
        <MapCanvas
          place={place}
          held={held}
          channels={shape.length === 1 ? 1 : shape[0]}
          rows={rows}
          cols={cols}
          fill={fill}
          isBehind={false}
          onPick={(atRow, col) => pick({ channel, row: atRow, col })}
          tell={(atRow, col) => tell({ channel, row: atRow, col })}
        />
      )}
      {framed && <Frame box={scaled(framed, width / cols)} />}
      {onPick && <PickedCell {...props} boxOf={boxOf} tell={tell} pick={onPick} />}
    </div>
  );
}

function scaled({ x, y, width, height }: PictureBox, scale: number): PictureBox {
  return { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
}

function Frame({ box }: { readonly box: PictureBox }) {
  return <i class="picture-frame" style={styleOf(box)} />;
}

function styleOf({ x, y, width, height }: PictureBox) {
  return { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` };
}

interface PickedCellProps extends ValuesPictureProps {
  readonly boxOf: (place: ValuePlace) => PictureBox;
  readonly tell: (place: ValuePlace) => string;
  readonly pick: (place: ValuePlace) => void;
}

/** The one cell of the grid that is there for keys and readers. */
function PickedCell({ label, shape, channel = 0, chosen, boxOf, tell, pick }: PickedCellProps) {
  const [walked, setWalked] = useState<ValuePlace>({ channel, row: 0, col: 0 });
  const at = placeWithin(shape, { ...(chosen ?? walked), channel });
  const [rows, cols] = shape.length === 1 ? [1, shape[0]] : [shape[1], shape[2]];
  const onKeyDown = (event: KeyboardEvent) => {
    const along = shape.length === 1 ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : undefined;
    const to = along === undefined ? walk(event, at, { rows, cols }) : { row: 0, col: at.col + along };
    if (event.altKey || !to) return;
    const next = placeWithin(shape, { channel, ...to });
    setWalked(next);
    pick(next);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      role="grid"
      class="picked-grid"
      aria-label={label}
      aria-readonly="true"
      aria-rowcount={rows}
      aria-colcount={cols}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: in a grid the cells take the focus, not the rows */}
      <div role="row" aria-rowindex={at.row + 1}>
        <div
          role="gridcell"
          class={chosen ? 'picked-cell chosen' : 'picked-cell'}
          tabIndex={0}
          aria-colindex={at.col + 1}
          aria-selected={chosen !== undefined}
          aria-label={tell(at)}
          style={styleOf(boxOf(at))}
          onKeyDown={onKeyDown}
        />
      </div>
    </div>
  );
}
