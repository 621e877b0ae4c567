import type { Matrix } from '../engine/tensor';
import { type Operand, shownMatrix } from '../session/operand';

/** Cuts the shown plane out of an operand once, so that the same operand is always the same matrix. */
export class PlaneCache {
  private readonly planes = new WeakMap<Operand, Matrix>();

  of(operand: Operand): Matrix {
    const known = this.planes.get(operand);
    if (known) return known;
    const plane = shownMatrix(operand);
    this.planes.set(operand, plane);
    return plane;
  }
}
