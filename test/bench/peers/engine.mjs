import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { engineBundle } from '../engineBundle.mjs';
import { precisionOf } from '../numberFiles.mjs';

const {
  choosePath,
  convEngine,
  growableMemory,
  isHelped,
  isPlanProblem,
  laneBuffer,
  laneTable,
  machine,
  placeMargins,
  planConv2d,
  PlacedPicture,
  PlacedResult,
} = await import(engineBundle.parts);

/**
 * The engine of this project. `mode`: a fresh output at every call, one that is `reused`, picture and output `kept` in
 * the engine's memory, or the `inner` loops alone on a picture that has its border already.
 */
export async function prepare(workload, data, { mode, ...choice }) {
  const { input, kernel } = data;
  const precision = precisionOf(input);
  if (mode === 'inner') return prepareInner(workload, data, precision, choice);
  const shared = choice.threads === 2 ? await startHelper() : undefined;
  const engine = convEngine({ useRelaxed: choice.useRelaxed, shared });
  const prepareFill = (fill) => {
    const run = engine.prepare(planOf(workload, fill), kernel, { precision, accuracy: 'fast', path: choice.path });
    if (choice.path && run.path !== choice.path) throw new Error(`takes the path ${run.path}`);
    return run;
  };
  const run = prepareFill({ kind: 'zeros' });
  const notes = { path: run.path };
  if (mode === 'fresh') return { notes, run: () => run.run(input) };
  const output = run.run(input);
  if (mode === 'reused') return { notes, run: () => run.run(input, output) };
  // The border is part of what is timed: two runs that take turns each find the added cells of the other.
  const runs = [run, prepareFill({ kind: 'constant', value: -0 })];
  const picture = run.place(input);
  const result = run.onPlaced(picture);
  let turn = 0;
  return { notes, run: () => runs[turn++ & 1].onPlaced(picture, result), toFlat: () => result.read() };
}

/** A second thread that waits for its share of the work, and what it shares with this one. */
async function startHelper() {
  const shared = { memory: growableMemory(true), buffer: laneBuffer() };
  new Worker(new URL('../helpEngine.mjs', import.meta.url), { workerData: shared }).unref();
  while (!isHelped(laneTable(shared.buffer, []))) await setTimeout(1);
  return shared;
}

function prepareInner(workload, { input, kernel }, precision, { path }) {
  const plan = planOf(workload, { kind: 'zeros' });
  const ours = machine();
  const setting = { machine: ours, plan, weights: kernel, bias: undefined, precision };
  const { runner } = choosePath(setting, 'fast', path);
  if (path && runner.path !== path) throw new Error(`takes the path ${runner.path}`);
  const margins = placeMargins(ours, plan);
  const picture = new PlacedPicture(ours, plan.inputShape, precision, margins.margins);
  const result = new PlacedResult(ours, plan.outputShape, precision);
  picture.replace(input);
  const { name, args, unfused = false } = runner.call(picture.inputFor(margins), result, 0, runner.rows, 0);
  const loops = ours.exports(unfused)[name];
  return { notes: { path: runner.path }, run: () => loops(...args), toFlat: () => result.read() };
}

function planOf({ shape, kernelShape, stride, dilation, padding }, fill) {
  const plan = planConv2d(shape, kernelShape, {
    strides: [stride, stride],
    dilations: [dilation, dilation],
    padding: { kind: 'all', amount: padding },
    fill,
    flip: false,
    groups: 1,
  });
  if (isPlanProblem(plan)) throw new Error(plan.problem);
  return plan;
}
