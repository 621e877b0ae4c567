import { type Conv2dParams, defaultConv2dParams } from '../../../src/engine/convolution/conv2dParams';
import { planConv2d } from '../../../src/engine/convolution/planConv2d';
import { isPlanProblem } from '../../../src/engine/planProblem';
import { convEngine } from '../../../src/engine/wasm/convEngine';

/** A convolution to prepare: shapes NCHW and OIHW, or [rows, columns] each; the kernel's numbers in that order. */
export interface EngineRequest {
  readonly shape: readonly number[];
  readonly kernelShape: readonly number[];
  readonly params?: Partial<Conv2dParams>;
  readonly kernel: Float32Array;
}

/** A prepared convolution: takes an input of the shape prepared for, and fills `out` or a fresh array, NCHW. */
export interface EngineRun {
  readonly run: (input: Float32Array, out?: Float32Array) => Float32Array;
}

/** The fast engine for whoever wants to time it; throws an error whose `code` names why a request cannot be computed. */
export const engine = {
  prepare({ shape, kernelShape, params, kernel }: EngineRequest): EngineRun {
    const plan = planConv2d(shape, kernelShape, { ...defaultConv2dParams, ...params });
    if (isPlanProblem(plan)) throw Object.assign(new Error(plan.problem), { code: plan.problem });
    // An engine each, so that its memory goes with the run.
    const prepared = convEngine().prepare(plan, kernel, { precision: 'float32', accuracy: 'fast' });
    return { run: (input, out) => prepared.run(input, out) };
  },
};
