import type { Box, GridPlace } from './geometryBox';

/** What the stage has to hold and how much room there is. Sizes of matrices are `[rows, columns]`. */
export interface StageRequest {
  readonly width: number;
  readonly height: number;
  /** The input with its padding. */
  readonly padded: readonly [number, number];
  readonly input: readonly [number, number];
  readonly kernel: readonly [number, number];
  /** Cells that the kernel spans on each axis; more than its size where it is dilated. */
  readonly span: readonly [number, number];
  readonly map: readonly [number, number];
  /** Where the map's first row is level with the padded input: the row of the first patch's centre. */
  readonly level: number;
  /** Characters of the longest number that a cell should show. */
  readonly digits: { readonly input: number; readonly kernel: number; readonly map: number };
  /** Whether the vertical stride track is drawn too. */
  readonly sideRail: boolean;
  /** Whether a stride hops over cells. */
  readonly strided: boolean;
  /** Characters of the sentence, and of its longest row. */
  readonly sentence: number;
  /** Whether the step is written as rows in the place of the sentence. */
  readonly asRows: boolean;
  /** Whether it is shown to an audience: larger, without what is not looked at. */
  readonly presenting: boolean;
  /** Whether tracks, indices and the space around are given up, so that cells keep their digits. */
  readonly tight?: boolean;
}

/** Sentences with more terms than this are folded, in narrow windows where they do not stand in columns, and in others. */
export const foldAfter = { narrow: 12, wide: 25 } as const;

/** What the step's rows take: three lines of cells, and a scroll bar below. */
export const rowsHeight = 92;

/** Which arrangement was taken. */
export type Composition = 'bench' | 'side' | 'vee' | 'line' | 'tower' | 'row' | 'strip' | 'thumbs' | 'apart';

/** How a matrix is drawn. */
export type DrawMode = 'cells' | 'picture';

/** The lens: its rectangle and the size of each product's cell. */
export interface GlassPlace extends Box {
  readonly cellWidth: number;
  readonly cellHeight: number;
}

/** Where everything of the stage stands. */
export interface StageLayout {
  readonly composition: Composition;
  /** What the arrangement needs; more than the room there is where even the smallest cells do not fit. */
  readonly width: number;
  readonly height: number;
  readonly inputMode: DrawMode;
  readonly mapMode: DrawMode;
  /** The input with its padding. */
  readonly input: GridPlace;
  readonly kernel: GridPlace;
  readonly glass: GlassPlace;
  readonly map: GridPlace;
  /** The cells around the patch as numbers, beside a picture. */
  readonly near: GridPlace | undefined;
  readonly disc: { readonly radius: number };
  readonly legend: Box | undefined;
  readonly words: Box;
  /** Whether there is room for the sum gathered by weight below the sentence. */
  readonly byWeight: boolean;
  /** Height of the band of indices above and beside the grids; 0 where none are shown. */
  readonly indices: number;
  readonly rail: boolean;
  readonly sideRail: boolean;
  /** Characters of the longest number of each grid. */
  readonly digits: StageRequest['digits'];
}

/** Changes when the grids change their place or their cells: what glides from step to step must not glide then. */
export function placesKey({ input, map, glass }: StageLayout): string {
  return [input.x, input.y, input.cell, map.x, map.y, map.cell, glass.x, glass.y].join();
}

/** Measures that all arrangements share, in pixels. */
export const measures = {
  caption: 28,
  index: 20,
  rail: 34,
  glassPad: 10,
  glassGap: 4,
  legend: 76,
  edge: 18,
} as const;

/** Space between the cells of a grid of this cell size. */
export function cellGap(cell: number): number {
  return cell >= 24 ? 2 : cell >= 9 ? 1 : 0;
}

/** Size of the digits in a cell whose grid has numbers of so many characters. */
export function digitSize(cell: number, longest = 1): number {
  return Math.max(12, Math.min(22, Math.round(cell * 0.34), Math.floor((cell - 5) / (longest * 0.605))));
}

/** How many characters of the editor font stand side by side in a cell; 0 where digits would not be readable, or, in small cells, not all. */
export function roomFor(cellWidth: number, fontSize: number, longest = 1): number {
  const room = Math.floor((cellWidth - 3) / (fontSize * 0.605));
  return cellWidth < 17 || (cellWidth < 26 && longest > room + 1) ? 0 : room;
}
