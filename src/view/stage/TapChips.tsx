import { shortNumber } from '../../words/numberText';
import type { Fill } from '../colour/cellFills';
import { styleOf } from '../grid/GridCell';
import type { GridPlace } from '../layout/geometryBox';
import type { ShownStep } from '../state/shownStep';

interface TapChipsProps {
  readonly place: GridPlace;
  /** Cells of padding before the input's first row and column. */
  readonly before: { readonly row: number; readonly col: number };
  readonly shown: ShownStep;
  readonly fill: Fill;
}

/** In large cells: the weight that each value of the patch meets, at the corner of its cell. */
export function TapChips({ place, before, shown, fill }: TapChipsProps) {
  const { x, y, cell } = place;
  const { terms } = shown;
  if (cell < 64 || terms === undefined || terms.length > 25) return null;
  return (
    <div class="tap-chips" aria-hidden="true">
      {terms.map(({ tap, weight }) => (
        <span
          key={`${tap.kernelRow},${tap.kernelCol}`}
          style={{
            left: `${x + (tap.col + before.col + 1) * cell - 6}px`,
            top: `${y + (tap.row + before.row + 1) * cell - 6}px`,
            ...styleOf(fill(weight)),
          }}
        >
          {shortNumber(weight, 4)}
        </span>
      ))}
    </div>
  );
}
