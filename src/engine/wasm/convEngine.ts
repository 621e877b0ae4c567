import type { Conv2dPlan } from '../convolution/conv2dPlan';
import type { ConvPath } from '../convPath';
import type { Shape4 } from '../shape4';
import type { Accuracy } from './choosePath';
import { machine as makeMachine } from './machine';
import type { Precision } from './pathRunner';
import { type PathSetting, weightsInPatchOrder } from './pathSetting';
import { type Margins, union } from './placedMargins';
import { PlacedPicture } from './placedPicture';
import { PreparedRun } from './preparedRun';
import { type SharedLanes, sharedLanes } from './sharedLanes';

/** What a run is prepared for besides its plan and kernel. */
export interface RunOptions {
  /** One number for each output channel. */
  readonly bias?: Float32Array | Float64Array | undefined;
  readonly precision: Precision;
  readonly accuracy: Accuracy;
  /** Takes this path, whether or not it is the quickest; a path that cannot compute the plan is not taken. */
  readonly path?: ConvPath | undefined;
}

/** The fast convolutions of one thread. */
export interface ConvEngine {
  readonly memory: WebAssembly.Memory;
  /** True where the fast paths fuse multiply-adds. */
  readonly isRelaxed: boolean;
  /** Bytes of its memory that runs, pictures and results hold at present. */
  readonly bytesInUse: number;
  /** Packs the kernel, OIHW, chooses the path; the run computes what `conv2d` does for the same plan. */
  prepare(plan: Conv2dPlan, kernel: Float32Array | Float64Array, options: RunOptions): PreparedRun;
  /** Keeps a picture, NCHW, in WASM memory, for all runs whose plan has its shape; `room` spares a move when padding grows. */
  placeInput(
    shape: Shape4,
    data: Float32Array | Float64Array,
    precision: Precision,
    room?: Partial<Margins>,
  ): PlacedPicture;
}

/** Room around kept pictures where none is asked for: the same padding of kernels up to 9×9. */
const usualRoom: Margins = { above: 4, below: 4, before: 4, behind: 4 };

/** Makes an engine with a memory of its own, or in a `shared` one, on which a helping thread serves `helpLanes`. */
export function convEngine({
  useRelaxed,
  shared,
}: {
  readonly useRelaxed?: boolean;
  readonly shared?: SharedLanes;
} = {}): ConvEngine {
  const machine = makeMachine({
    ...(useRelaxed !== undefined && { useRelaxed }),
    ...(shared && { memory: shared.memory }),
  });
  const lanes = shared && sharedLanes(machine, shared.buffer);
  return {
    memory: machine.memory,
    isRelaxed: machine.isRelaxed,
    get bytesInUse() {
      return machine.arena.used;
    },
    prepare: (plan, kernel, { bias, precision, accuracy, path }) => {
      const weights = weightsInPatchOrder(plan, inPrecision(kernel, precision));
      const setting: PathSetting = { machine, plan, weights, bias: bias && inPrecision(bias, precision), precision };
      return new PreparedRun(setting, lanes, accuracy, path);
    },
    placeInput: (shape, data, precision, room = {}) => {
      const picture = new PlacedPicture(machine, shape, precision, union(usualRoom, { ...usualRoom, ...room }));
      picture.replace(data);
      return picture;
    },
  };
}

function inPrecision(numbers: Float32Array | Float64Array, precision: Precision): Float32Array | Float64Array {
  return precision === 'float32' ? new Float32Array(numbers) : new Float64Array(numbers);
}
