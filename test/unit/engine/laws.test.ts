import assert from 'node:assert/strict';
import fc from 'fast-check';
import { conv2d } from '../../../src/engine/convolution/conv2d';
import type { Conv2dParams, Fill } from '../../../src/engine/convolution/conv2dParams';
import type { Conv2dPlan } from '../../../src/engine/convolution/conv2dPlan';
import { explainCell } from '../../../src/engine/convolution/explainCell';
import { planConv2d } from '../../../src/engine/convolution/planConv2d';
import type { ConvPath, ErrorClass } from '../../../src/engine/convPath';
import { pad2d } from '../../../src/engine/padding/pad2d';
import { isPlanProblem } from '../../../src/engine/planProblem';
import type { Tensor } from '../../../src/engine/tensor';
import { convEngine } from '../../../src/engine/wasm/convEngine';
import { knowsRelaxed } from '../../../src/engine/wasm/wasmModule';
import { paddings } from './support';

/** A convolution of whole numbers, small enough that every sum is exact in single precision. */
interface Configuration {
  readonly plan: Conv2dPlan;
  readonly params: Conv2dParams;
  readonly input: Tensor;
  readonly kernel: Tensor;
  readonly bias: Float64Array;
}

const engines = [false, true]
  .filter((useRelaxed) => !useRelaxed || knowsRelaxed())
  .map((useRelaxed) => convEngine({ useRelaxed }));
const paths: readonly ConvPath[] = ['ordered', 'direct', 'winograd', 'separable', 'fft'];

const fills = fc.constantFrom<Fill>(
  { kind: 'zeros' },
  { kind: 'constant', value: 7 },
  { kind: 'replicate' },
  { kind: 'reflect' },
  { kind: 'symmetric' },
  { kind: 'circular' },
);
const step = fc.constantFrom(1, 1, 1, 2, 3);

const configurations: fc.Arbitrary<Configuration> = fc
  .record({
    batch: fc.constantFrom(1, 1, 2),
    groups: fc.constantFrom(1, 1, 2),
    inPerGroup: fc.constantFrom(1, 1, 2, 3),
    outPerGroup: fc.constantFrom(1, 2, 5),
    image: fc.tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 14 })),
    window: fc.oneof(
      fc.constant([3, 3] as const),
      fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })),
    ),
    strides: fc.tuple(step, step),
    dilations: fc.tuple(step, step),
    padding: paddings,
    fill: fills,
    flip: fc.boolean(),
    isSeparable: fc.boolean(),
    seed: fc.integer({ min: 1, max: 2 ** 31 - 2 }),
  })
  .map((made): Configuration | undefined => {
    const { batch, groups, inPerGroup, outPerGroup, image, window, seed } = made;
    const inputShape = [batch, groups * inPerGroup, ...image];
    const kernelShape = [groups * outPerGroup, inPerGroup, ...window];
    const plan = planConv2d(inputShape, kernelShape, made);
    if (isPlanProblem(plan)) return undefined;
    const kernel = wholeNumbers(kernelShape, seed + 1);
    return {
      plan,
      params: made,
      input: wholeNumbers(inputShape, seed),
      kernel: made.isSeparable ? ofRankOne(kernel) : kernel,
      bias: wholeNumbers([kernelShape[0]!], seed + 2).data,
    };
  })
  .filter((made) => made !== undefined);

function wholeNumbers(shape: readonly number[], seed: number): Tensor {
  let state = seed;
  const length = shape.reduce((cells, side) => cells * side, 1);
  const data = Float64Array.from({ length }, () => {
    state = (state * 48271) % 2147483647;
    return (state % 19) - 9;
  });
  return { shape, data };
}

/** Each plane of the kernel as its first column times its first row. */
function ofRankOne({ shape, data }: Tensor): Tensor {
  const [, , rows, cols] = shape as [number, number, number, number];
  const made = data.map((_, i) => {
    const plane = i - (i % (rows * cols));
    const row = Math.floor((i - plane) / cols);
    return data[plane + row * cols]! * data[plane + (i % cols)]!;
  });
  return { shape, data: made };
}

/** The textbook's loops over a picture that was padded by `pad2d`. */
function textbook({ plan, params, input, kernel, bias }: Configuration): Float64Array {
  const { height, width } = plan;
  const sides = { top: height.before, bottom: height.after, left: width.before, right: width.after };
  const padded = pad2d(input, sides, params.fill);
  if (isPlanProblem(padded)) assert.fail(JSON.stringify(padded));
  const at = (n: number, c: number, y: number, x: number) =>
    padded.data[((n * plan.inputChannels + c) * height.paddedSize + y) * width.paddedSize + x]!;
  const perGroup = plan.kernelShape[1];
  const output: number[] = [];
  const [batch, channels, rows, cols] = plan.outputShape;
  for (let n = 0; n < batch; n++)
    for (let o = 0; o < channels; o++)
      for (let y = 0; y < rows; y++)
        for (let x = 0; x < cols; x++) {
          let sum = bias[o]!;
          for (let c = 0; c < perGroup; c++)
            for (let i = 0; i < height.kernelSize; i++)
              for (let j = 0; j < width.kernelSize; j++) {
                const row = params.flip ? height.kernelSize - 1 - i : i;
                const col = params.flip ? width.kernelSize - 1 - j : j;
                const weight = kernel.data[((o * perGroup + c) * height.kernelSize + row) * width.kernelSize + col]!;
                const channel = Math.floor(o / (channels / params.groups)) * perGroup + c;
                const from = y * height.stride + i * height.dilation;
                sum += weight * at(n, channel, from, x * width.stride + j * width.dilation);
              }
          output.push(sum);
        }
  return Float64Array.from(output);
}

function loops({ plan, input, kernel, bias }: Configuration): Float64Array {
  return conv2d(plan, input, kernel, bias).data;
}

/** The same configuration with other parameters. */
function having(
  configuration: Configuration,
  params: Partial<Conv2dParams>,
  input = configuration.input,
): Configuration {
  const changed = { ...configuration.params, ...params };
  const plan = planConv2d(input.shape, configuration.kernel.shape, changed);
  if (isPlanProblem(plan)) assert.fail(JSON.stringify(plan));
  return { ...configuration, plan, params: changed, input };
}

function assertNear(actual: ArrayLike<number>, expected: Float64Array, error: ErrorClass | undefined, path: string) {
  assert.ok(error, path);
  const bound = error.kind === 'exact' ? 0 : error.bound;
  assert.equal(actual.length, expected.length, path);
  for (const [i, value] of expected.entries()) {
    assert.ok(Math.abs(actual[i]! - value) <= bound, `${path}, cell ${i}: ${actual[i]}, expected ${value} ± ${bound}`);
  }
}

/** A law that must hold for every configuration. */
function law(title: string, numRuns: number, check: (configuration: Configuration) => void): void {
  it(title, () => fc.assert(fc.property(configurations, check), { numRuns }));
}

describe('laws of convolution, on random configurations', () => {
  law('the loops give what the textbook gives, and the size that counting gives', 20_000, (configuration) => {
    const expected = textbook(configuration);
    assert.deepEqual(loops(configuration), expected);
    for (const { paddedSize, span, stride, outputSize } of [configuration.plan.height, configuration.plan.width]) {
      let patches = 0;
      while (patches * stride + span <= paddedSize) patches++;
      assert.equal(outputSize, patches);
    }
  });

  law('every fast path gives what the loops give, within its bound', 20_000, (configuration) => {
    const { plan, input, kernel, bias } = configuration;
    const expected = loops(configuration);
    for (const engine of engines) {
      for (const precision of ['float32', 'float64'] as const) {
        const picture = engine.placeInput(plan.inputShape, input.data, precision);
        for (const path of paths) {
          const run = engine.prepare(plan, kernel.data, { bias, precision, accuracy: 'fast', path });
          const result = run.onPlaced(picture);
          assertNear(result.read(), expected, result.error(), `${path} ${precision}`);
          result.release();
          run.release();
        }
        picture.release();
      }
      assert.equal(engine.bytesInUse, 0);
    }
  });

  law('the steps of a cell add up to it', 5_000, ({ plan, input, kernel, bias }) => {
    const output = conv2d(plan, input, kernel, bias);
    const [batch, channels, rows, cols] = plan.outputShape;
    const at = [batch, channels, rows, cols].map((size, axis) => (input.data.length * (axis + 3)) % size) as [
      number,
      number,
      number,
      number,
    ];
    const cell = { batch: at[0], channel: at[1], row: at[2], col: at[3] };
    const { terms, sum } = explainCell(plan, input, kernel, bias, cell);
    const added = terms.reduce((total, { product }) => total + product, 0) + bias[cell.channel]!;
    const value = output.data[((at[0] * channels + at[1]) * rows + at[2]) * cols + at[3]];
    assert.ok(Object.is(added, sum) && Object.is(sum, value));
  });

  law('it is linear in the input', 2_000, (configuration) => {
    const silent = { ...configuration, bias: new Float64Array(configuration.bias.length) };
    const fill: Fill = configuration.params.fill.kind === 'constant' ? { kind: 'zeros' } : configuration.params.fill;
    const one = having(silent, { fill });
    const other = wholeNumbers(one.input.shape, 77);
    const mixed = one.input.data.map((value, i) => 3 * value - 2 * other.data[i]!);
    const [a, b] = [loops(one), loops({ ...one, input: other })];
    const expected = a.map((value, i) => 3 * value - 2 * b[i]! + 0);
    assert.deepEqual(loops({ ...one, input: { ...other, data: mixed } }), expected);
  });

  law('it is linear in the kernel', 2_000, (configuration) => {
    const silent = { ...configuration, bias: new Float64Array(configuration.bias.length) };
    const other = wholeNumbers(silent.kernel.shape, 78);
    const mixed = silent.kernel.data.map((value, i) => 5 * value + other.data[i]!);
    const [a, b] = [loops(silent), loops({ ...silent, kernel: other })];
    const expected = a.map((value, i) => 5 * value + b[i]!);
    assert.deepEqual(loops({ ...silent, kernel: { ...other, data: mixed } }), expected);
  });

  law('what goes round in a circle moves the map with it', 2_000, (configuration) => {
    const round = having(configuration, {
      fill: { kind: 'circular' },
      strides: [1, 1],
      padding: { kind: 'same_upper' },
    });
    const { data, shape } = round.input;
    const moved = rolled(data, shape);
    assert.deepEqual(loops({ ...round, input: { shape, data: moved } }), rolled(loops(round), round.plan.outputShape));
  });

  law('a flip is the convolution with the kernel turned by 180 degrees', 2_000, (configuration) => {
    const { kernel, params } = configuration;
    const size = kernel.shape[2]! * kernel.shape[3]!;
    const turned = kernel.data.map((_, i) => kernel.data[i - (i % size) + size - 1 - (i % size)]!);
    const other = having({ ...configuration, kernel: { ...kernel, data: turned } }, { flip: !params.flip });
    assert.deepEqual(loops(other), loops(configuration));
  });

  law('full is valid on the padded input', 2_000, (configuration) => {
    const full = having(configuration, { padding: { kind: 'full' } });
    const { height, width } = full.plan;
    const sides = { top: height.before, bottom: height.after, left: width.before, right: width.after };
    const padded = pad2d(full.input, sides, full.params.fill);
    if (isPlanProblem(padded)) assert.fail(JSON.stringify(padded));
    assert.deepEqual(loops(having(full, { padding: { kind: 'valid' } }, padded)), loops(full));
  });

  law('a stride takes every s-th cell of the map without one', 2_000, (configuration) => {
    const { height, width, outputShape } = configuration.plan;
    const padding = {
      kind: 'explicit',
      top: height.before,
      bottom: height.after,
      left: width.before,
      right: width.after,
    } as const;
    const dense = having(configuration, { strides: [1, 1], padding });
    const [, , denseRows, denseCols] = dense.plan.outputShape;
    const all = loops(dense);
    const [batch, channels, rows, cols] = outputShape;
    const taken = Float64Array.from({ length: batch * channels * rows * cols }, (_, i) => {
      const col = i % cols;
      const row = Math.floor(i / cols) % rows;
      const plane = Math.floor(i / (cols * rows));
      return all[(plane * denseRows + row * height.stride) * denseCols + col * width.stride]!;
    });
    assert.deepEqual(loops(configuration), taken);
  });

  law('a delta as input shows the kernel', 2_000, (configuration) => {
    const { kernel, plan } = configuration;
    const [outputs, channels, kernelRows, kernelCols] = plan.kernelShape;
    const shape = [1, channels, 1, 1];
    const one = planConv2d(shape, plan.kernelShape, { ...configuration.params, ...simple, flip: true });
    if (isPlanProblem(one)) assert.fail(JSON.stringify(one));
    const channel = channels - 1;
    const delta = Float64Array.from({ length: channels }, (_, c) => (c === channel ? 1 : 0));
    const map = conv2d(one, { shape, data: delta }, kernel).data;
    const size = kernelRows * kernelCols;
    const shown = Float64Array.from({ length: outputs * size }, (_, i) => {
      const output = Math.floor(i / size);
      return kernel.data[(output * channels + channel) * size + (i % size)]! + 0;
    });
    assert.deepEqual(map, shown);
  });
});

/** One group, every step 1, zeros all around: nothing between a delta and the kernel. */
const simple = {
  strides: [1, 1],
  dilations: [1, 1],
  padding: { kind: 'full' },
  fill: { kind: 'zeros' },
  groups: 1,
} as const;

/** Each plane with all its cells one further down and two to the right, round the edges. */
function rolled(data: Float64Array, shape: readonly number[]): Float64Array {
  const cols = shape.at(-1)!;
  const rows = shape.at(-2)!;
  return data.map((_, i) => {
    const row = Math.floor(i / cols) % rows;
    const plane = i - row * cols - (i % cols);
    return data[plane + ((row + rows - 1) % rows) * cols + (((i % cols) + 2 * cols - 2) % cols)]!;
  });
}
