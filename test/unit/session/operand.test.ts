import assert from 'node:assert/strict';
import {
  arranged,
  cellIndex,
  cellOfIndex,
  type Operand,
  resized,
  shownMatrix,
  withCell,
} from '../../../src/session/operand';
import { type Arrangement, arrangementsOf, planeLayout } from '../../../src/session/planeLayout';

function counting(shape: readonly number[], plane = 0, arrangement?: Arrangement): Operand {
  const size = shape.reduce((product, side) => product * side, 1);
  const data = Float64Array.from({ length: size }, (_, i) => i);
  const origin = { kind: 'clipboard' } as const;
  return { name: undefined, tensor: { shape, data }, plane, origin, written: undefined, arrangement };
}

/** Shape and numbers as rows. */
function rowsOf(operand: Operand): readonly (readonly number[])[] {
  const { shape, data } = shownMatrix(operand);
  return Array.from({ length: shape[0] }, (_, row) => [...data.slice(row * shape[1], (row + 1) * shape[1])]);
}

describe('shownMatrix(operand)', () => {
  it('cuts a plane out of channels first', () => {
    assert.deepEqual([...shownMatrix(counting([2, 2, 2], 1)).data], [4, 5, 6, 7]);
  });

  it('cuts a plane out of channels last', () => {
    assert.deepEqual([...shownMatrix(counting([2, 2, 3], 1)).data], [1, 4, 7, 10]);
  });

  it('lays one axis out as a row, a column or a square', () => {
    assert.deepEqual(rowsOf(counting([4], 0, 'row')), [[0, 1, 2, 3]]);
    assert.deepEqual(rowsOf(counting([4], 0, 'column')), [[0], [1], [2], [3]]);
    assert.deepEqual(rowsOf(counting([4], 0, 'square')), [
      [0, 1],
      [2, 3],
    ]);
  });

  // NumPy 1.24: np.arange(24).reshape(2, 2, 3, 2)[:, :, i, o], [n, :, :, c] and [n, c]; the planes in reading order.
  it('cuts planes out of four axes', () => {
    const shape = [2, 2, 3, 2];
    assert.deepEqual(rowsOf(counting(shape, 1, 'hwio')), [
      [1, 7],
      [13, 19],
    ]);
    assert.deepEqual(rowsOf(counting(shape, 3, 'nhwc')), [
      [13, 15, 17],
      [19, 21, 23],
    ]);
    assert.deepEqual(rowsOf(counting(shape, 2, 'nchw')), [
      [12, 13],
      [14, 15],
      [16, 17],
    ]);
  });

  it('shows the changed cell where it was changed', () => {
    for (const operand of [counting([2, 2, 3], 2), counting([2, 2, 2], 1), counting([2, 2])]) {
      const { data } = shownMatrix(withCell(operand, 1, 0, 99));
      assert.equal(data[2], 99);
      assert.equal(data.filter((value) => value === 99).length, 1);
    }
  });

  it('finds the cell of a number again, in every arrangement', () => {
    for (const shape of [[9], [2, 3], [2, 3, 4], [2, 2, 3, 2]])
      for (const arrangement of [undefined, ...arrangementsOf(shape)])
        for (let plane = 0; plane < planeLayout(shape, arrangement).count; plane++) {
          const operand = counting(shape, plane, arrangement);
          const found = operand.tensor.data.reduce((sum, _, index) => {
            const cell = cellOfIndex(operand, index);
            if (cell) assert.equal(cellIndex(operand, cell.row, cell.col), index);
            return sum + (cell ? 1 : 0);
          }, 0);
          assert.equal(found, shownMatrix(operand).data.length, `${shape} ${arrangement}`);
        }
  });
});

describe('arranged(operand, arrangement)', () => {
  it('starts at the first plane', () => {
    assert.deepEqual(rowsOf(arranged(counting([2, 2, 3], 2), 'chw')), [
      [0, 1, 2],
      [3, 4, 5],
    ]);
  });

  it('is over once the matrix is resized', () => {
    assert.deepEqual(rowsOf(resized(arranged(counting([4]), 'column'), 2, 2)), [
      [0, 0],
      [1, 0],
    ]);
  });
});
