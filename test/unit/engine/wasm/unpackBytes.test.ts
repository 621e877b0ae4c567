import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import fc from 'fast-check';
import { unpackBytes } from '../../../../src/engine/wasm/unpackBytes';

const { packBytes } = createRequire(path.resolve('package.json'))('./packBytes.js') as {
  packBytes: (bytes: Uint8Array) => Uint8Array;
};

/** Bytes with runs and repetitions, as code has them. */
const bytes = fc
  .array(fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 30 })), { maxLength: 12 })
  .map((parts) =>
    Uint8Array.from(
      parts.flatMap(
        ([part, times]) =>
          Array(times)
            .fill([...part])
            .flat() as number[],
      ),
    ),
  );

describe('unpackBytes', () => {
  it('gives back what was packed', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        assert.deepEqual([...unpackBytes(packBytes(given), given.length)], [...given]);
      }),
    );
  });

  it('gives back bytes that repeat from further back than a distance can say', () => {
    let state = 1;
    const noise = Uint8Array.from({ length: 70_000 }, () => {
      state = (state * 48271) % 2147483647;
      return state & 255;
    });
    const given = Uint8Array.from([...noise, ...noise.subarray(0, 500), ...noise.subarray(69_000)]);
    assert.deepEqual(unpackBytes(packBytes(given), given.length), given);
  });

  it('takes less where much is repeated', () => {
    assert.ok(packBytes(new Uint8Array(10_000)).length < 100);
  });
});
