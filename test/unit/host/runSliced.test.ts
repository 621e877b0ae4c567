import assert from 'node:assert/strict';
import { runSliced } from '../../../src/host/runSliced';

function* counting(upTo: number, busy = 0): Generator<number, string> {
  for (let i = 1; i <= upTo; i++) {
    const end = Date.now() + busy;
    while (Date.now() < end);
    yield i / upTo;
  }
  return 'done';
}

describe('runSliced(slices, isWanted, tell)', () => {
  it('gives the result', async () => {
    assert.equal(
      await runSliced(
        counting(1000),
        () => true,
        () => undefined,
      ),
      'done',
    );
  });

  it('lets other work of the thread in between', async () => {
    let others = 0;
    const timer = setInterval(() => others++, 1);
    await runSliced(
      counting(20, 5),
      () => true,
      () => undefined,
    );
    clearInterval(timer);
    assert.ok(others > 2, `${others}`);
  });

  it('tells how far it is when it takes longer than a moment', async () => {
    const shares: number[] = [];
    await runSliced(
      counting(60, 6),
      () => true,
      (share) => shares.push(share),
    );
    assert.ok(shares.length > 0 && shares.every((share, i) => share > (shares[i - 1] ?? 0) && share <= 1));
  });

  it('stops once it is no longer wanted', async () => {
    let slices = 0;
    const isWanted = () => slices < 3;
    const result = await runSliced(
      (function* () {
        for (;;) {
          slices++;
          const end = Date.now() + 10;
          while (Date.now() < end);
          yield 0;
        }
      })(),
      isWanted,
      () => undefined,
    );
    assert.equal(result, undefined);
    assert.ok(slices >= 3 && slices < 10);
  });
});
