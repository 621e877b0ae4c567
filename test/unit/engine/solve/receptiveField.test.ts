import assert from 'node:assert/strict';
import fc from 'fast-check';
import { receptiveCells, receptiveFields, type WindowLayer } from '../../../../src/engine/solve/receptiveField';

const layer = (kernel: number, stride: number, before: number, dilation = 1): WindowLayer => ({
  kernelSize: [kernel, kernel],
  strides: [stride, stride],
  dilations: [dilation, dilation],
  before: [before, before],
});

function fieldsOf(layers: readonly WindowLayer[]) {
  const fields = receptiveFields(layers);
  if ('unsolved' in fields) assert.fail(fields.unsolved);
  return fields;
}

describe('receptiveFields', () => {
  it('agrees with the published fields of VGG16: conv5_3 sees 196 cells, pool5 212', () => {
    const conv = layer(3, 1, 1);
    const pool = layer(2, 2, 0);
    const blocks = [2, 2, 3, 3, 3].map((convs) => [...Array.from({ length: convs }, () => conv), pool]);
    const fields = fieldsOf(blocks.flat());
    assert.equal(fields.at(-2)!.height.size, 196);
    assert.equal(fields.at(-1)!.height.size, 212);
    assert.equal(fields.at(-1)!.width.jump, 32);
  });

  it('agrees with the published field of AlexNet: pool5 sees 195 cells, with jump 32', () => {
    const layers = [
      layer(11, 4, 0),
      layer(3, 2, 0),
      layer(5, 1, 2),
      layer(3, 2, 0),
      layer(3, 1, 1),
      layer(3, 1, 1),
      layer(3, 1, 1),
      layer(3, 2, 0),
    ];
    const { size, jump } = fieldsOf(layers).at(-1)!.height;
    assert.deepEqual([size, jump], [195, 32]);
  });

  it('begins with the input itself and keeps the two axes apart', () => {
    const [input, after] = fieldsOf([{ kernelSize: [1, 3], strides: [2, 1], dilations: [1, 2], before: [0, 1] }]);
    assert.deepEqual(input, { height: { size: 1, jump: 1, start: 0 }, width: { size: 1, jump: 1, start: 0 } });
    assert.deepEqual(after, { height: { size: 1, jump: 2, start: 0 }, width: { size: 5, jump: 1, start: 1 } });
  });

  it('starts at half cells where kernels are even', () => {
    assert.deepEqual(fieldsOf([layer(2, 2, 0)])[1]!.height, { size: 2, jump: 2, start: 0.5 });
  });

  it('spans exactly the cells that the taps reach', () => {
    const count = fc.integer({ min: 1, max: 4 });
    const layers = fc.array(fc.tuple(count, count, fc.nat(3), count), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(layers, fc.nat(3), (stack, index) => {
        const field = fieldsOf(stack.map(([k, s, p, d]) => layer(k, s, p, d))).at(-1)!.height;
        // From the output back to the input, tap by tap.
        let cells = [index];
        for (const [k, s, p, d] of [...stack].reverse())
          cells = [...new Set(cells.flatMap((cell) => Array.from({ length: k }, (_, tap) => cell * s - p + tap * d)))];
        const reached = { first: Math.min(...cells), last: Math.max(...cells) };
        assert.deepEqual(receptiveCells(field, index), reached);
      }),
      { numRuns: 300 },
    );
  });

  it('names the layer that cannot be', () => {
    assert.deepEqual(receptiveFields([layer(3, 1, 0), layer(3, 0, 0)]), {
      layer: 1,
      unsolved: 'not-positive',
      numbers: { stride: 0 },
    });
    assert.deepEqual(receptiveFields([layer(3, 1, -1)]), { layer: 0, unsolved: 'negative', numbers: { before: -1 } });
    const deep = Array.from({ length: 60 }, () => layer(2, 2, 0));
    const problem = receptiveFields(deep);
    assert.ok('unsolved' in problem && problem.unsolved === 'too-large');
  });

  it('finds what cannot be on either axis', () => {
    const still = layer(1, 1, 0);
    assert.deepEqual(receptiveFields([{ ...still, strides: [1, 0] }]), {
      layer: 0,
      unsolved: 'not-positive',
      numbers: { stride: 0 },
    });
    assert.deepEqual(receptiveFields([{ ...still, kernelSize: [0, 1] }]), {
      layer: 0,
      unsolved: 'not-positive',
      numbers: { kernelSize: 0 },
    });
    assert.deepEqual(receptiveFields([{ ...still, before: [0, -1] }]), {
      layer: 0,
      unsolved: 'negative',
      numbers: { before: -1 },
    });
    for (const strides of [
      [2, 1],
      [1, 2],
    ] as const) {
      // After 53 layers the jump of one axis is 2^53, which cannot be counted with.
      assert.deepEqual(receptiveFields(Array.from({ length: 60 }, () => ({ ...still, strides }))), {
        layer: 52,
        unsolved: 'too-large',
        numbers: { size: 1, jump: 2 ** 53, start: 0 },
      });
    }
  });
});
