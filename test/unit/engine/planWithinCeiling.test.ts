import assert from 'node:assert/strict';
import { defaultConv2dParams } from '../../../src/engine/conv2dParams';
import { isPlanProblem } from '../../../src/engine/planProblem';
import { canBeAgreed, planWithinCeiling, unaskedWork, workOf } from '../../../src/engine/planWithinCeiling';
import { planned } from './support';

/** What 6×5 cells under a kernel of 3×2 take: 4×4 cells of 6 products each. */
const work = { multiplyAdds: 96, outputCells: 16 };

const within = (ceiling: typeof work) => planWithinCeiling([6, 5], [3, 2], defaultConv2dParams, ceiling);

describe('planWithinCeiling', () => {
  it('counts multiply-adds and cells', () => {
    assert.deepEqual(workOf(planned([6, 5], [3, 2])), work);
    assert.deepEqual(workOf(planned([2, 3, 6, 5], [4, 3, 3, 2])), { multiplyAdds: 96 * 2 * 4 * 3, outputCells: 128 });
  });

  it('plans what takes no more than the ceiling', () => {
    assert.deepEqual(within(work), planned([6, 5], [3, 2]));
  });

  it('tells what is more than either, with the work', () => {
    const tooLarge = { problem: 'too-large', numbers: work };
    assert.deepEqual(within({ ...work, multiplyAdds: 95 }), tooLarge);
    assert.deepEqual(within({ ...work, outputCells: 15 }), tooLarge);
  });

  it('passes on what cannot be planned', () => {
    const problem = planWithinCeiling([2, 2], [3, 3], defaultConv2dParams, unaskedWork);
    assert.ok(isPlanProblem(problem) && problem.problem === 'kernel-larger-than-input');
  });

  it('asks before an output of more than 4096×4096 cells', () => {
    const plan = (rows: number) => planWithinCeiling([rows, 4096], [1, 1], defaultConv2dParams, unaskedWork);
    assert.ok(!isPlanProblem(plan(4096)));
    assert.ok(isPlanProblem(plan(4097)));
  });

  it('asks before more than two thousand million multiply-adds', () => {
    const plan = (cols: number) =>
      planWithinCeiling([1000, 1999 + cols], [1000, 1000], defaultConv2dParams, unaskedWork);
    assert.ok(!isPlanProblem(plan(1000)));
    assert.ok(isPlanProblem(plan(1001)));
  });
});

describe('canBeAgreed', () => {
  it('is only what is counted, and whose output takes at most a gigabyte', () => {
    assert.ok(canBeAgreed({ multiplyAdds: 1e15, outputCells: 2 ** 27 }));
    assert.ok(!canBeAgreed({ multiplyAdds: 1e15, outputCells: 2 ** 27 + 1 }));
    assert.ok(!canBeAgreed({ multiplyAdds: 2 ** 53, outputCells: 1 }));
    assert.ok(!canBeAgreed({ multiplyAdds: 1 }));
    assert.ok(!canBeAgreed({}));
  });
});
