import assert from 'node:assert/strict';
import { type Operand, planeLayout, shownMatrix, withCell } from '../../../src/session/operand';

function counting(shape: readonly number[], plane = 0): Operand {
  const size = shape.reduce((product, side) => product * side, 1);
  const data = Float64Array.from({ length: size }, (_, i) => i);
  return { name: undefined, tensor: { shape, data }, plane, origin: { kind: 'clipboard' }, written: undefined };
}

describe('planeLayout(shape)', () => {
  const cases: readonly [readonly number[], readonly [number, number, number, boolean]][] = [
    [[4], [1, 4, 1, false]],
    [
      [2, 3],
      [2, 3, 1, false],
    ],
    [
      [1, 1, 4, 4],
      [4, 4, 1, false],
    ],
    [
      [3, 5, 6],
      [5, 6, 3, false],
    ],
    [
      [32, 32, 3],
      [32, 32, 3, true],
    ],
    [
      [28, 28, 1],
      [28, 28, 1, false],
    ],
    [
      [3, 3, 3],
      [3, 3, 3, false],
    ],
    [
      [8, 2, 5, 5],
      [5, 5, 16, false],
    ],
  ];
  for (const [shape, [rows, cols, count, channelsLast]] of cases)
    it(`[${shape}] is ${count} of ${rows} × ${cols}`, () =>
      assert.deepEqual(planeLayout(shape), { rows, cols, count, channelsLast }));
});

describe('shownMatrix(operand)', () => {
  it('cuts a plane out of channels first', () => {
    assert.deepEqual([...shownMatrix(counting([2, 2, 2], 1)).data], [4, 5, 6, 7]);
  });

  it('cuts a plane out of channels last', () => {
    assert.deepEqual([...shownMatrix(counting([2, 2, 3], 1)).data], [1, 4, 7, 10]);
  });

  it('shows the changed cell where it was changed', () => {
    for (const operand of [counting([2, 2, 3], 2), counting([2, 2, 2], 1), counting([2, 2])]) {
      const { data } = shownMatrix(withCell(operand, 1, 0, 99));
      assert.equal(data[2], 99);
      assert.equal(data.filter((value) => value === 99).length, 1);
    }
  });
});
