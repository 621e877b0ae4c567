import assert from 'node:assert/strict';
import fc from 'fast-check';
import { resolvePadding } from '../../../../src/engine/padding/padding';

const geometry = (inputSize: number, kernelSize: number, stride = 1, dilation = 1) => ({
  inputSize,
  kernelSize,
  stride,
  dilation,
});

describe('resolvePadding', () => {
  it('splits PyTorch’s same padding, D·(F − 1), as PyTorch does', () => {
    const split = (f: number, d: number) => resolvePadding({ kind: 'same_upper' }, 'height', geometry(9, f, 1, d));
    assert.deepEqual(
      [split(2, 1), split(4, 1), split(4, 3), split(2, 2)],
      [
        [0, 1],
        [1, 2],
        [4, 5],
        [1, 1],
      ],
    );
  });

  it('puts the odd cell before with same_lower', () => {
    assert.deepEqual(resolvePadding({ kind: 'same_lower' }, 'height', geometry(9, 4)), [2, 1]);
  });

  it('follows TensorFlow with a stride', () => {
    assert.deepEqual(resolvePadding({ kind: 'same_upper' }, 'width', geometry(5, 3, 2)), [1, 1]);
    assert.deepEqual(resolvePadding({ kind: 'same_upper' }, 'width', geometry(6, 3, 2)), [0, 1]);
  });

  it('reads the sides of its axis', () => {
    const padding = { kind: 'explicit', top: 1, bottom: 2, left: 3, right: 4 } as const;
    assert.deepEqual(resolvePadding(padding, 'height', geometry(5, 3)), [1, 2]);
    assert.deepEqual(resolvePadding(padding, 'width', geometry(5, 3)), [3, 4]);
    assert.deepEqual(resolvePadding({ kind: 'full' }, 'width', geometry(5, 3, 1, 2)), [4, 4]);
  });

  it('gives ⌈N / S⌉ for same, whatever the kernel', () => {
    const natural = (max: number) => fc.integer({ min: 1, max });
    const kind = fc.constantFrom('same_upper' as const, 'same_lower' as const);
    fc.assert(
      fc.property(kind, natural(30), natural(7), natural(5), natural(3), (same, n, f, s, d) => {
        const [before, after] = resolvePadding({ kind: same }, 'height', geometry(n, f, s, d));
        assert.equal(Math.floor((n + before + after - d * (f - 1) - 1) / s) + 1, Math.ceil(n / s));
      }),
    );
  });
});
