import assert from 'node:assert/strict';
import { defaultConv2dParams } from '../../../src/engine/convolution/conv2dParams';
import { planConv2d } from '../../../src/engine/convolution/planConv2d';
import { isPlanProblem } from '../../../src/engine/planProblem';
import { layerSvg } from '../../../src/export/layerSvg';

type Pair = readonly [number, number];

function picture(input: Pair, kernel: Pair, params: Partial<typeof defaultConv2dParams> = {}, isDark = false) {
  const plan = planConv2d(input, kernel, { ...defaultConv2dParams, ...params });
  assert.ok(!isPlanProblem(plan));
  const address = layerSvg(plan, isDark);
  return address && Buffer.from(address.replace('data:image/svg+xml;base64,', ''), 'base64').toString();
}

/** How many squares the paths of a picture draw, by path. */
const squares = (svg: string) => [...svg.matchAll(/ d="([^"]*)"/g)].map(([, path]) => path!.split('z').length - 1);

describe('layerSvg', () => {
  it('draws padding, input, taps, the next patch and the output cells', () => {
    const svg = picture([5, 5], [3, 3], { padding: { kind: 'all', amount: 1 }, strides: [2, 2] })!;
    // 7×7 cells with the padding, of which 24 are added; 9 taps; two frames; an arrow; 3×3 outputs, two of them marked.
    assert.deepEqual(squares(svg), [24, 25, 9, 1, 1, 0, 9, 1, 1]);
  });

  it('leaves gaps between the taps of a dilated kernel, and draws one axis as a row', () => {
    assert.equal(squares(picture([7, 7], [3, 3], { dilations: [2, 2] })!)[2], 9);
    assert.deepEqual(squares(picture([1, 6], [1, 3])!).slice(1, 3), [6, 3]);
  });

  it('stays small for large inputs, and is left out where the window itself is large', () => {
    const svg = picture([224, 224], [7, 7], { strides: [2, 2] })!;
    assert.ok(Number(/width="(\d+)"/.exec(svg)![1]) < 200 && svg.length < 12_000);
    assert.equal(picture([64, 64], [31, 31]), undefined);
  });

  it('has other colours on a dark ground', () => {
    assert.notEqual(picture([5, 5], [3, 3], {}, true), picture([5, 5], [3, 3], {}, false));
  });
});
