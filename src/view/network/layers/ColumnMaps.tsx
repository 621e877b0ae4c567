import { useMemo } from 'preact/hooks';
import type { StageShape } from '../../../engine/network/networkStage';
import type { ValuePlace } from '../../../engine/network/valuePlace';
import { countText } from '../../../words/numberText';
import { useNetwork } from '../state/network';
import type { Column } from '../state/networkFacts';
import { columnFill } from './columnFill';
import { cellWords, heldValue } from './columnWords';
import { FocusCell } from './FocusCell';
import { MapCanvas } from './MapCanvas';
import { RowValues } from './RowValues';
import type { ColumnPlace, MapPlace } from './stripLayout';

interface ColumnMapsProps {
  readonly column: Column;
  readonly index: number;
  readonly place: ColumnPlace;
  readonly scale: number;
}

/** The channels of one activation, or its row; the numbers come when they are computed. */
export function ColumnMaps({ column, index, place, scale }: ColumnMapsProps) {
  const { facts, actions } = useNetwork();
  const t = facts.t.value;
  const { held, of } = column;
  const shape = column.shape as StageShape;
  const palette = facts.palette.value;
  const isImage = of === 'image';
  const fill = useMemo(() => held && columnFill(palette, held, isImage), [palette, held, isImage]);
  const choose = (at: ValuePlace) => actions.choose({ of, ...at });
  if (!held || !fill) return <Blank place={place} />;
  const tell = (at: ValuePlace) => cellWords(t, shape, at, heldValue(held, shape, at));
  const chosen = facts.chosen.value;
  const front = place.maps.at(-1)?.channel;
  return (
    <>
      <div class="planes" aria-hidden="true">
        {place.row && <RowValues place={place.row} held={held} fill={fill} choose={choose} tell={tell} />}
        {shape.length === 3 &&
          place.maps.map((map) => (
            <MapCanvas
              key={map.channel}
              place={map}
              held={held}
              channels={shape[0]}
              rows={shape[1]}
              cols={shape[2]}
              fill={fill}
              isBehind={isStack(place) && map.channel !== front}
              onPick={(row, col) => choose({ channel: planeOf(map), row, col })}
              tell={(row, col) => tell({ channel: planeOf(map), row, col })}
            />
          ))}
      </div>
      {place.hidden > 0 && (
        <span class="hidden-maps" style={{ left: `${place.x}px`, width: `${place.width}px` }}>
          {t('and {0} more channels', countText(place.hidden))}
        </span>
      )}
      <FocusCell column={column} place={place} scale={scale} isChosen={chosen?.column === index} />
    </>
  );
}

/** A press on the picture in its colours is one on its first channel. */
function planeOf({ channel }: MapPlace): number {
  return channel === 'colours' ? 0 : channel;
}

/** Maps of a stack lie over each other. */
function isStack({ maps }: ColumnPlace): boolean {
  const [first, second] = maps;
  return first !== undefined && second !== undefined && Math.abs(first.x - second.x) < first.width;
}

/** Where maps will be. */
function Blank({ place }: { readonly place: ColumnPlace }) {
  const boxes = place.row ? [place.row] : place.maps;
  return (
    <>
      {boxes.map(({ x, y, width, height }) => (
        <i
          key={`${x} ${y}`}
          class="blank"
          style={{ left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` }}
        />
      ))}
    </>
  );
}
