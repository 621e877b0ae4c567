import { createRequire } from 'node:module';
import path from 'node:path';
import { outputShape } from '../workloads.mjs';

const require = createRequire(import.meta.url);

/** tfjs-core on its WebAssembly backend, one thread; NHWC, as its backend wants it. */
export async function prepare(workload, { input, kernel }) {
  const tf = require('@tensorflow/tfjs-core');
  const wasm = require('@tensorflow/tfjs-backend-wasm');
  wasm.setWasmPaths(`${path.dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))}/`);
  wasm.setThreadsCount(1);
  await tf.setBackend('wasm');
  await tf.ready();
  if (tf.getBackend() !== 'wasm') throw new Error(`tfjs took the backend ${tf.getBackend()}`);
  const [batch, channels, height, width] = workload.shape;
  const shape = [batch, height, width, channels];
  const pixels = channelsLast(input, channels);
  const weights = weightTensor(tf, workload.kernelShape, kernel);
  const { stride, dilation, padding } = workload;
  return {
    run: () => {
      const picture = tf.tensor4d(pixels, shape);
      const map = tf.conv2d(picture, weights, stride, padding, 'NHWC', dilation, 'floor');
      const output = map.dataSync();
      picture.dispose();
      map.dispose();
      return output;
    },
    toFlat: (output) => channelsFirst(output, outputShape(workload)[1]),
  };
}

function weightTensor(tf, shape, kernel) {
  const oihw = tf.tensor4d(kernel, shape);
  return tf.tensor4d(tf.transpose(oihw, [2, 3, 1, 0]).dataSync(), [shape[2], shape[3], shape[1], shape[0]]);
}

function channelsLast(planes, channels) {
  const cells = planes.length / channels;
  return planes.map((_, at) => planes[(at % channels) * cells + Math.floor(at / channels)]);
}

function channelsFirst(pixels, channels) {
  const cells = pixels.length / channels;
  return pixels.map((_, at) => pixels[(at % cells) * channels + Math.floor(at / cells)]);
}
