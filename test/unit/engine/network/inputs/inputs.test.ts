import assert from 'node:assert/strict';
import { digitSide, drawnDigit } from '../../../../../src/engine/network/inputs/drawnDigit';
import { imageSizes, shapesImage } from '../../../../../src/engine/network/inputs/shapesImage';
import type { Tensor } from '../../../../../src/engine/tensor';

const digits = Array.from({ length: 10 }, (_, digit) => digit);
const seeds = Array.from({ length: 40 }, (_, seed) => seed);

const isByte = (value: number) => Number.isInteger(value) && value >= 0 && value <= 255;

describe('drawnDigit(digit, seed)', () => {
  it('has MNIST’s shape: 28×28 = 784 whole numbers up to 255 (S11)', () => {
    for (const digit of digits) {
      const { shape, data } = drawnDigit(digit);
      assert.deepEqual(shape, [1, 28, 28]);
      assert.equal(data.length, 784);
      assert.ok(data.every(isByte));
      assert.equal(Math.max(...data), 255);
    }
  });

  it('is the same for the same seed, and a little different for another', () => {
    for (const digit of digits) {
      assert.deepEqual(drawnDigit(digit, 8), drawnDigit(digit, 8));
      assert.notDeepEqual(drawnDigit(digit, 8), drawnDigit(digit, 9));
    }
  });

  it('stays on the paper, with a black margin', () => {
    const last = digitSide - 1;
    for (const digit of digits) {
      for (const seed of seeds) {
        const { data } = drawnDigit(digit, seed);
        const edge = data.filter(
          (_, i) => i % digitSide === 0 || i % digitSide === last || i < digitSide || i >= last * digitSide,
        );
        assert.ok(
          edge.every((value) => value === 0),
          `${digit}, ${seed}`,
        );
      }
    }
  });

  it('can be told apart: of ten plain digits the one that is drawn is the nearest', () => {
    const plain = digits.map((digit) => blurred(drawnDigit(digit)));
    let right = 0;
    for (const digit of digits) {
      for (const seed of seeds) {
        const drawn = blurred(drawnDigit(digit, seed));
        const distances = plain.map((other) => other.reduce((sum, value, i) => sum + (value - drawn[i]!) ** 2, 0));
        if (distances.indexOf(Math.min(...distances)) === digit) right++;
      }
    }
    assert.ok(right >= 0.9 * digits.length * seeds.length, `${right}`);
  });
});

describe('shapesImage(size, seed)', () => {
  it('has the shapes of CIFAR-10 and ImageNet in red, green and blue (S11)', () => {
    assert.deepEqual(shapesImage(imageSizes.cifar10).shape, [3, 32, 32]);
    assert.equal(shapesImage(imageSizes.imagenet).data.length, 150_528);
    assert.ok(shapesImage(imageSizes.cifar10, 3).data.every(isByte));
  });

  it('has colours: channels differ, and so do seeds', () => {
    const { data } = shapesImage(imageSizes.cifar10, 4);
    assert.notDeepEqual(data.slice(0, 1024), data.slice(1024, 2048));
    assert.notDeepEqual(data, shapesImage(imageSizes.cifar10, 5).data);
    assert.deepEqual(data, shapesImage(imageSizes.cifar10, 4).data);
  });

  it('is one picture at any size', () => {
    const small = shapesImage([32, 32], 6).data;
    const large = shapesImage([224, 224], 6).data;
    const off = small.map((value, i) => {
      const [channel, row, col] = [Math.floor(i / 1024), Math.floor(i / 32) % 32, i % 32];
      const block = Array.from({ length: 49 }, (_, at) => {
        return large[(channel * 224 + row * 7 + Math.floor(at / 7)) * 224 + col * 7 + (at % 7)]!;
      });
      return Math.abs(value - block.reduce((sum, one) => sum + one, 0) / 49);
    });
    // A pixel of the small one is the mean of seven by seven, but for what corners and narrow stripes round off.
    assert.ok(off.filter((one) => one > 16).length < off.length / 50, `${off.filter((one) => one > 16).length}`);
  });
});

/** Means of 5×5 cells, so that a stroke that has moved a little still meets itself. */
function blurred({ data }: Tensor): Float64Array {
  return data.map((_, i) => {
    let sum = 0;
    for (let row = -2; row <= 2; row++) for (let col = -2; col <= 2; col++) sum += data[i + row * digitSide + col] ?? 0;
    return sum / 25;
  });
}
