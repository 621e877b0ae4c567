import assert from 'node:assert/strict';
import fc from 'fast-check';
import { conv2d } from '../../../../../src/engine/convolution/conv2d';
import { planConv2d } from '../../../../../src/engine/convolution/planConv2d';
import { defaultLayer } from '../../../../../src/engine/network/defaultLayer';
import { backwardNetwork, valueGradient } from '../../../../../src/engine/network/gradients/backwardNetwork';
import {
  explainInputGradient,
  inputGradient,
  inputGradientConvolution,
} from '../../../../../src/engine/network/gradients/inputGradient';
import {
  explainKernelGradient,
  kernelGradient,
  kernelGradientConvolution,
} from '../../../../../src/engine/network/gradients/kernelGradient';
import { layerWeights } from '../../../../../src/engine/network/layerWeights';
import type { NetworkLayer } from '../../../../../src/engine/network/networkLayer';
import type { StageShape } from '../../../../../src/engine/network/networkStage';
import { runNetwork } from '../../../../../src/engine/network/runNetwork';
import { isPlanProblem } from '../../../../../src/engine/planProblem';
import { cellCount } from '../../../../../src/engine/shape4';
import type { Tensor } from '../../../../../src/engine/tensor';
import { convTranspose2d } from '../../../../../src/engine/transposed/convTranspose2d';
import { planConvTranspose2d } from '../../../../../src/engine/transposed/planConvTranspose2d';
import { geometries, manualExample, planned, type Setting, settings, tensors } from '../../support';
import { assertNear, conv, plannedStack, transposed, wholeTensor } from '../support';

/** Small whole numbers, whose sums of products are exact in any order. */
const wholes = fc.integer({ min: -9, max: 9 });

function dot(one: Tensor, other: Tensor): number {
  return one.data.reduce((sum, value, i) => sum + value * other.data[i]!, 0);
}

/** Convolutions over whole numbers without a bias, whose fill is no odd number, and dL/dY. */
const exact = settings(wholes)
  .filter(({ plan }) => plan.fill.kind !== 'constant')
  .chain((setting) => tensors(setting.plan.outputShape, wholes).map((gradient) => ({ ...setting, gradient })));

function forward({ plan, kernel }: Setting, input: Tensor): Tensor {
  return conv2d(plan, input, kernel);
}

describe('the gradients of a convolution', () => {
  it('are its adjoint: ⟨conv(x), g⟩ = ⟨x, dL/dX⟩ = ⟨w, dL/dW⟩, whatever the padding copies', () => {
    fc.assert(
      fc.property(exact, (setting) => {
        const { plan, input, kernel, gradient } = setting;
        const product = dot(forward(setting, input), gradient);
        assert.equal(dot(input, inputGradient(plan, kernel, gradient)), product);
        assert.equal(dot(kernel, kernelGradient({ plan, input, gradient })), product);
      }),
      { numRuns: 500 },
    );
  });

  it('are those of PyTorch’s pair: ⟨conv(x), y⟩ = ⟨x, convTranspose(y)⟩', () => {
    fc.assert(
      fc.property(geometries, fc.nat(), (geometry, seed) => {
        const { groups, strides, dilations, flip } = geometry;
        const channels = [groups * geometry.outPerGroup, geometry.inPerGroup] as const;
        const shared = { strides, dilations, flip, groups, padding: { kind: 'valid' } } as const;
        const small = [1, channels[0], ...geometry.image];
        const kernelShape = [...channels, ...geometry.window];
        const up = planConvTranspose2d(small, kernelShape, {
          ...shared,
          outputPadding: [0, 0],
          outputSizes: undefined,
        });
        assert.ok(!isPlanProblem(up));
        const down = planConv2d(up.outputShape, kernelShape, { ...shared, fill: { kind: 'zeros' } });
        assert.ok(!isPlanProblem(down));
        const [x, y, kernel] = [up.outputShape, small, kernelShape].map((shape, i) => wholeTensor(shape, seed + i));
        assert.equal(dot(conv2d(down, x!, kernel!), y!), dot(x!, convTranspose2d(up, y!, kernel!)));
      }),
    );
  });

  it('are linear in dL/dY', () => {
    fc.assert(
      fc.property(exact, wholes, ({ plan, input, kernel, gradient }, factor) => {
        const other = { shape: gradient.shape, data: gradient.data.map((_, i) => (i % 5) - 2) };
        const sum = { shape: gradient.shape, data: gradient.data.map((value, i) => factor * value + other.data[i]!) };
        for (const backward of [
          (g: Tensor) => inputGradient(plan, kernel, g).data,
          (g: Tensor) => kernelGradient({ plan, input, gradient: g }).data,
        ]) {
          const [one, two, both] = [gradient, other, sum].map(backward);
          assert.ok(both!.every((value, i) => value === factor * one![i]! + two![i]!));
        }
      }),
    );
  });

  it('are convolutions themselves: dL/dW of the input with dL/dY, stride and dilation in each other’s place', () => {
    fc.assert(
      fc.property(exact, (setting) => {
        const { plan, input, gradient } = setting;
        const whole = kernelGradient(setting);
        const [filters, channels, rows, cols] = plan.kernelShape;
        for (let filter = 0; filter < filters; filter++) {
          for (let channel = 0; channel < channels; channel++) {
            const own = kernelGradientConvolution({ plan, input, gradient }, filter, channel);
            assert.equal(own.plan.height.stride, plan.height.dilation);
            assert.equal(own.plan.width.dilation, plan.width.stride);
            if (plan.batch > 1 || plan.flip) continue;
            const map = conv2d(own.plan, own.input, own.kernel);
            for (let row = 0; row < rows; row++) {
              for (let col = 0; col < cols; col++) {
                const at = ((filter * channels + channel) * rows + row) * cols + col;
                assert.equal(map.data[row * map.shape[3]! + col], whole.data[at]);
                const explained = explainKernelGradient(setting, { filter, channel, row, col });
                assert.equal(explained.sum, whole.data[at]);
                assert.equal(explained.terms.length, plan.height.outputSize * plan.width.outputSize);
              }
            }
          }
        }
      }),
    );
  });

  it('explains a turned kernel’s numbers too', () => {
    const plan = planned([5, 5], [3, 3], { flip: true });
    const setting = { plan, input: manualExample.image, gradient: manualExample.map };
    const { data } = kernelGradient(setting);
    for (const [at, value] of data.entries()) {
      const cell = { filter: 0, channel: 0, row: Math.floor(at / 3), col: at % 3 };
      assert.equal(explainKernelGradient(setting, cell).sum, value);
    }
  });

  it('are convolutions themselves: dL/dX of dL/dY, spread by the stride, with the turned kernel all over the border', () => {
    fc.assert(
      fc.property(exact, ({ plan, kernel, gradient }) => {
        if (plan.fill.kind !== 'zeros') return;
        const whole = inputGradient(plan, kernel, gradient);
        const [batch, channels, rows, cols] = plan.inputShape;
        for (let plane = 0; plane < batch * channels; plane++) {
          const [image, channel] = [Math.floor(plane / channels), plane % channels];
          const own = inputGradientConvolution(plan, kernel, gradient, channel, image);
          assert.equal(own.plan.flip, !plan.flip);
          const full = conv2d(own.plan, own.input, own.kernel);
          const [, , fullRows, fullCols] = own.plan.outputShape;
          for (let row = 0; row < rows; row++) {
            for (let col = 0; col < cols; col++) {
              const [y, x] = [row + own.top, col + own.left];
              const value = y < fullRows && x < fullCols ? full.data[y * fullCols + x]! : 0;
              assert.equal(whole.data[(plane * rows + row) * cols + col], value);
              const { sum } = explainInputGradient(plan, kernel, gradient, { batch: image, channel, row, col });
              assert.equal(sum, value);
            }
          }
        }
      }),
    );
  });
});

const stacks: readonly {
  readonly name: string;
  readonly image: StageShape;
  readonly layers: readonly NetworkLayer[];
}[] = [
  {
    name: 'conv',
    image: [2, 6, 5],
    layers: [conv({ filters: 2, strides: [2, 1], padding: { kind: 'all', amount: 1 } })],
  },
  {
    name: 'conv with padding that copies',
    image: [1, 4, 5],
    layers: [conv({ filters: 2, padding: { kind: 'all', amount: 2 }, fill: { kind: 'symmetric' } })],
  },
  { name: 'transposed', image: [2, 3, 4], layers: [transposed({ filters: 2, kernelSize: [3, 2], groups: 2 })] },
  {
    name: 'average',
    image: [1, 5, 5],
    layers: [{ ...defaultLayer('pool'), pooling: 'average', rounding: 'ceil_inside' }],
  },
  { name: 'max', image: [1, 6, 6], layers: [conv(), defaultLayer('pool')] },
  { name: 'ReLU', image: [1, 5, 5], layers: [conv({ filters: 3 }), defaultLayer('relu'), conv()] },
  { name: 'dense and softmax', image: [7], layers: [defaultLayer('dense'), defaultLayer('softmax')] },
  {
    name: 'the usual flow',
    image: [2, 9, 9],
    layers: [
      ...[conv({ filters: 3 }), defaultLayer('relu'), defaultLayer('pool'), conv({ filters: 2, kernelSize: [2, 2] })],
      ...[defaultLayer('flatten'), defaultLayer('dense'), defaultLayer('softmax')],
    ],
  },
];

describe('backwardNetwork(run, from, gradient)', () => {
  for (const { name, image, layers } of stacks) {
    it(`is what small steps say: ${name}`, () => {
      const stages = plannedStack(image, layers);
      // No equal cells and no zeros, at which max and ReLU have a corner.
      const data = wholeTensor(image, 4).data.map((value, i) => value / 7 + Math.sin(i + 1) / 3);
      const last = stages.length - 1;
      const outputs = cellCount(stages[last]!.outputShape);
      const upstream: Tensor = {
        shape: stages[last]!.outputShape,
        data: Float64Array.from({ length: outputs }, (_, i) => Math.cos(i)),
      };
      const loss = (image: Float64Array, layer = -1, weights?: Float64Array, biases?: Float64Array) => {
        const changed = stages.map((stage, i) => {
          if (i !== layer) return stage;
          const typed = { kind: 'typed', weights: [...weights!], biases: [...(biases ?? [])] } as const;
          return { ...stage, layer: { ...stage.layer, weights: typed } as NetworkLayer };
        });
        return dot(runNetwork(changed, { shape: stages[0]!.inputShape, data: image }).activations[last]!, upstream);
      };
      const gradients = backwardNetwork(runNetwork(stages, { shape: image, data }), last, upstream);
      assertSlopes(data, (moved) => loss(moved), gradients[0]!.input.data, 'dL/dX');
      for (const [i, stage] of stages.entries()) {
        const learned = layerWeights(stage);
        if (!learned) continue;
        const { weights, biases } = learned;
        assertSlopes(weights.data, (moved) => loss(data, i, moved, biases), gradients[i]!.weights!.data, 'dL/dW');
        if (biases) assertSlopes(biases, (moved) => loss(data, i, weights.data, moved), gradients[i]!.biases!, 'dL/db');
      }
    });
  }

  it('asks about one value with 1 there and 0 elsewhere: dL/dX of a sum is its weights', () => {
    const stages = plannedStack(
      [1, 5, 5],
      [conv({ weights: { kind: 'typed', weights: [...manualExample.filter.data], biases: [] } })],
    );
    const run = runNetwork(stages, { shape: [1, 5, 5], data: manualExample.image.data });
    const [gradients] = backwardNetwork(run, 0, valueGradient([1, 3, 3], 4));
    const expected = new Float64Array(25);
    for (const [i, weight] of manualExample.filter.data.entries())
      expected[(1 + Math.floor(i / 3)) * 5 + 1 + (i % 3)] = weight;
    assert.deepEqual(gradients!.input.data, expected);
    const patch = [1, 2, 3].flatMap((row) => [1, 2, 3].map((col) => manualExample.image.data[row * 5 + col]));
    assert.deepEqual([...gradients!.weights!.data], patch);
    assert.deepEqual(gradients!.biases, Float64Array.of(1));
  });
});

/** Central differences: off by about the square of the step, and by roundings over it. */
function assertSlopes(
  at: Float64Array,
  loss: (moved: Float64Array) => number,
  gradient: Float64Array,
  what: string,
): void {
  const step = 1e-5;
  assert.equal(gradient.length, at.length);
  for (const [i, value] of at.entries()) {
    const slope = (loss(at.with(i, value + step)) - loss(at.with(i, value - step))) / (2 * step);
    assertNear(gradient[i], slope, 1e-7, `${what} ${i}`);
  }
}
