import assert from 'node:assert/strict';
import { seededInteger, seededNumber, seededOrder } from '../../../../src/engine/network/seededNumber';

describe('seededNumber(seed, index)', () => {
  const numbers = (seed: number) => Array.from({ length: 4096 }, (_, i) => seededNumber(seed, i));

  it('is uniform: no tenth of (0, 1) has more or less than its share by five deviations', () => {
    for (const seed of [0, 1, 2, 12345]) {
      const counts = new Array<number>(10).fill(0);
      for (const number of numbers(seed)) counts[Math.floor(number * 10)]!++;
      const deviation = Math.sqrt(4096 * 0.1 * 0.9);
      for (const count of counts) assert.ok(Math.abs(count - 409.6) < 5 * deviation, `${seed}: ${counts}`);
    }
  });

  it('has sequences that have nothing to do with each other, nor neighbours in one', () => {
    const [one, other] = [numbers(1), numbers(2)];
    const correlation = (a: readonly number[], b: readonly number[]) =>
      (12 * a.reduce((sum, value, i) => sum + (value - 0.5) * (b[i]! - 0.5), 0)) / a.length;
    assert.ok(Math.abs(correlation(one, other)) < 0.08);
    assert.ok(Math.abs(correlation(one.slice(1), one.slice(0, -1))) < 0.08);
  });

  it('is strictly between 0 and 1', () => {
    for (const number of numbers(3)) assert.ok(number > 0 && number < 1);
  });
});

describe('seededOrder(seed, count)', () => {
  it('has every place once, and every place is as likely to come first', () => {
    const firsts = new Array<number>(5).fill(0);
    for (let seed = 0; seed < 2000; seed++) {
      const order = seededOrder(seed, 5);
      assert.deepEqual([...order].sort(), [0, 1, 2, 3, 4]);
      firsts[order[0]!]!++;
    }
    for (const count of firsts) assert.ok(Math.abs(count - 400) < 5 * Math.sqrt(2000 * 0.2 * 0.8), `${firsts}`);
  });
});

describe('seededInteger(seed, index, count)', () => {
  it('is a whole number below the count', () => {
    const numbers = Array.from({ length: 200 }, (_, i) => seededInteger(4, i, 3));
    assert.deepEqual([...new Set(numbers)].sort(), [0, 1, 2]);
  });
});
