import type { GridPlace } from '../layout/geometryBox';

interface IndicesProps {
  readonly place: GridPlace;
  /** How many, and how many cells of the place come before the first. */
  readonly rows: number;
  readonly cols: number;
  readonly skipRows: number;
  readonly skipCols: number;
  readonly side: 'left' | 'right';
  readonly row: readonly number[];
  readonly col: readonly number[];
  readonly offset?: number;
}

/** The indices beside a grid, from 0; those of the patch stand out. Cells carry their index, so this is only for the eye. */
export function Indices({ place, rows, cols, skipRows, skipCols, side, row, col, offset = 0 }: IndicesProps) {
  const { x, y, cell } = place;
  const every = Math.max(1, Math.ceil(24 / cell));
  const left = side === 'left' ? x - 28 - offset : x + place.cols * cell + 6;
  return (
    <div class="indices" aria-hidden="true">
      {range(cols, every).map((index) => (
        <span
          key={`c${index}`}
          class={col.includes(index) ? 'now' : ''}
          style={{
            left: `${x + (skipCols + index) * cell}px`,
            top: `${y - 20}px`,
            width: `${cell}px`,
            textAlign: 'center',
          }}
        >
          {index}
        </span>
      ))}
      {range(rows, every).map((index) => (
        <span
          key={`r${index}`}
          class={row.includes(index) ? 'now' : ''}
          style={{
            left: `${left}px`,
            top: `${y + (skipRows + index + 0.5) * cell - 8}px`,
            width: '22px',
            textAlign: side === 'left' ? 'right' : 'left',
          }}
        >
          {index}
        </span>
      ))}
    </div>
  );
}

function range(count: number, every: number): readonly number[] {
  return Array.from({ length: Math.ceil(count / every) }, (_, index) => index * every);
}
