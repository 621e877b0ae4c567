import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultLayer } from '../../../../src/engine/network/defaultLayer';
import { fedExtents } from '../../../../src/engine/network/fedExtents';
import type { NetworkLayer } from '../../../../src/engine/network/networkLayer';
import { planNetwork } from '../../../../src/engine/network/planNetwork';
import { plannedStages, runNetwork } from '../../../../src/engine/network/runNetwork';
import { type Extent, type Range, valueExtents } from '../../../../src/engine/network/valueExtents';
import { placeOf } from '../../../../src/engine/network/valuePlace';
import { conv, plannedStack, transposed } from './support';

const image = [2, 7, 6] as const;

/** The box around all image cells that reach a value: a NaN there makes a NaN of it, as 0 · NaN is one. */
function boxByNaN(stages: ReturnType<typeof plannedStages>, stage: number, index: number) {
  const cells = image[0] * image[1] * image[2];
  const box = { channels: [] as number[], rows: [] as number[], cols: [] as number[] };
  for (let cell = 0; cell < cells; cell++) {
    const data = new Float64Array(cells).fill(1);
    data[cell] = Number.NaN;
    if (!Number.isNaN(runNetwork(stages, { shape: image, data }).activations[stage]!.data[index])) continue;
    box.channels.push(Math.floor(cell / (image[1] * image[2])));
    box.rows.push(Math.floor(cell / image[2]) % image[1]);
    box.cols.push(cell % image[2]);
  }
  return { channels: rangeOf(box.channels), rows: rangeOf(box.rows), cols: rangeOf(box.cols) };
}

function rangeOf(places: readonly number[]): Range | undefined {
  return places.length === 0 ? undefined : { first: Math.min(...places), last: Math.max(...places) };
}

const side = fc.integer({ min: 1, max: 3 });
const pair = fc.tuple(side, side);
const padding = fc.nat(2).map((amount) => ({ kind: 'all', amount }) as const);
const fill = fc.constantFrom<'zeros' | 'reflect' | 'circular' | 'replicate'>(
  'zeros',
  'reflect',
  'circular',
  'replicate',
);
const windows: fc.Arbitrary<NetworkLayer> = fc
  .record({
    kernelSize: pair,
    strides: pair,
    dilations: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })),
    padding,
    fill,
    groups: fc.constantFrom(1, 2),
    which: fc.constantFrom('conv', 'pool', 'transposed', 'relu'),
  })
  .map(({ kernelSize, fill: kind, which, groups, ...shared }) => {
    if (which === 'relu') return defaultLayer('relu');
    if (which === 'pool') return { ...defaultLayer('pool'), ...shared, window: kernelSize, rounding: 'ceil_inside' };
    const layer = { ...shared, kernelSize, filters: 2, groups };
    return which === 'conv' ? conv({ ...layer, fill: { kind } }) : transposed(layer);
  });

describe('valueExtents(stages, stage, index)', () => {
  it('is the box around the pixels that a value depends on, layer by layer', () => {
    fc.assert(
      fc.property(
        fc.array(windows, { minLength: 1, maxLength: 3 }),
        fc.nat(),
        fc.boolean(),
        (layers, chosen, isFlat) => {
          const stages = plannedStages(planNetwork(image, isFlat ? [...layers, defaultLayer('flatten')] : layers));
          if (stages.length === 0) return;
          const last = stages.length - 1;
          const index = chosen % stages[last]!.outputShape.reduce((cells, size) => cells * size, 1);
          const extent = valueExtents(stages, last, index)[0]!;
          const box = boxByNaN(stages, last, index);
          assert.ok(extent.kind === 'planes');
          if (!extent.rows.cells || !extent.cols.cells) assert.deepEqual([box.rows, box.cols], [undefined, undefined]);
          else assert.deepEqual({ channels: extent.channels, rows: extent.rows.cells, cols: extent.cols.cells }, box);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is never larger than the receptive field that the stage names', () => {
    const unwrapped = windows.filter((layer) => layer.kind !== 'conv' || layer.fill.kind === 'zeros');
    fc.assert(
      fc.property(fc.array(unwrapped, { minLength: 1, maxLength: 4 }), fc.nat(), (layers, chosen) => {
        const stages = plannedStages(planNetwork([2, 24, 21], layers));
        if (stages.length === 0) return;
        const { reach, outputShape } = stages.at(-1)!;
        const index = chosen % outputShape.reduce((cells, size) => cells * size, 1);
        const extent = valueExtents(stages, stages.length - 1, index)[0]!;
        assert.ok(extent.kind === 'planes' && reach.kind !== 'whole');
        const most = reach.kind === 'varies' ? reach.largest : [reach.field.height.size, reach.field.width.size];
        for (const [axis, { cells }] of [extent.rows, extent.cols].entries())
          if (cells) assert.ok(cells.last - cells.first < most[axis]!, `${cells.last} − ${cells.first}, ${most[axis]}`);
      }),
      { numRuns: 500 },
    );
  });

  it('says how much padding a value at the border reads, and cuts it off', () => {
    const layers = [conv({ padding: { kind: 'all', amount: 1 } }), conv({ padding: { kind: 'all', amount: 1 } })];
    const [first, second] = valueExtents(plannedStack([1, 5, 5], layers), 1, 0);
    const axis = { cells: { first: 0, last: 1 }, before: 1, after: 0 };
    assert.deepEqual(second, { kind: 'planes', channels: { first: 0, last: 0 }, rows: axis, cols: axis });
    const below = { cells: { first: 0, last: 2 }, before: 1, after: 0 };
    assert.deepEqual(first, { kind: 'planes', channels: { first: 0, last: 0 }, rows: below, cols: below });
  });

  it('reads everything behind a dense layer', () => {
    const stages = plannedStack([1, 4, 4], [conv(), defaultLayer('flatten'), defaultLayer('dense')]);
    const extents: readonly Extent[] = valueExtents(stages, 2, 3);
    const whole = { cells: { first: 0, last: 3 }, before: 0, after: 0 };
    assert.deepEqual(extents[0], { kind: 'planes', channels: { first: 0, last: 0 }, rows: whole, cols: whole });
    assert.deepEqual(extents[2], { kind: 'row', values: { first: 0, last: 3 } });
  });
});

describe('fedExtents(stages, place)', () => {
  it('is the box around the values that a pixel reaches, layer by layer', () => {
    fc.assert(
      fc.property(
        fc.array(windows, { minLength: 1, maxLength: 3 }),
        fc.nat(),
        fc.boolean(),
        (layers, chosen, isFlat) => {
          const stages = plannedStages(planNetwork(image, isFlat ? [...layers, defaultLayer('flatten')] : layers));
          const cell = chosen % (image[0] * image[1] * image[2]);
          const data = new Float64Array(image[0] * image[1] * image[2]).fill(1);
          data[cell] = Number.NaN;
          const { activations } = runNetwork(stages, { shape: image, data });
          for (const [i, extent] of fedExtents(stages, placeOf(image, cell)).entries()) {
            const { outputShape } = stages[i]!;
            const reached = [...activations[i]!.data.keys()].filter((at) => Number.isNaN(activations[i]!.data[at]));
            const places = reached.map((at) => placeOf(outputShape, at));
            const along = (axis: 'channel' | 'row' | 'col') => rangeOf(places.map((place) => place[axis]));
            if (extent.kind === 'row') assert.deepEqual(extent.values, along('col'));
            else if (!extent.rows.cells || !extent.cols.cells) assert.deepEqual(reached, []);
            else {
              const box = { channels: along('channel'), rows: along('row'), cols: along('col') };
              assert.deepEqual({ channels: extent.channels, rows: extent.rows.cells, cols: extent.cols.cells }, box);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('lets a pixel in the middle feed the nine outputs whose patches hold it, and each of these see nine pixels (S14)', () => {
    const stages = plannedStack([1, 9, 9], [conv()]);
    const around = { cells: { first: 2, last: 4 }, before: 0, after: 0 };
    const box: Extent = { kind: 'planes', channels: { first: 0, last: 0 }, rows: around, cols: around };
    assert.deepEqual(fedExtents(stages, { channel: 0, row: 4, col: 4 }), [box]);
    assert.deepEqual(valueExtents(stages, 0, 2 * 7 + 2), [box]);
  });
});
