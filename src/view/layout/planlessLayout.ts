import { glassAt } from './glassSize';
import { type DrawMode, measures, type StageLayout, type StageRequest } from './stageLayout';

/** Input and kernel side by side with room for a message below, where no convolution of them exists. */
export function planlessLayout(request: StageRequest, mode: DrawMode): StageLayout {
  const { width, height, padded, kernel } = request;
  const left = measures.edge + 26;
  const y = measures.caption + measures.index;
  const across = (width - left - 90) / (padded[1] + kernel[1]);
  const down = Math.max(60, height - y - 210) / Math.max(padded[0], kernel[0]);
  const fitting = Math.min(56, across, down);
  const cell = fitting >= 4 ? Math.floor(fitting) : fitting;
  const place = (x: number, [rows, cols]: readonly [number, number]) => ({ x: Math.round(x), y, cell, rows, cols });
  const bottom = y + Math.max(padded[0], kernel[0]) * cell + 24;
  return {
    composition: 'apart',
    width,
    height: Math.max(height, bottom + 170),
    inputMode: mode,
    mapMode: 'cells',
    input: place(left, padded),
    kernel: place(left + padded[1] * cell + 50, kernel),
    glass: glassAt(request, { x: 0, y: 0 }, 1, 1),
    map: place(0, [0, 0]),
    near: undefined,
    disc: { radius: 0 },
    legend: undefined,
    words: { x: 16, y: bottom, width: Math.min(480, width - 32), height: 150 },
    indices: cell >= 17 ? measures.index : 0,
    rail: false,
    sideRail: false,
    digits: request.digits,
  };
}
