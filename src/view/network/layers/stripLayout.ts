import type { StageShape } from '../../../engine/network/networkStage';

/** A rectangle in the strip, in pixels. */
export interface StripBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The map of one channel, or of a coloured picture, which has all three in one. */
export interface MapPlace extends StripBox {
  readonly channel: number | 'colours';
}

/** Where the values of one activation are drawn. */
export interface ColumnPlace {
  readonly x: number;
  readonly width: number;
  readonly maps: readonly MapPlace[];
  /** Channels that have no map, since there are too many. */
  readonly hidden: number;
  /** The values of a row, one below the other in runs; undefined for planes. */
  readonly row: RowPlace | undefined;
}

/** A row of values as runs from top to bottom, side by side. */
export interface RowPlace extends StripBox {
  readonly values: number;
  readonly perRun: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
}

/** Everything has its place in pixels, and all maps the same scale. */
export interface StripPlaces {
  /** Pixels of a cell. */
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  readonly columns: readonly ColumnPlace[];
}

/** What one column holds: no shape where the stage cannot be; then the reason is told in its place. */
export interface ColumnOrder {
  readonly shape: StageShape | undefined;
  readonly isRefused: boolean;
  /** A picture of three channels is also shown in its colours, where there is room beside them. */
  readonly isColoured: boolean;
}

/** What the strip is laid out by. */
export interface StripOrder {
  readonly columns: readonly ColumnOrder[];
  readonly width: number;
  readonly height: number;
  readonly isStacked: boolean;
  /** The height of the letters beside the maps, in pixels. */
  readonly letters: number;
  /** The channel in front of each stack. */
  readonly fronts: readonly number[];
}

/** The room between two columns, in which an arrow stands. */
export const columnGap = 34;

/** No column is narrower than its words; in heights of letters, as are the next two. */
const leastColumn = 9.1;

/** What a stage says that cannot be. */
const refusedColumn = 17.7;

/** More maps than these are no picture. */
export const mostMaps = 32;

const mapGap = 4;
const stackStep = 5;
const mostStacked = 12;
const mostScale = 34;
/** In cells of that side numbers can be read: what is small is shown so. */
const readableCell = 26;

/** The image is never smaller, or nothing would be seen on it; where the strip is scrolled, it has that share of the height. */
const leastImage = { pixels: 72, share: 0.38 } as const;

/**
 * Lays the activations of a strip side by side, every map at one scale: the largest at which all fit into the width, or
 * one at which the image can still be seen, so that the strip is scrolled.
 */
export function stripLayout(order: StripOrder): StripPlaces {
  const sides = order.columns.flatMap(({ shape }) => (shape?.length === 3 ? [shape[1], shape[2]] : []));
  const largest = Math.max(1, ...sides);
  const most = Math.min(mostScale, (order.height - (order.isStacked ? mostStacked * stackStep : 0)) / largest);
  const least = Math.min(most, leastImage.pixels / largest);
  if (widthAt(order, least) > order.width) {
    const readable = readableCell * largest;
    const wanted = Math.max(order.height * leastImage.share, readable <= order.height * 0.8 ? readable : 0);
    const scrolled = Math.max(least, Math.min(most, wanted / largest));
    return placesAt(order, rounded(scrolled));
  }
  let low = least;
  let high = most;
  for (let i = 0; i < 24; i++) {
    const middle = (low + high) / 2;
    if (widthAt(order, middle) <= order.width) low = middle;
    else high = middle;
  }
  return placesAt(order, rounded(low));
}

/** Whole pixels where cells are large, so that their edges are sharp. */
function rounded(scale: number): number {
  return scale >= 4 ? Math.floor(scale) : Math.floor(scale * 8) / 8 || scale;
}

function widthAt(order: StripOrder, scale: number): number {
  const widths = order.columns.map((column) => columnWidth(column, order, scale));
  return widths.reduce((sum, width) => sum + width, 0) + columnGap * (widths.length + 1);
}

function columnWidth({ shape, isRefused, isColoured }: ColumnOrder, order: StripOrder, scale: number): number {
  if (isRefused) return refusedColumn * order.letters;
  return Math.max(leastColumn * order.letters, shape === undefined ? 0 : contentWidth(shape, order, scale, isColoured));
}

function contentWidth(shape: StageShape, order: StripOrder, scale: number, isColoured: boolean): number {
  if (shape.length === 1) return rowPlace(shape[0], order).width;
  const [channels, , cols] = shape;
  if (order.isStacked) return cols * scale + (stackedCount(channels) - 1) * stackStep;
  const across = acrossOf(shape, order, scale, isColoured);
  return across * (cols * scale + mapGap) - mapGap;
}

function stackedCount(channels: number): number {
  return Math.min(channels, mostStacked);
}

/** How many maps stand beside each other, as many being below each other as there is room for. */
function acrossOf(
  [channels, rows]: readonly [number, number, number],
  { height }: StripOrder,
  scale: number,
  isColoured: boolean,
): number {
  const shown = Math.min(channels, mostMaps) + (isColoured ? 1 : 0);
  const down = Math.max(1, Math.floor((height + mapGap) / (rows * scale + mapGap)));
  // Columns of one height look better than full ones and a rest.
  return Math.ceil(shown / Math.min(down, shown));
}

function placesAt(order: StripOrder, scale: number): StripPlaces {
  let x = columnGap;
  const columns = order.columns.map((one, index): ColumnPlace => {
    const width = columnWidth(one, order, scale);
    const column = columnAt(one, order, { scale, x, width, front: order.fronts[index] ?? 0 });
    x += width + columnGap;
    return column;
  });
  return { scale, width: Math.max(x, 0), height: order.height, columns };
}

interface ColumnAt {
  readonly scale: number;
  readonly x: number;
  readonly width: number;
  readonly front: number;
}

function columnAt({ shape, isColoured }: ColumnOrder, order: StripOrder, at: ColumnAt): ColumnPlace {
  const { x, width } = at;
  if (shape === undefined) return { x, width, maps: [], hidden: 0, row: undefined };
  const left = x + (width - contentWidth(shape, order, at.scale, isColoured)) / 2;
  if (shape.length === 1)
    return { x, width, maps: [], hidden: 0, row: { ...rowPlace(shape[0], order), x: Math.round(left) } };
  const maps = order.isStacked ? stackPlaces(shape, at, left) : sidePlaces(shape, order, { ...at, isColoured }, left);
  return {
    x,
    width,
    maps,
    hidden: shape[0] - maps.filter(({ channel }) => channel !== 'colours').length,
    row: undefined,
  };
}

function sidePlaces(
  shape: readonly [number, number, number],
  order: StripOrder,
  { scale, isColoured }: ColumnAt & Pick<ColumnOrder, 'isColoured'>,
  left: number,
): readonly MapPlace[] {
  const [channels, rows, cols] = shape;
  const across = acrossOf(shape, order, scale, isColoured);
  const planes = Array.from({ length: Math.min(channels, mostMaps) }, (_, channel) => channel);
  return [...(isColoured ? (['colours'] as const) : []), ...planes].map((channel, place) => ({
    channel,
    x: Math.round(left + (place % across) * (cols * scale + mapGap)),
    y: Math.round(Math.floor(place / across) * (rows * scale + mapGap)),
    width: cols * scale,
    height: rows * scale,
  }));
}

/** The channel in front lies lowest and leftmost; the others behind it in their order, from the top right. */
function stackPlaces(
  [channels, rows, cols]: readonly [number, number, number],
  { scale, front }: ColumnAt,
  left: number,
): readonly MapPlace[] {
  const count = stackedCount(channels);
  const behind = Array.from({ length: channels }, (_, channel) => channel).filter((channel) => channel !== front);
  const order = [...behind.slice(0, count - 1).reverse(), Math.min(front, channels - 1)];
  return order.map((channel, place) => ({
    channel,
    x: Math.round(left + (count - 1 - place) * stackStep),
    y: place * stackStep,
    width: cols * scale,
    height: rows * scale,
  }));
}

/** Beyond so many runs the values become finer than pixels. */
const mostRuns = 110;
const fewWidth = 8.8;

/** Few values are cells with digits, many are lines. */
function rowPlace(values: number, { height, letters }: StripOrder): RowPlace {
  const most = Math.round(fewWidth * letters);
  const line = letters * 1.5;
  const few = values * line <= height || values <= 10;
  const cellHeight = few
    ? Math.max(line, Math.min(2 * letters, Math.floor(height / values)))
    : values * 6 <= height
      ? Math.floor(height / values)
      : Math.max(2, Math.min(6, Math.floor((height * 6) / values)));
  const perRun = few ? values : Math.max(1, Math.floor(height / cellHeight), Math.ceil(values / mostRuns));
  const runs = Math.ceil(values / perRun);
  const cellWidth = few ? most : Math.max(1, Math.min(18, Math.floor(most / runs)));
  const fitting = Math.min(cellHeight, height / perRun);
  const [width, run] = [runs * cellWidth, Math.min(values, perRun)];
  return { x: 0, y: 0, width, height: run * fitting, values, perRun, cellWidth, cellHeight: fitting };
}
