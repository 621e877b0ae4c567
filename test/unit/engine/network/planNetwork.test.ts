import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultLayer } from '../../../../src/engine/network/defaultLayer';
import { imageSizes, shapesImage } from '../../../../src/engine/network/inputs/shapesImage';
import type { NetworkLayer } from '../../../../src/engine/network/networkLayer';
import type { NetworkStage, RefusedStage, StageShape } from '../../../../src/engine/network/networkStage';
import { planNetwork } from '../../../../src/engine/network/planNetwork';
import { conv, plannedStack, transposed } from './support';

const relu = defaultLayer('relu');
const flatten = defaultLayer('flatten');
const softmax = defaultLayer('softmax');
const pool = (window: number, stride = window) => {
  return { ...defaultLayer('pool'), window: [window, window], strides: [stride, stride] } as const;
};
const square = (filters: number, side: number, more: Partial<ReturnType<typeof conv>> = {}) =>
  conv({ filters, kernelSize: [side, side], ...more });

function shapes(image: StageShape, layers: readonly NetworkLayer[]) {
  return plannedStack(image, layers).map(({ outputShape }) => outputShape);
}

/** Rows of the receptive field behind the last layer. */
function fieldRows(image: StageShape, layers: readonly NetworkLayer[]): number | undefined {
  const { reach } = plannedStack(image, layers).at(-1)!;
  return reach.kind === 'windows' ? reach.field.height.size : undefined;
}

function refused(stages: readonly NetworkStage[]): RefusedStage {
  const stage = stages.find(({ kind }) => kind === 'refused');
  assert.ok(stage?.kind === 'refused');
  return stage;
}

describe('planNetwork(imageShape, layers)', () => {
  it('takes images as tensors: 28×28 is a row of 784, and a filter of an RGB image is 3×3×3 (S11)', () => {
    assert.deepEqual(shapes([1, 28, 28], [flatten]), [[784]]);
    assert.deepEqual(shapes([3, ...imageSizes.cifar10], [flatten]), [[32 * 32 * 3]]);
    assert.deepEqual(shapesImage(imageSizes.imagenet).shape, [3, 224, 224]);
    const [stage] = plannedStack([3, 32, 32], [square(64, 3)]);
    assert.ok(stage?.plan.kind === 'conv');
    assert.deepEqual(stage.plan.geometry.kernelShape, [64, 3, 3, 3]);
    assert.deepEqual(stage.outputShape, [64, 30, 30]);
  });

  it('tells weights and biases apart (S12)', () => {
    const dense = { ...defaultLayer('dense'), units: 1000 };
    const [, small] = plannedStack([1, 28, 28], [flatten, dense]);
    assert.deepEqual(small!.parameters, { weights: 784_000, biases: 1000 });
    const [, large] = plannedStack([3, 224, 224], [flatten, dense]);
    assert.deepEqual(large!.parameters, { weights: 150_528_000, biases: 1000 });
    const [filters] = plannedStack([3, 224, 224], [square(64, 3)]);
    assert.deepEqual(filters!.parameters, { weights: 1728, biases: 64 });
    assert.equal(filters!.multiplyAdds, 1728 * 222 * 222);
  });

  it('shrinks maps fast without padding, and not with it (S15)', () => {
    const valid = Array.from({ length: 5 }, () => square(4, 3));
    const same = valid.map((layer): NetworkLayer => ({ ...layer, padding: { kind: 'all', amount: 1 } }));
    assert.deepEqual(
      shapes([1, 12, 12], valid).map(([, rows]) => rows),
      [10, 8, 6, 4, 2],
    );
    assert.deepEqual(
      shapes([1, 12, 12], same).map(([, rows]) => rows),
      [12, 12, 12, 12, 12],
    );
    assert.equal(planNetwork([1, 12, 12], [...valid, square(4, 3)]).at(-1)!.kind, 'refused');
  });

  it('has the receptive fields of AlexNet, 195, and VGG-16, 212 (Araujo, Norris and Sim, Distill 2019)', () => {
    const same = { padding: { kind: 'same_upper' } } as const;
    const alexNet = [
      ...[square(64, 11, { strides: [4, 4] }), relu, pool(3, 2), square(192, 5, same), relu, pool(3, 2)],
      ...[square(384, 3, same), relu, square(384, 3, same), relu, square(256, 3, same), relu, pool(3, 2)],
    ];
    assert.equal(fieldRows([3, 224, 224], alexNet), 195);
    const vgg16 = [2, 2, 3, 3, 3].flatMap((count) => [
      ...Array.from({ length: count }, () => [square(8, 3, same), relu]).flat(),
      pool(2),
    ]);
    assert.equal(fieldRows([3, 224, 224], vgg16), 212);
  });

  it('goes the usual way from image to shares (S17)', () => {
    const layers = [square(8, 3), square(8, 3), pool(2), square(16, 3), flatten, defaultLayer('dense'), softmax];
    assert.deepEqual(shapes([1, 28, 28], layers), [
      [8, 26, 26],
      [8, 24, 24],
      [8, 12, 12],
      [16, 10, 10],
      [1600],
      [10],
      [10],
    ]);
    assert.deepEqual(
      plannedStack([1, 28, 28], layers).map(({ parameters }) => parameters.weights + parameters.biases),
      [80, 584, 0, 1168, 0, 16_010, 0],
    );
  });

  it('names the field behind a dense layer as the whole image, and behind a transposed one its largest', () => {
    const stages = plannedStack(
      [1, 8, 8],
      [transposed({ kernelSize: [3, 3] }), square(1, 3), flatten, defaultLayer('dense')],
    );
    assert.deepEqual(
      stages.map(({ reach }) => reach.kind),
      ['varies', 'varies', 'varies', 'whole'],
    );
    assert.deepEqual(stages[0]!.reach, { kind: 'varies', largest: [2, 2] });
    // Three cells of the transposed map span five places of its kernels, a stride of two apart.
    assert.deepEqual(stages[1]!.reach, { kind: 'varies', largest: [3, 3] });
  });

  it('leaves what is behind a refused stage unreached', () => {
    const kinds = planNetwork([1, 2, 2], [relu, square(1, 3), relu, flatten]).map(({ kind }) => kind);
    assert.deepEqual(kinds, ['planned', 'refused', 'unreached', 'unreached']);
  });

  it('says why a stage is too small and what to change', () => {
    const { problem, remedies } = refused(planNetwork([1, 4, 2], [square(1, 5)]));
    assert.equal(problem.problem, 'kernel-larger-than-input');
    assert.deepEqual(
      remedies.map(({ code, numbers }) => ({ code, numbers })),
      [
        { code: 'more-padding', numbers: { top: 1, bottom: 1, left: 2, right: 2 } },
        { code: 'smaller-kernel', numbers: { rows: 4, cols: 2 } },
      ],
    );
  });

  it('says which groups divide', () => {
    const { problem, remedies } = refused(planNetwork([6, 9, 9], [square(8, 3, { groups: 3 })]));
    assert.deepEqual(problem, {
      problem: 'groups-do-not-divide',
      numbers: { groups: 3, inputChannels: 6, outputChannels: 8 },
    });
    assert.deepEqual(
      remedies.map(({ code, numbers }) => ({ code, numbers })),
      [
        { code: 'other-groups', numbers: { groups: 2 } },
        { code: 'other-filters', numbers: { filters: 6 } },
        { code: 'other-filters', numbers: { filters: 9 } },
      ],
    );
  });

  it('wants planes for windows and a row for dense layers', () => {
    assert.equal(refused(planNetwork([9], [square(1, 3)])).problem.problem, 'needs-planes');
    const { problem, remedies } = refused(planNetwork([2, 3, 3], [defaultLayer('dense')]));
    assert.deepEqual(problem, { problem: 'needs-row', numbers: { channels: 2, rows: 3, cols: 3 } });
    assert.deepEqual(remedies, [
      { code: 'flatten-first', numbers: {}, change: { kind: 'insert', layer: { kind: 'flatten' } } },
    ]);
  });

  it('wants as many weights as the layer has, and kernels of the size of their presets', () => {
    const typed = square(2, 2, { weights: { kind: 'typed', weights: [1, 2, 3], biases: [] } });
    assert.deepEqual(refused(planNetwork([1, 4, 4], [typed])).problem, {
      problem: 'weight-count-differs',
      numbers: { given: 3, needed: 8 },
    });
    const preset = square(2, 3, { weights: { kind: 'preset', presets: ['sobelX', 'gaussian5'] } });
    assert.deepEqual(refused(planNetwork([1, 6, 6], [preset])).problem, {
      problem: 'preset-size-differs',
      numbers: { rows: 3, cols: 3, presetRows: 5, presetCols: 5 },
    });
  });

  it('offers only changes that help, whatever the layer', () => {
    const count = fc.integer({ min: -1, max: 6 });
    const axes = fc.tuple(count, count);
    const layers = fc.record({
      which: fc.constantFrom('conv', 'transposed', 'pool'),
      kernel: axes,
      strides: axes,
      dilations: axes,
      cells: count,
      filters: count,
      groups: count,
      extra: axes,
    });
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })),
        layers,
        (image, one) => {
          const common = {
            strides: one.strides,
            dilations: one.dilations,
            padding: { kind: 'all', amount: one.cells },
          } as const;
          const kernels = { ...common, kernelSize: one.kernel, filters: one.filters, groups: one.groups };
          const layer =
            one.which === 'conv'
              ? conv(kernels)
              : one.which === 'transposed'
                ? transposed({ ...kernels, outputPadding: one.extra })
                : { ...defaultLayer('pool'), ...common, window: one.kernel };
          const [stage] = planNetwork(image, [layer]);
          if (stage?.kind !== 'refused') return;
          for (const { change } of stage.remedies) {
            const changed = change.kind === 'insert' ? [change.layer, layer] : [change.layer];
            assert.ok(planNetwork(image, changed).every(({ kind }) => kind === 'planned'));
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
