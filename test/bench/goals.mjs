/** What the engine is to reach against each peer, and what it has. */
import { multiplyAdds, workloads } from './workloads.mjs';

const all = ['W1', 'W2', 'W3', 'W4a', 'W4b', 'W4c', 'W5', 'W6', 'W7', 'W8'];

/** How many times as long `peer` takes as `ours`. */
const speedUp = (peer, ours) => (results) => quotient(results[peer]?.median, results[ours]?.median);
/** How many times as long `ours` takes as `peer`. */
const timeOf = (ours, peer) => speedUp(ours, peer);

const limit = 'limit: fused multiply-add';
const shareOfLimit = (results, name) => {
  const { median, notes } = results[limit] ?? {};
  const achieved = quotient(2 * multiplyAdds(workloads[name]), results['engine: inner loops']?.median);
  return quotient(achieved, quotient(notes?.flop, median));
};

const twoThreads = (results) => {
  const { median } = results['engine: kept'] ?? {};
  return median > 1 ? speedUp('engine: kept', 'engine: kept 2 threads')(results) : Number.NaN;
};

function goal(against, text, names, least, figure, { isMost = false, optional = false } = {}) {
  return { against, text, names, least, figure, isMost, optional };
}

/** `least` is the most where `isMost`; figures of an `optional` goal count only where there is something to measure. */
const goals = [
  goal('onnxruntime-web', 'at least 1.4 times as fast', all, 1.4, speedUp('onnxruntime-web', 'engine')),
  goal('onnxruntime-web', 'at least 1.7 times', ['W5', 'W6'], 1.7, speedUp('onnxruntime-web', 'engine')),
  goal('tfjs-wasm', 'at least 1.6 times', ['W5', 'W6'], 1.6, speedUp('tfjs-wasm', 'engine')),
  goal('tfjs-wasm', 'at least 4 times', ['W2', 'W3', 'W4a', 'W7'], 4, speedUp('tfjs-wasm', 'engine')),
  goal('tfjs-wasm', 'at least 3 times', ['W8'], 3, speedUp('tfjs-wasm', 'engine')),
  goal('tfjs-wasm', 'at least 25 times', ['W4b'], 25, speedUp('tfjs-wasm', 'engine')),
  goal('tfjs-wasm', 'W4c works (GFLOP/s)', ['W4c'], 0, ({ engine }, name) =>
    quotient(2e-6 * multiplyAdds(workloads[name]), engine?.median),
  ),
  goal(
    'onnxruntime-node',
    'at least 4 times',
    ['W3', 'W4a', 'W4b', 'W4c', 'W7', 'W8'],
    4,
    speedUp('onnxruntime-node', 'engine'),
  ),
  goal('onnxruntime-node', 'at most 2.3 times its time', ['W5'], 2.3, timeOf('engine', 'onnxruntime-node'), {
    isMost: true,
  }),
  goal('onnxruntime-node', 'at most 3 times its time', ['W6'], 3, timeOf('engine', 'onnxruntime-node'), {
    isMost: true,
  }),
  ...['OpenCV', 'OpenCV: output reused'].flatMap((peer) => [
    goal(
      peer,
      'kept: at most 1.3 times its time',
      ['W1', 'W2', 'W3', 'W4a', 'W4b', 'W7'],
      1.3,
      timeOf('engine: kept', peer),
      { isMost: true },
    ),
    goal(peer, 'kept: faster', ['W4c', 'W8'], 1, speedUp(peer, 'engine: kept')),
  ]),
  goal('flat loops', 'never slower', all, 1, speedUp('flat loops', 'engine')),
  goal(
    'flat loops: float64',
    'never slower',
    ['W1', 'W2', 'W3', 'W4a', 'W4b', 'W4c'],
    1,
    speedUp('flat loops: float64', 'engine: float64'),
  ),
  goal('fused multiply-add limit', 'inner loops, direct: at least 80 %', ['W5', 'W6', 'W4c'], 0.8, shareOfLimit),
  goal('fused multiply-add limit', 'inner loops: at least 70 %', ['W4b'], 0.7, shareOfLimit),
  goal('fused multiply-add limit', 'inner loops: at least 60 %', ['W3', 'W4a'], 0.6, shareOfLimit),
  goal(
    'float32, by float64',
    'at most 2.3 times its time',
    ['W3', 'W4a', 'W4b', 'W4c'],
    2.3,
    timeOf('engine: float64', 'engine'),
    { isMost: true },
  ),
  goal(
    'relaxed SIMD, by the engine without',
    'kept: at most 1.3 times its time',
    all,
    1.3,
    timeOf('engine: kept plain', 'engine: kept'),
    { isMost: true },
  ),
  goal('one thread, by two', 'kept, above 1 ms: at least 1.7 times as fast', all, 1.7, twoThreads, { optional: true }),
];

/** Rows of the table of goals that anything was measured for: what was measured, by workload, with the misses marked, and a verdict. */
export function judge(results, footprint) {
  const measured = Object.keys(results);
  return [
    ...goals
      .map((one) => judgeGoal(one, results, measured))
      .filter(({ figures }) => figures.some(({ value }) => !Number.isNaN(value))),
    ...(footprint ? judgeFootprint(footprint) : []),
  ];
}

function judgeGoal({ against, text, names, least, figure, isMost, optional }, results, measured) {
  const figures = names
    .filter((name) => measured.includes(name))
    .map((name) => ({ name, value: figure(results[name], name) }))
    .filter(({ value }) => !optional || !Number.isNaN(value))
    .map(({ name, value }) => ({ name, value, isMissed: isMost ? value > least : value < least }));
  return { against, goal: text, figures, verdict: verdictOf(figures) };
}

function judgeFootprint({ firstResult, payload, memory }) {
  const row = (against, text, value, isReached, name = '') => {
    const figures = [{ name, value, isMissed: !isReached }];
    return { against, goal: text, figures, verdict: verdictOf(figures) };
  };
  return [
    row('first result after load', 'within 15 ms', firstResult.median, firstResult.median <= 15),
    row('engine payload, kB', 'under 60', payload.file / 1000, payload.file < 60_000, partsOf(payload)),
    row('peak memory for W8', 'under 3 times input plus output', memory, memory < 3),
  ];
}

function partsOf({ scripts, modules }) {
  const parts = [scripts, modules].map((bytes) => (bytes / 1000).toFixed(1));
  return `${parts[0]} of scripts, both modules packed to ${parts[1]}, in one file`;
}

function verdictOf(figures) {
  if (figures.some(({ isMissed }) => isMissed)) return 'no';
  return figures.some(({ value }) => Number.isNaN(value)) ? 'not all measured' : 'yes';
}

/** NaN where one of the two is missing. */
function quotient(above = Number.NaN, below = Number.NaN) {
  return above / below;
}
