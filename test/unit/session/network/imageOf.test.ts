import assert from 'node:assert/strict';
import { imageArrangement, imageArrangements, imageSamples, imageShape } from '../../../../src/session/network/imageOf';
import { imageTensor } from '../../../../src/session/network/imageTensor';
import { operandImage } from '../../../../src/session/network/networkFrom';
import { reduceNetwork } from '../../../../src/session/network/reduceNetwork';
import { startNetwork } from '../../../../src/session/network/startNetwork';
import type { Operand } from '../../../../src/session/operand';

const counted = (...shape: number[]): Operand => ({
  name: 'x',
  tensor: { shape, data: Float64Array.from({ length: shape.reduce((all, one) => all * one, 1) }, (_, i) => i) },
  plane: 0,
  origin: { kind: 'clipboard' },
  written: undefined,
});

describe('the image of a network', () => {
  it('has the shapes of the data sets that it stands for', () => {
    assert.deepEqual(imageShape({ kind: 'digit', digit: 3 }), [1, 28, 28]);
    assert.deepEqual(imageShape({ kind: 'cifar10', seed: 1 }), [3, 32, 32]);
    assert.deepEqual(imageShape({ kind: 'imagenet', seed: 1 }), [3, 224, 224]);
    for (const image of [
      { kind: 'digit', digit: 8 },
      { kind: 'cifar10', seed: 4 },
    ] as const) {
      const { shape, data } = imageTensor(image);
      assert.deepEqual(shape, imageShape(image));
      assert.equal(data.length, shape[0] * shape[1] * shape[2]);
      assert.ok(data.every((value) => value >= 0 && value <= 1));
    }
  });

  it('reads channels last as they lie, and as rows and columns where it is told so', () => {
    const image = operandImage(counted(2, 4, 3));
    assert.equal(imageArrangement(image.operand), 'hwc');
    assert.deepEqual(imageShape(image), [3, 2, 4]);
    // NumPy: np.arange(24).reshape(2, 4, 3)[..., 1]
    assert.deepEqual([...imageTensor(image).data.subarray(8, 16)], [1, 4, 7, 10, 13, 16, 19, 22]);
    const state = { ...startNetwork(), image };
    const read = reduceNetwork(state, { kind: 'arrange-image', arrangement: 'chw' }).image;
    assert.deepEqual(imageShape(read), [2, 4, 3]);
    assert.deepEqual([...imageTensor(read).data], [...image.operand.tensor.data]);
  });

  it('shows one sample of four axes', () => {
    const image = operandImage(counted(5, 3, 2, 2));
    assert.deepEqual(imageArrangements(image.operand), ['nchw', 'nhwc']);
    assert.equal(imageSamples(image), 5);
    assert.deepEqual(imageShape(image), [3, 2, 2]);
    const second = reduceNetwork({ ...startNetwork(), image }, { kind: 'show-sample', sample: 1 }).image;
    assert.deepEqual([...imageTensor(second).data], [12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23]);
  });

  it('takes a matrix as one channel', () => {
    assert.deepEqual(imageShape(operandImage(counted(4, 6))), [1, 4, 6]);
  });
});
