import assert from 'node:assert/strict';
import { matrixOf } from '../../../src/engine/tensor';
import type { Operand } from '../../../src/session/operand';
import { assignRoles, namesKernel } from '../../../src/session/roles';

function operand(name: string | undefined, rows: number, cols: number): Operand {
  const matrix = matrixOf(Array.from({ length: rows }, () => new Array<number>(cols).fill(1)));
  return { name, tensor: matrix, plane: 0, origin: { kind: 'clipboard' }, written: undefined };
}

describe('namesKernel(name)', () => {
  for (const name of [
    'kernel',
    'filter',
    'k',
    'w',
    'weight',
    'weights',
    'mask',
    'sobel_x',
    'sobelX',
    'K',
    'conv1.weight',
    'my_filter',
    'k1',
  ])
    it(`says that ${name} is a kernel`, () => assert.equal(namesKernel(name), true));
  for (const name of ['image', 'x', 'week', 'input', 'masked_lm', 'kilo', 'I', undefined])
    it(`does not say that ${name} is one`, () => assert.equal(namesKernel(name), false));
});

describe('assignRoles(first, second)', () => {
  const roles = (a: Operand, b: Operand) => {
    const { input, kernel } = assignRoles(a, b);
    return [input.name, kernel.name];
  };

  it('lets the names decide, in either order', () => {
    const image = operand('image', 5, 5);
    const filter = operand('filter', 3, 3);
    assert.deepEqual(roles(image, filter), ['image', 'filter']);
    assert.deepEqual(roles(filter, image), ['image', 'filter']);
  });

  it('keeps to the name even when the kernel is the larger one', () => {
    assert.deepEqual(roles(operand('kernel', 5, 5), operand('patch', 3, 3)), ['patch', 'kernel']);
  });

  it('takes the smaller one when no name tells, or both do', () => {
    assert.deepEqual(roles(operand('a', 2, 2), operand('b', 4, 4)), ['b', 'a']);
    assert.deepEqual(roles(operand('filter_bank', 2, 2), operand('mask', 4, 4)), ['mask', 'filter_bank']);
  });

  it('takes the first of two of the same size as the input', () => {
    assert.deepEqual(roles(operand('a', 3, 3), operand('b', 3, 3)), ['a', 'b']);
  });
});
