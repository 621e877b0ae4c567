import assert from 'node:assert/strict';
import { matrixOf } from '../../../src/engine/tensor';
import { MatrixShelf } from '../../../src/host/matrixShelf';

describe('MatrixShelf', () => {
  const [a, b] = [matrixOf([[1]]), matrixOf([[1]])];

  it('names the same numbers in memory alike, and others apart', () => {
    const shelf = new MatrixShelf();
    assert.equal(shelf.idOf(a), shelf.idOf({ ...a }));
    assert.notEqual(shelf.idOf(a), shelf.idOf(b));
  });

  it('lets each matrix cross once, as long as snapshots go on naming it', () => {
    const shelf = new MatrixShelf();
    assert.deepEqual(shelf.newcomers([a, b]), [a, b]);
    assert.deepEqual(shelf.newcomers([a]), []);
    assert.deepEqual(shelf.newcomers([a, b]), [b]);
  });

  it('lets everything cross again for a view that has just loaded', () => {
    const shelf = new MatrixShelf();
    shelf.newcomers([a]);
    shelf.forgetSent();
    assert.deepEqual(shelf.newcomers([a]), [a]);
  });
});
