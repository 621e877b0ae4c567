import { createRequire } from 'node:module';
import { outputShape } from '../workloads.mjs';
import { convModel } from './convModel.mjs';

const require = createRequire(import.meta.url);

/** onnxruntime on one thread; `module` is onnxruntime-web, compiled to WebAssembly, or onnxruntime-node, native. */
export async function prepare(workload, { input, kernel }, { module }) {
  const { InferenceSession, Tensor, env } = require(module);
  env.wasm.numThreads = 1;
  const session = await InferenceSession.create(convModel(workload, kernel, outputShape(workload)), {
    executionProviders: [module === 'onnxruntime-web' ? 'wasm' : 'cpu'],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  });
  return {
    isAsync: true,
    run: async () => (await session.run({ input: new Tensor('float32', input, workload.shape) })).output.data,
  };
}
