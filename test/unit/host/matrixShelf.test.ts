import assert from 'node:assert/strict';
import { type Matrix, matrixOf } from '../../../src/engine/tensor';
import { MatrixShelf } from '../../../src/host/matrixShelf';

describe('MatrixShelf', () => {
  const [a, b] = [matrixOf([[1]]), matrixOf([[1]])];

  it('names the same numbers in memory alike, and others apart', () => {
    const shelf = new MatrixShelf();
    assert.equal(shelf.idOf(a), shelf.idOf({ ...a }));
    assert.notEqual(shelf.idOf(a), shelf.idOf(b));
    const row = matrixOf([[1, 2]]);
    assert.notEqual(shelf.idOf(row), shelf.idOf({ shape: [2, 1], data: row.data }));
  });

  it('lets each matrix cross once, as long as snapshots go on naming it', () => {
    const shelf = new MatrixShelf();
    const named = (...matrices: readonly Matrix[]) => new Map(matrices.map((one) => [shelf.idOf(one), one]));
    const fresh = (...matrices: readonly Matrix[]) => shelf.newcomers(named(...matrices)).map(([, one]) => one);
    assert.deepEqual(fresh(a, b), [a, b]);
    assert.deepEqual(fresh(a), []);
    assert.deepEqual(fresh(a, b), [b]);
  });

  it('lets a finer picture of the same matrix cross too', () => {
    const shelf = new MatrixShelf();
    const [coarse, fine] = [{}, {}];
    assert.equal(shelf.newcomers(new Map([['m1', coarse]])).length, 1);
    assert.equal(shelf.newcomers(new Map([['m1', coarse]])).length, 0);
    assert.deepEqual(shelf.newcomers(new Map([['m1', fine]])), [['m1', fine]]);
  });

  it('lets everything cross again for a view that has just loaded', () => {
    const shelf = new MatrixShelf();
    const named = new Map([[shelf.idOf(a), a]]);
    shelf.newcomers(named);
    shelf.forgetSent();
    assert.equal(shelf.newcomers(named).length, 1);
  });
});
