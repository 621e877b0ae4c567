import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ValuePlace } from '../../../engine/network/valuePlace';
import { notFiniteLevel, valueOfLevel } from '../../../engine/picture/picture';
import type { SentActivation } from '../../../session/network/networkRequest';
import { shortNumber } from '../../../words/numberText';
import type { Fill } from '../../colour/cellFills';
import { digitInk } from '../../colour/contrast';
import { cssOf } from '../../colour/rgb';
import { packedColour, paintCells } from '../../stage/paintCells';
import { rangeOf } from './columnFill';
import type { RowPlace } from './stripLayout';

interface RowValuesProps {
  readonly place: RowPlace;
  readonly held: SentActivation;
  readonly fill: Fill;
  readonly choose: (place: ValuePlace) => void;
  readonly tell: (place: ValuePlace) => string;
}

/** The cells are as high as text from here on. */
const leastDigits = 16;

/** The values of a row: few as bars with their numbers, many as lines that run down and on beside. */
export function RowValues(props: RowValuesProps) {
  return props.place.cellHeight >= leastDigits && props.held.kind === 'whole' ? (
    <Bars {...props} />
  ) : (
    <Lines {...props} />
  );
}

/** Bars from the zero between the lowest and the highest value. */
function Bars({ place, held, fill, choose, tell }: RowValuesProps) {
  const { min, max } = rangeOf(held);
  const low = Math.min(0, min);
  const span = Math.max(0, max) - low || 1;
  const values = held.kind === 'whole' ? [...held.data] : [];
  return (
    <div
      class="row-bars"
      aria-hidden="true"
      style={{ left: `${place.x}px`, top: `${place.y}px`, width: `${place.width}px` }}
    >
      {values.map((value, col) => {
        const share = Number.isFinite(value) ? value : 0;
        const from = ((Math.min(0, share) - low) / span) * 100;
        const colour = fill(value);
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the grid above it has the keys
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid above it has the keys
          <div
            key={col}
            class="row-bar"
            title={tell({ channel: 0, row: 0, col })}
            style={{ height: `${place.cellHeight}px` }}
            onClick={() => choose({ channel: 0, row: 0, col })}
          >
            <span class="at">{col}</span>
            <span class="track">
              <i
                style={{
                  left: `${from}%`,
                  width: `${(Math.abs(share) / span) * 100}%`,
                  background: colour && cssOf(colour),
                  color: colour && cssOf(digitInk(colour)),
                }}
              />
            </span>
            <span class="number">{shortNumber(value, 6)}</span>
          </div>
        );
      })}
    </div>
  );
}

function Lines({ place, held, fill, choose, tell }: RowValuesProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { perRun, values, cellWidth, cellHeight } = place;
  const runs = Math.ceil(values / perRun);
  useLayoutEffect(() => {
    const target = canvas.current;
    if (target === null) return;
    const rows = Math.min(values, perRun);
    const background = packedColour({ r: 0, g: 0, b: 0 }) & 0x00ffffff;
    paintCells(target, rows, runs, (cell) => {
      const index = (cell % runs) * perRun + Math.floor(cell / runs);
      const value = index < values ? valueAt(held, index, values) : undefined;
      if (value === undefined) return background;
      const colour = Number.isFinite(value) ? fill(value) : undefined;
      return colour && packedColour(colour);
    });
  }, [held, fill, perRun, values, runs]);
  const placeAt = (event: MouseEvent): ValuePlace => {
    const run = Math.min(runs - 1, Math.max(0, Math.floor(event.offsetX / cellWidth)));
    const line = Math.min(perRun - 1, Math.max(0, Math.floor(event.offsetY / cellHeight)));
    return { channel: 0, row: 0, col: Math.min(values - 1, run * perRun + line) };
  };
  return (
    <canvas
      ref={canvas}
      class="map sharp"
      style={{ left: `${place.x}px`, top: `${place.y}px`, width: `${place.width}px`, height: `${place.height}px` }}
      onClick={(event) => choose(placeAt(event))}
      onPointerMove={(event) => {
        event.currentTarget.title = tell(placeAt(event));
      }}
    />
  );
}

/** A long row is here as the means of its pieces. */
function valueAt(held: SentActivation, index: number, values: number): number {
  if (held.kind === 'whole') return held.data[index] ?? Number.NaN;
  const { picture } = held;
  const level = picture.levels[Math.floor((index * picture.cols) / values)] ?? notFiniteLevel;
  return valueOfLevel(picture, level);
}
