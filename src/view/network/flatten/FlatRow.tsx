import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FlattenOrder } from '../../../engine/network/flattening/rowPlace';
import { indexOf } from '../../../engine/network/valuePlace';
import type { SentActivation } from '../../../session/network/networkRequest';
import { countText } from '../../../words/numberText';
import type { Fill } from '../../colour/cellFills';
import { packedColour, paintCells } from '../../stage/paintCells';
import { useNetwork } from '../state/network';
import { placeAt } from './placeAt';

interface FlatRowProps {
  readonly shape: readonly [channels: number, rows: number, cols: number];
  readonly order: FlattenOrder;
  readonly held: SentActivation;
  readonly fill: Fill;
  readonly at: number;
  /** Where its neighbours in the grid stand. */
  readonly marked: readonly number[];
}

/** The whole row as a band, with the chosen value and its neighbours marked. */
export function FlatRow({ shape, order, held, fill, at, marked }: FlatRowProps) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const canvas = useRef<HTMLCanvasElement>(null);
  const count = shape[0] * shape[1] * shape[2];
  useLayoutEffect(() => {
    if (canvas.current === null || held.kind !== 'whole') return;
    paintCells(canvas.current, 1, count, (place) => {
      const value = held.data[indexOf(shape, placeAt(shape, order, place))] ?? Number.NaN;
      const colour = fill(value);
      return colour && packedColour(colour);
    });
  }, [held, fill, order, count]);
  const left = (place: number) => `${((place + 0.5) / count) * 100}%`;
  const said = t(
    'The row of {0} values: the chosen one at place {1}, its neighbours at {2}',
    countText(count),
    countText(at),
    marked.map(countText).join(', '),
  );
  return (
    <div class="flat-row" role="img" aria-label={said} title={said}>
      <div class="marks above">
        <i class="mark chosen" style={{ left: left(at) }} />
      </div>
      {held.kind === 'whole' ? <canvas ref={canvas} class="band" /> : <div class="band" />}
      <div class="marks">
        {marked.map((place) => (
          <i key={place} class="mark" style={{ left: left(place) }} />
        ))}
      </div>
      <p class="ends">
        <span>0</span>
        <span>{t('▼ the chosen value, ▲ its neighbours in the grid, at {0}', marked.map(countText).join(', '))}</span>
        <span>{countText(count - 1)}</span>
      </p>
    </div>
  );
}
