import type { Shape4 } from '../shape4';
import { bytesOf, type Machine } from './machine';
import type { Precision } from './pathRunner';
import type { Margins } from './placedMargins';

/** Where a picture lies; pitches and room count numbers. */
export interface PlaneLayout {
  readonly room: Margins;
  readonly block: number;
  /** The address of cell (0, 0) of the first plane. */
  readonly first: number;
  readonly rowPitch: number;
  readonly planePitch: number;
}

/** Numbers that may be read behind each row and behind the last plane. */
const readBehind = 16;
/** Rows from this length on begin at a cache line. */
const alignedColumns = 128;
const lineNumbers = 16;

/** Takes memory for planes with room around each, NCHW; what lies there is not cleared. */
export function planeLayout(machine: Machine, shape: Shape4, precision: Precision, room: Margins): PlaneLayout {
  const [batch, channels, rows, columns] = shape;
  const bytes = bytesOf(precision);
  const unit = columns < alignedColumns ? 1 : lineNumbers;
  const before = roundUp(room.before, unit);
  const wanted = roundUp(before + columns + room.behind, unit);
  // Rows whole pages apart fall into the same few lines of the caches.
  const rowPitch = (wanted * bytes) % 4096 < 256 && wanted * bytes >= 4096 ? wanted + 5 * lineNumbers : wanted;
  const planePitch = (room.above + rows + room.below) * rowPitch;
  const block = machine.arena.allocate((batch * channels * planePitch + readBehind) * bytes);
  return { room, block, first: block + (room.above * rowPitch + before) * bytes, rowPitch, planePitch };
}

function roundUp(count: number, unit: number): number {
  return Math.ceil(count / unit) * unit;
}
