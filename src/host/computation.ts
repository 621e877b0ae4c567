import { conv2d } from '../engine/convolution/conv2d';
import type { Conv2dPlan } from '../engine/convolution/conv2dPlan';
import { loopsErrorClass } from '../engine/convolution/loopsErrorClass';
import type { ConvPath, ErrorClass } from '../engine/convPath';
import type { Picture } from '../engine/picture/picture';
import type { Matrix } from '../engine/tensor';
import type { ConvolveRequest, ConvolveResult } from '../engine/worker/convolveWork';
import { mostWholeCells } from '../protocol/lens';
import type { Job, JobThread } from './jobThread';
import { newOwner } from './newOwner';

/** A computed map, and how it was computed. */
export interface FeatureMap {
  readonly matrix: Matrix;
  readonly path: ConvPath;
  readonly error: ErrorClass;
  /** Made with it where it is too large to cross to the view whole. */
  readonly picture?: Picture | undefined;
  /** How long the thread took for it. */
  readonly milliseconds?: number;
}

/** What a computation is asked for besides its numbers. */
export interface ComputationOrder {
  readonly plan: Conv2dPlan;
  readonly input: Matrix;
  readonly kernel: Matrix;
  /** The longer side of the picture of a large map. */
  readonly side: number;
  /** Hears the share done of what takes longer than a moment. */
  readonly tell: (share: number) => void;
}

/** The thread that convolves. */
export type ConvolveThread = JobThread<{ readonly kind: 'convolve' } & ConvolveRequest, ConvolveResult>;

/** Multiply-adds, and cells of the input to look at, that are done at once on the host's own thread: up to about 5 ms. */
const mostWorkAtOnce = 2_500_000;

/** The feature maps of one surface, one at a time: small ones at once, others on the thread. */
export class Computation {
  private readonly owner = newOwner();
  private running: Job<ConvolveResult> | undefined;
  /** What the thread has as this owner's input. */
  private held: { readonly data: Float64Array; readonly rows: number; readonly life: number } | undefined;

  constructor(private readonly thread: ConvolveThread) {}

  /** The feature map of one plane; undefined once it was cancelled or a newer one was asked for. Rejects with a `JobError`. */
  async run(order: ComputationOrder): Promise<FeatureMap | undefined> {
    const { plan, input, kernel, tell } = order;
    this.cancel();
    const shape = [plan.height.outputSize, plan.width.outputSize] as const;
    if (plan.multiplyAdds + input.data.length <= mostWorkAtOnce) {
      const { data } = conv2d(plan, input, kernel);
      const error = loopsErrorClass(plan, input.data, kernel.data);
      return { matrix: { shape, data }, path: 'loops', error };
    }
    const request = (life: number) => this.request(order, life);
    this.running = this.thread.run({ owner: this.owner, request, tell });
    try {
      const result = await this.running.result;
      if (!result) return undefined;
      const { data, ...more } = result;
      return { matrix: { shape, data }, ...more };
    } catch (error) {
      this.held = undefined;
      throw error;
    }
  }

  /** Gives up what is being computed. */
  cancel(): void {
    this.running?.cancel();
    this.running = undefined;
  }

  dispose(): void {
    this.thread.release(this.owner);
  }

  private request({ plan, input: { data }, kernel, side }: ComputationOrder, life: number) {
    const rows = plan.height.inputSize;
    const isHeld = this.held?.data === data && this.held.rows === rows && this.held.life === life;
    this.held = { data, rows, life };
    return {
      kind: 'convolve',
      plan,
      kernel: tight(kernel.data),
      ...(isHeld ? {} : { input: tight(data) }),
      ...(plan.height.outputSize * plan.width.outputSize > mostWholeCells && { pictureSide: side }),
    } as const;
  }
}

/** A view on a larger buffer would take all of it along. */
function tight(data: Float64Array): Float64Array {
  return data.byteLength === data.buffer.byteLength ? data : data.slice();
}
