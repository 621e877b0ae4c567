/** Who is measured: how each is started, and the workloads it takes. */
import { multiplyAdds } from './workloads.mjs';

const single = ['W1', 'W2', 'W3', 'W4a', 'W4b', 'W4c', 'W7', 'W8'];
const doubles = ['W1', 'W2', 'W3', 'W4a', 'W4b', 'W4c'];
const rankOne = ['W4b rank 1', 'W4c rank 1'];
const all = [...single, 'W5', 'W6'];

const node = (module, extra) => ({ language: 'node', module, precision: 'float32', workloads: all, ...extra });
const python = (module, extra) => ({ language: 'python', module, precision: 'float32', workloads: single, ...extra });
const engine = (mode, options, extra) => node('engine', { options: { mode, ...options }, ...extra });
const double = { precision: 'float64', workloads: doubles };

/**
 * `most`: multiply-adds above which a peer is too slow to wait for. `quick`: measured in a quick run too. `limit`: no
 * convolution, but what the machine can do.
 */
export const peers = {
  engine: engine('fresh', {}, { workloads: [...all, ...rankOne], quick: true }),
  'engine: output reused': engine('reused'),
  'engine: kept': engine('kept', {}, { workloads: [...all, ...rankOne], quick: true }),
  'engine: inner loops': engine('inner', { path: 'direct' }, { quick: true }),
  'engine: kept plain': engine('kept', { useRelaxed: false }, { quick: true }),
  'engine: kept 2 threads': engine('kept', { threads: 2 }, { quick: true }),
  'engine: kept direct': engine('kept', { path: 'direct' }, { workloads: [...all, ...rankOne] }),
  'engine: kept winograd': engine('kept', { path: 'winograd' }, { workloads: ['W5', 'W6'] }),
  'engine: kept fft': engine('kept', { path: 'fft' }, { workloads: ['W4b', 'W4c', ...rankOne] }),
  'engine: kept separable': engine('kept', { path: 'separable' }, { workloads: rankOne }),
  'engine: float64': engine('fresh', {}, { ...double, quick: true }),
  'engine: float64 kept': engine('kept', {}, double),
  'nested loops': node('nestedLoops', { most: 2e8 }),
  'flat loops': node('flatLoops', { quick: true }),
  'flat loops: float64': node('flatLoops', { ...double, quick: true }),
  'tfjs-wasm': node('tfjsWasm', { quick: true }),
  'onnxruntime-web': node('onnxRuntime', { options: { module: 'onnxruntime-web' }, quick: true }),
  'onnxruntime-node': node('onnxRuntime', { options: { module: 'onnxruntime-node' }, quick: true }),
  'NumPy loop': python('numpy', { most: 3e6 }),
  'SciPy correlate2d': python('correlate2d'),
  'SciPy correlate2d: float64': python('correlate2d', { ...double, most: 2e8 }),
  'SciPy ndimage': python('ndimage'),
  'SciPy fftconvolve': python('fftconvolve', { workloads: ['W4a', 'W4b', 'W4c'] }),
  OpenCV: python('opencv', { workloads: [...single, ...rankOne] }),
  'OpenCV: output reused': python('opencv-kept', { quick: true }),
  'OpenCV: float64': python('opencv', double),
  PyTorch: python('torch', { workloads: all }),
  'PyTorch: float64': python('torch', { ...double, most: 2e8 }),
  'limit: fused multiply-add': node('limits', { options: { kind: 'fused' }, limit: true, quick: true }),
  'limit: multiply and add': node('limits', { options: { kind: 'separate' }, limit: true }),
};

/** The names of those that take part in a workload. */
export function peersOf(name, workload, { quick, only }) {
  return Object.keys(peers).filter((peer) => {
    const { workloads, most = Number.POSITIVE_INFINITY, quick: isQuick, module } = peers[peer];
    if (!workloads.includes(name) || multiplyAdds(workload) > most) return false;
    if (only.length > 0) return only.some((part) => peer.toLowerCase().startsWith(part.toLowerCase()));
    return !quick || (isQuick && !tooSlow[name]?.includes(module));
  });
}

/** Modules that a quick run does not wait for. */
const tooSlow = { W4c: ['flatLoops', 'onnxRuntime'], W8: ['flatLoops', 'onnxRuntime'] };
