import { fillValue } from '../padding/fill';
import type { Shape4 } from '../shape4';
import { bytesOf, type Machine, numbersOf } from './machine';
import type { PlacedInput, Precision } from './pathRunner';
import { isWithin, type Margins, type PlacedMargins, sameFill, union } from './placedMargins';
import { type PlaneLayout, planeLayout } from './planeLayout';

/** Rows of at least this many bytes are copied one by one; shorter ones together, and moved apart in WASM memory. */
const longRow = 4096;
const stagedBytes = 1 << 17;

/** A picture in WASM memory, with room around each plane where the added cells of a plan are written. */
export class PlacedPicture {
  private layout: PlaneLayout;
  /** The added cells that stand around the planes at present. */
  private written: PlacedMargins | undefined;
  private most: number | undefined;
  private whole: boolean | undefined;

  constructor(
    private readonly machine: Machine,
    readonly shape: Shape4,
    readonly precision: Precision,
    room: Margins,
  ) {
    this.layout = planeLayout(machine, shape, precision, room);
  }

  /** The picture as a plan reads it. Writes the plan's added cells first, where others stand; moves nothing else. */
  inputFor(placed: PlacedMargins): PlacedInput {
    if (!isWithin(placed.margins, this.layout.room)) this.makeRoom(placed.margins);
    const { written } = this;
    if (!written || !sameFill(written.fill, placed.fill) || !isWithin(placed.margins, written.margins)) {
      this.writeMargins(placed);
    }
    const { above, before } = placed.margins;
    const { first, rowPitch, planePitch } = this.layout;
    const address = first - (above * rowPitch + before) * bytesOf(this.precision);
    return { precision: this.precision, address, rowPitch, planePitch };
  }

  /** Puts other numbers in their place: NCHW without gaps, of this picture's shape. */
  replace(data: Float32Array | Float64Array): void {
    this.written = undefined;
    this.most = undefined;
    this.whole = undefined;
    const [, , rows, columns] = this.shape;
    const bytes = columns * bytesOf(this.precision);
    if (bytes >= longRow) this.copyRows(data);
    else this.stageRows(data, Math.max(1, Math.min(rows, Math.floor(stagedBytes / bytes))));
  }

  /** The largest absolute value; NaN where one of the numbers is NaN. */
  largest(): number {
    this.most ??= this.planeStarts().reduce((most, start) => {
      const found = this.scan('largest', start);
      return found > most || Number.isNaN(found) ? found : most;
    }, 0);
    return this.most;
  }

  /** True where all are whole numbers. */
  isWhole(): boolean {
    this.whole ??= this.planeStarts().every((start) => this.scan('areWhole', start) === 1);
    return this.whole;
  }

  /** Gives the memory back; the picture cannot be used any more. */
  release(): void {
    this.machine.arena.release(this.layout.block);
  }

  private get planes(): number {
    return this.shape[0] * this.shape[1];
  }

  private planeStarts(): number[] {
    const { first, planePitch } = this.layout;
    return Array.from({ length: this.planes }, (_, plane) => first + plane * planePitch * bytesOf(this.precision));
  }

  private scan(name: 'largest' | 'areWhole', start: number): number {
    const [, , rows, columns] = this.shape;
    return this.helper(name)(start, this.layout.rowPitch, rows, columns);
  }

  private helper(name: string): (...args: number[]) => number {
    return this.machine.helpers()[`${name}${this.precision === 'float32' ? 32 : 64}`]!;
  }

  private writeMargins(placed: PlacedMargins): void {
    const { margins, fill, sources } = placed;
    const { first, rowPitch, planePitch } = this.layout;
    const [, , rows, columns] = this.shape;
    const { above, below, before, behind } = margins;
    const write = this.helper('margins');
    const value = fillValue(fill) ?? 0;
    write(first, rowPitch, planePitch, this.planes, rows, columns, above, below, before, behind, sources, value);
    this.written = placed;
  }

  private makeRoom(wanted: Margins): void {
    const old = this.layout;
    this.layout = planeLayout(this.machine, this.shape, this.precision, union(old.room, wanted));
    const from = { start: old.first, rowPitch: old.rowPitch, planePitch: old.planePitch };
    for (let plane = 0; plane < this.planes; plane++) {
      this.moveRows(
        plane,
        0,
        this.shape[2],
        from.start + plane * from.planePitch * bytesOf(this.precision),
        old.rowPitch,
      );
    }
    this.machine.arena.release(old.block);
    this.written = undefined;
  }

  private copyRows(data: Float32Array | Float64Array): void {
    const { first, rowPitch, planePitch } = this.layout;
    const [, , rows, columns] = this.shape;
    const numbers = numbersOf(this.machine.views(), this.precision);
    let from = 0;
    for (let plane = 0; plane < this.planes; plane++) {
      let to = first / bytesOf(this.precision) + plane * planePitch;
      for (let row = 0; row < rows; row++, from += columns, to += rowPitch) {
        numbers.set(data.subarray(from, from + columns), to);
      }
    }
  }

  private stageRows(data: Float32Array | Float64Array, rowsAtOnce: number): void {
    const [, , rows, columns] = this.shape;
    const bytes = bytesOf(this.precision);
    const stage = this.machine.arena.allocate(rowsAtOnce * columns * bytes);
    const numbers = numbersOf(this.machine.views(), this.precision);
    for (let plane = 0; plane < this.planes; plane++) {
      for (let row = 0; row < rows; row += rowsAtOnce) {
        const count = Math.min(rowsAtOnce, rows - row);
        const from = (plane * rows + row) * columns;
        numbers.set(data.subarray(from, from + count * columns), stage / bytes);
        this.moveRows(plane, row, count, stage, columns);
      }
    }
    this.machine.arena.release(stage);
  }

  /** Fills rows of a plane from elsewhere in WASM memory. */
  private moveRows(plane: number, row: number, count: number, source: number, sourcePitch: number): void {
    const { first, rowPitch, planePitch } = this.layout;
    const bytes = bytesOf(this.precision);
    const target = first + (plane * planePitch + row * rowPitch) * bytes;
    const move = this.machine.helpers().moveRows!;
    move(target, rowPitch * bytes, source, sourcePitch * bytes, count, this.shape[3] * bytes);
  }
}
