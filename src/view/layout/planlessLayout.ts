import { glassAt } from './glassSize';
import { type DrawMode, measures, type StageLayout, type StageRequest } from './stageLayout';

/** What the message takes at most, and what the input's caption needs before the kernel's begins. */
const cardHeight = 170;
const inputCaption = 210;

/** Input and kernel side by side with room for a message below, where no convolution of them exists. */
export function planlessLayout(request: StageRequest, mode: DrawMode): StageLayout {
  const { width, height, padded, kernel } = request;
  const narrowest = measures.edge + 26;
  const head = measures.caption + measures.index;
  const across = (width - narrowest - 90) / (padded[1] + kernel[1]);
  const down = Math.max(60, height - head - 210) / Math.max(padded[0], kernel[0]);
  const fitting = Math.min(56, across, down);
  const cell = fitting >= 4 ? Math.floor(fitting) : fitting;
  const between = width < 620 ? 50 : Math.max(50, inputCaption - padded[1] * cell);
  const both = padded[1] * cell + between + kernel[1] * cell;
  const left = Math.max(narrowest, (width - both) / 2);
  const needed = head + Math.max(padded[0], kernel[0]) * cell + 24 + cardHeight;
  const y = head + Math.max(0, (height - needed) * 0.45);
  const place = (x: number, [rows, cols]: readonly [number, number]) => ({
    x: Math.round(x),
    y: Math.round(y),
    cell,
    rows,
    cols,
  });
  const card = Math.min(460, width - 32);
  const bottom = y + Math.max(padded[0], kernel[0]) * cell + 24;
  return {
    composition: 'apart',
    width,
    height: Math.max(height, bottom + cardHeight),
    inputMode: mode,
    mapMode: 'cells',
    input: place(left, padded),
    kernel: place(left + padded[1] * cell + between, kernel),
    glass: glassAt(request, { x: 0, y: 0 }, 1, 1),
    map: place(0, [0, 0]),
    near: undefined,
    disc: { radius: 0 },
    legend: undefined,
    words: { x: (width - card) / 2, y: bottom, width: card, height: cardHeight - 20 },
    byWeight: false,
    indices: cell >= 17 ? measures.index : 0,
    rail: false,
    sideRail: false,
    digits: request.digits,
  };
}
