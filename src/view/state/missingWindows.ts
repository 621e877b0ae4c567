import type { AxisPlan, Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import { fillSource } from '../../engine/padding/fill';
import type { CellWindow } from '../../protocol/lens';
import type { Cells } from './cells';

/** Cells around the patch that are shown beside it, and so many more that the next steps are here before they come. */
const near = 8;
const ahead = 40;

interface Looking {
  readonly plan: Conv2dPlan;
  readonly input: Cells;
  readonly output: Cells | undefined;
  readonly step: number;
}

/** A window of a matrix that is not here. */
export interface Missing {
  readonly id: string;
  readonly window: CellWindow;
}

/** What to ask the host for, so that a step can be shown with its surroundings; nothing where all of it is here. */
export function missingWindows({ plan, input, output, step }: Looking): readonly Missing[] {
  const { height, width, fill } = plan;
  const row = Math.floor(step / width.outputSize);
  const col = step % width.outputSize;
  const rows = runsOf(sources(height, row, (position) => fillSource(fill, position, height.inputSize)));
  const cols = runsOf(sources(width, col, (position) => fillSource(fill, position, width.inputSize)));
  const inInput = rows.flatMap((r) => cols.map((c) => ({ cells: input, rows: r, cols: c })));
  const around = (at: number, size: number): Run => [Math.max(0, at - near), Math.min(size - 1, at + near)];
  const inOutput = output
    ? [{ cells: output, rows: around(row, height.outputSize), cols: around(col, width.outputSize) }]
    : [];
  return [...inInput, ...inOutput]
    .filter(({ cells, rows: r, cols: c }) => cells.whole === undefined && !isHere(cells, r, c))
    .map(({ cells, rows: r, cols: c }) => ({ id: cells.id, window: windowAround(r, c) }));
}

/** First and last index. */
type Run = readonly [number, number];

/** The input cells that fill the patch and its surroundings along an axis. */
function sources(axis: AxisPlan, output: number, sourceOf: (position: number) => number): readonly number[] {
  const first = output * axis.stride - axis.before;
  const from = Math.max(-axis.before, first - near);
  const to = Math.min(axis.inputSize + axis.after, first + axis.span + near);
  const all = Array.from({ length: Math.max(0, to - from) }, (_, i) => sourceOf(from + i));
  return [...new Set(all.filter((source) => source >= 0))].sort((a, b) => a - b);
}

/** Indices in runs without large gaps: a circular fill reads from both ends. */
function runsOf(indices: readonly number[]): readonly Run[] {
  const runs: [number, number][] = [];
  for (const index of indices) {
    const last = runs.at(-1);
    if (last && index - last[1] <= ahead) last[1] = index;
    else runs.push([index, index]);
  }
  return runs;
}

function isHere({ regions }: Cells, [top, bottom]: Run, [left, right]: Run): boolean {
  return regions.some(
    ({ row, col, rows, cols }) => row <= top && bottom < row + rows && col <= left && right < col + cols,
  );
}

function windowAround([top, bottom]: Run, [left, right]: Run): CellWindow {
  return {
    row: top - ahead,
    col: left - ahead,
    rows: bottom - top + 1 + 2 * ahead,
    cols: right - left + 1 + 2 * ahead,
  };
}
