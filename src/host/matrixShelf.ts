import type { Tensor } from '../engine/tensor';

/**
 * Names matrices by identity, so that each crosses to a view once. `newcomers` keeps exactly the named matrices:
 * the view forgets what a snapshot no longer names, and so does the shelf.
 */
export class MatrixShelf {
  private readonly ids = new WeakMap<Float64Array, string>();
  private sent = new Set<string>();
  private count = 0;

  /** The id of a matrix: the same for the same numbers in memory, whatever asks. */
  idOf(matrix: Tensor): string {
    const known = this.ids.get(matrix.data);
    if (known !== undefined) return known;
    this.count += 1;
    const id = `m${this.count}`;
    this.ids.set(matrix.data, id);
    return id;
  }

  /** Of the matrices that a snapshot names, those that the view does not hold yet. */
  newcomers<T extends Tensor>(named: readonly T[]): readonly T[] {
    const fresh = named.filter((matrix) => !this.sent.has(this.idOf(matrix)));
    this.sent = new Set(named.map((matrix) => this.idOf(matrix)));
    return fresh;
  }

  /** A view that has just loaded holds nothing. */
  forgetSent(): void {
    this.sent = new Set();
  }
}
