import assert from 'node:assert/strict';
import { defaultConv2dParams } from '../../../src/engine/convolution/conv2dParams';
import type { Conv2dPlan } from '../../../src/engine/convolution/conv2dPlan';
import { explainCell } from '../../../src/engine/convolution/explainCell';
import { planConv2d } from '../../../src/engine/convolution/planConv2d';
import { isPlanProblem } from '../../../src/engine/planProblem';
import { matrixOf } from '../../../src/engine/tensor';
import { gridName } from '../../../src/words/gridName';
import { sentenceText, spokenStep, stepCaption, stepSentence, sumByWeight } from '../../../src/words/stepWords';
import { translator } from '../../../src/words/translate';

const t = translator({});

function planOf(input: readonly number[], kernel: readonly number[], params = {}): Conv2dPlan {
  const plan = planConv2d(input, kernel, { ...defaultConv2dParams, ...params });
  assert.ok(!isPlanProblem(plan));
  return plan;
}

describe('the sentence of a step', () => {
  const image = matrixOf([
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ]);
  const filter = matrixOf([
    [1, 0],
    [0, -1],
  ]);
  const plan = planOf([3, 3], [2, 2]);
  const at = (row: number, col: number) =>
    explainCell(plan, image, filter, undefined, { batch: 0, channel: 0, row, col });

  it('reads as the notebook writes it, for all four patches', () => {
    const texts = [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ].map(([row, col]) => {
      const { terms, sum } = at(row ?? 0, col ?? 0);
      return sentenceText(stepSentence(terms, sum, 0));
    });
    assert.deepEqual(texts, [
      '1·1 + 0·2 + 0·4 + (−1)·5 = −4',
      '1·2 + 0·3 + 0·5 + (−1)·6 = −4',
      '1·4 + 0·5 + 0·7 + (−1)·8 = −4',
      '1·5 + 0·6 + 0·8 + (−1)·9 = −4',
    ]);
  });

  it('dims what adds nothing, and names a bias', () => {
    const { terms, sum } = at(0, 0);
    assert.deepEqual(
      stepSentence(terms, sum, 0).parts.map(({ dim }) => dim),
      [false, true, true, false],
    );
    assert.equal(sentenceText(stepSentence(terms, sum - 2, -2)), '1·1 + 0·2 + 0·4 + (−1)·5 + (−2) = −6');
  });

  it('says ≈ where digits were left out', () => {
    const third = { weight: 1 / 3, value: 1, product: 1 / 3 };
    assert.equal(sentenceText(stepSentence([third], 1 / 3, 0)), '0.3333·1 ≈ 0.3333333');
  });

  it('gathers the same sum by weight', () => {
    const weights = [1, 0, -1, 1, 0, -1, 1, 0, -1];
    const values = [3, 0, 1, 2, 3, 1, 1, 2, 0];
    const terms = weights.map((weight, i) => ({ weight, value: values[i] ?? 0, product: weight * (values[i] ?? 0) }));
    assert.equal(sumByWeight(terms, 4), '1·(3 + 2 + 1) − 1·(1 + 1 + 0) = 6 − 2 = 4');
    assert.equal(sumByWeight([{ weight: 2, value: 3, product: 6 }], 6), undefined);
  });

  it('is spoken in words', () => {
    const { terms, sum } = at(0, 0);
    assert.equal(
      spokenStep(t, terms, sum, 0, 0),
      'Row 0, column 0: 1 times 1, plus 0 times 2, plus 0 times 4, plus −1 times 5 equals −4',
    );
  });
});

describe('the caption of a step', () => {
  const nameless = { input: undefined, kernel: undefined };

  it('stays short whatever the matrices are called', () => {
    const names = { input: 'x'.repeat(5000), kernel: 'model.features[0].weight' };
    const told = stepCaption(t, planOf([5, 5], [3, 3], {}), 0, 0, names);
    assert.ok(told.length < 140, told);
    assert.match(told, /: model\.features\[0\]\.weight lies on rows 0 to 2/);
  });

  it('says where the kernel lies, by the names of the text', () => {
    const padded = planOf([5, 5], [3, 3], { padding: { kind: 'all', amount: 1 } });
    assert.equal(
      stepCaption(t, padded, 1, 3, { input: 'image', kernel: 'filter' }),
      'Row 1, column 3 of the map: filter lies on rows 0 to 2, columns 2 to 4 of image',
    );
    assert.equal(
      stepCaption(t, padded, 0, 0, nameless),
      'Row 0, column 0 of the map: the kernel lies on rows −1 to 1, columns −1 to 1 of the input, partly in the padding',
    );
    assert.equal(
      stepCaption(t, planOf([1, 5], [1, 2], { dilations: [1, 2] }), 0, 1, nameless),
      'Row 0, column 1 of the map: the kernel lies on row 0, columns 1 to 3 in hops of 2 of the input',
    );
  });
});

describe('the names of the grids', () => {
  it('begin with Input, Kernel and Feature map', () => {
    assert.equal(gridName(t, 'input', 'image', 5, 5), 'Input image, 5 by 5');
    assert.equal(gridName(t, 'kernel', undefined, 3, 1), 'Kernel, 3 by 1');
    assert.equal(gridName(t, 'map', undefined, 3, 3), 'Feature map, 3 by 3');
  });
});
