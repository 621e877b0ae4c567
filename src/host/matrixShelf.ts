import type { Tensor } from '../engine/tensor';

/**
 * Names matrices by identity, so that each crosses to a view once. `newcomers` keeps exactly what a snapshot names: the
 * view forgets what a snapshot no longer names, and so does the shelf.
 */
export class MatrixShelf {
  private readonly ids = new WeakMap<Float64Array, Map<string, string>>();
  private sent: ReadonlyMap<string, object> = new Map();
  private count = 0;

  /** The id of a matrix: the same for the same numbers in memory in the same shape, whatever asks. */
  idOf({ shape, data }: Tensor): string {
    const ids = this.ids.get(data) ?? new Map<string, string>();
    this.ids.set(data, ids);
    const key = shape.join(' ');
    const known = ids.get(key);
    if (known !== undefined) return known;
    this.count += 1;
    const id = `m${this.count}`;
    ids.set(key, id);
    return id;
  }

  /** Of what a snapshot names, by id, that which the view does not hold yet: a matrix, or its newest picture. */
  newcomers<T extends object>(named: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
    const fresh = [...named].filter(([id, thing]) => this.sent.get(id) !== thing);
    this.sent = new Map(named);
    return fresh;
  }

  /** A view that has just loaded holds nothing. */
  forgetSent(): void {
    this.sent = new Map();
  }
}
