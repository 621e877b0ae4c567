import { useMemo } from 'preact/hooks';
import type { Matrix } from '../../engine/tensor';
import { type Fill, noFill } from '../colour/cellFills';
import { mix, type Rgb } from '../colour/rgb';
import type { CellLook } from '../grid/gridView';
import { mostCells } from '../layout/layoutStage';
import { digitSize, roomFor } from '../layout/stageLayout';
import type { Cells } from '../state/cells';
import { useLens } from '../state/lens';

/** Characters of a number where fewer digits are wanted. */
const fewCharacters = 4;

/** Longer numbers are rounded in small cells, however many digits are wanted. */
const mostInSmallCells = 6;

/** What is left of the colours beside the patch in a presentation. */
const besidePatch = 0.55;

/** How the cells of a grid look, as the person wants them; `longest` is the length of the grid's longest number. */
export function useCellLook(fill: Fill, cell: number, longest: number, of?: Cells): CellLook {
  const { model } = useLens();
  const { cells, digits } = model.settings.value;
  const fontSize = digitSize(cell, longest);
  const fits = roomFor(cell, fontSize, Math.min(longest, mostInSmallCells));
  const isCoarse = useMemo(() => fits > 0 && fits < fewCharacters && hasLonger(of?.whole, fits), [of, fits]);
  const room = isCoarse ? 0 : digits === 'fewer' ? Math.min(fits, fewCharacters) : fits;
  return useMemo(
    () => ({
      // Where digits have no room, colours are all there is.
      fill: cells === 'numbers' && room > 0 ? noFill : fill,
      fontSize,
      room,
      hidesNumbers: cells === 'colours',
    }),
    [fill, fontSize, room, cells],
  );
}

/** Whether there are whole numbers of which so few characters would tell little more than how long they are. */
function hasLonger(matrix: Matrix | undefined, characters: number): boolean {
  if (matrix === undefined || matrix.data.length > mostCells) return false;
  const most = 10 ** characters;
  return matrix.data.some((value) => Number.isInteger(value) && (value >= most || value <= -most / 10));
}

/** The look of the input: in a presentation, the cells beside the patch recede. */
export function useInputLook(fill: Fill, cell: number, longest: number, ground: Rgb, of?: Cells): CellLook {
  const { model } = useLens();
  const look = useCellLook(fill, cell, longest, of);
  const presenting = model.presenting.value;
  return useMemo(() => {
    if (!presenting) return look;
    const outside: Fill = (value) => {
      const colour = look.fill(value);
      return colour && mix(ground, colour, besidePatch);
    };
    return { ...look, outside };
  }, [look, presenting, ground]);
}
