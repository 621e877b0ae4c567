import assert from 'node:assert/strict';
import { defaultConv2dParams } from '../../../../src/engine/convolution/conv2dParams';
import {
  canBeAgreed,
  mostOutputCells,
  planWithinCeiling,
  unaskedWork,
} from '../../../../src/engine/convolution/planWithinCeiling';
import { isPlanProblem } from '../../../../src/engine/planProblem';

const image = [1080, 1920];

describe('planWithinCeiling', () => {
  it('asks above 2·10⁹ multiply-adds and 128 MB, and never takes more than a gigabyte', () => {
    assert.equal(unaskedWork.multiplyAdds, 2e9);
    assert.equal(unaskedWork.outputCells * Float64Array.BYTES_PER_ELEMENT, 128 * 2 ** 20);
    assert.equal(mostOutputCells * Float64Array.BYTES_PER_ELEMENT, 2 ** 30);
    assert.ok(canBeAgreed({ multiplyAdds: 1, outputCells: mostOutputCells }));
    assert.ok(!canBeAgreed({ multiplyAdds: 1, outputCells: mostOutputCells + 1 }));
  });

  it('leaves nothing to be agreed to where the work is beyond counting', () => {
    assert.ok(!canBeAgreed({ multiplyAdds: 2 ** 60, outputCells: 1 }));
  });

  it('passes on why there is no plan', () => {
    const problem = planWithinCeiling([2, 2], [3, 3], defaultConv2dParams, unaskedWork);
    assert.ok(isPlanProblem(problem) && problem.problem === 'kernel-larger-than-input');
  });

  it('plans up to 2·10⁹ multiply-adds and 2²⁴ cells unasked', () => {
    assert.ok(!isPlanProblem(planWithinCeiling(image, [31, 31], defaultConv2dParams, unaskedWork)));
    assert.ok(!isPlanProblem(planWithinCeiling([4096, 4096], [1, 1], defaultConv2dParams, unaskedWork)));
  });

  it('gives the work of what is more, by which a person can be asked', () => {
    const problem = planWithinCeiling(image, [41, 41], defaultConv2dParams, unaskedWork);
    assert.ok(isPlanProblem(problem));
    const outputCells = 1040 * 1880;
    assert.deepEqual(problem, { problem: 'too-large', numbers: { multiplyAdds: outputCells * 1681, outputCells } });
    assert.ok(canBeAgreed(problem.numbers));
  });

  it('holds to what was agreed to, and asks again for more', () => {
    const agreed = { multiplyAdds: 1040 * 1880 * 1681, outputCells: 1040 * 1880 };
    assert.ok(!isPlanProblem(planWithinCeiling(image, [41, 41], defaultConv2dParams, agreed)));
    assert.ok(!isPlanProblem(planWithinCeiling(image, [41, 41], { ...defaultConv2dParams, strides: [2, 2] }, agreed)));
    assert.ok(isPlanProblem(planWithinCeiling(image, [43, 43], defaultConv2dParams, agreed)));
  });

  it('leaves nothing to be agreed to where the map cannot be held', () => {
    const padding = { kind: 'all', amount: 6000 } as const;
    const problem = planWithinCeiling(image, [3, 3], { ...defaultConv2dParams, padding }, unaskedWork);
    assert.ok(isPlanProblem(problem) && !canBeAgreed(problem.numbers));
    assert.ok(!canBeAgreed({}));
  });
});
