import type { Conv2dPlan } from '../convolution/conv2dPlan';
import { type ConvEngine, convEngine } from '../wasm/convEngine';
import { accuracyFor } from '../worker/accuracyFor';
import { type Convolve, loopConvolve } from './convolve';

/** Multiply-adds below which placing an input costs more than the vectors save. */
const fewMultiplyAdds = 2 ** 18;

/**
 * Convolutions on the vectors of WebAssembly, in double precision: up to 5·10⁸ multiply-adds bit for bit what the loops
 * give, above that by what is quickest. The engine is made with the first that is worth it.
 */
export function engineConvolve(makeEngine: () => ConvEngine = () => convEngine()): Convolve {
  let engine: ConvEngine | undefined;
  return function* (plan, input, kernel, bias) {
    if (plan.multiplyAdds < fewMultiplyAdds) return yield* loopConvolve(plan, input, kernel, bias);
    engine ??= makeEngine();
    return yield* onEngine(engine, plan, input, kernel, bias);
  };
}

function* onEngine(
  engine: ConvEngine,
  plan: Conv2dPlan,
  input: Float64Array,
  kernel: Float64Array,
  bias: Float64Array | undefined,
): Generator<number, Float64Array> {
  const options = { bias, precision: 'float64', accuracy: accuracyFor(plan) } as const;
  const run = engine.prepare(plan, kernel, options);
  const picture = run.place(input);
  const result = run.makeResult();
  try {
    for (const { rows, of } of run.bands(picture, result)) yield rows / of;
    return result.read() as Float64Array;
  } finally {
    result.release();
    picture.release();
    run.release();
  }
}
