import assert from 'node:assert/strict';
import fixture from '../../../fixtures/conv-cases.json';
import { type ConvCase, conv } from '../../../tools/conformance/conv';

/** PyTorch alone refuses these; TensorFlow, NumPy and ONNX define them. */
const defined = ['same-with-stride', 'reflect-pad-too-large', 'circular-pad-too-large', 'pool-pad-too-large'];

const zeros = (shape: readonly number[]) => ({
  shape,
  data: new Array<number>(shape.reduce((cells, side) => cells * side, 1)).fill(0),
});

describe('conv on the given cases', () => {
  for (const given of fixture.cases) {
    it(`${given.id}: ${given.reference_call}`, () => {
      const { shape, data } = conv(given as unknown as ConvCase);
      assert.deepEqual(shape, given.expected.shape);
      const { abs, rel } = given.tolerance;
      for (const [i, text] of given.expected.data.entries()) {
        const expected = Number(text);
        const close = Math.abs(data[i]! - expected) <= abs + rel * Math.abs(expected);
        assert.ok(close || Object.is(data[i], expected), `cell ${i}: ${data[i]}, expected ${expected}`);
      }
    });
  }
});

describe('conv on inputs that PyTorch refuses', () => {
  const input = (given: (typeof fixture.error_inputs)[number]) => {
    const length = 'bias_length' in given.options ? given.options.bias_length : undefined;
    return {
      ...given,
      input: zeros(given.input_shape),
      filter: given.filter_shape && zeros(given.filter_shape),
      bias: length === undefined ? null : zeros([length]),
    } as unknown as ConvCase;
  };

  for (const given of fixture.error_inputs) {
    it(`${given.id}: refuses ${given.what}`, () => {
      assert.throws(() => conv(input(given)), { code: given.category });
    });
  }

  for (const given of fixture.error_inputs.filter(({ category }) => defined.includes(category))) {
    it(`${given.id}: computes ${given.what} where it is not PyTorch that is asked`, () => {
      assert.doesNotThrow(() => conv({ ...input(given), reference: 'another' }));
    });
  }

  it('names an operation that it does not know', () => {
    assert.throws(() => conv({ op: 'lp_pool2d', input: zeros([1, 1, 2, 2]), options: {} }), { code: 'unsupported' });
  });
});
