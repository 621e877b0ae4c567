import type { Work } from '../engine/convolution/planWithinCeiling';
import { isPlanProblem } from '../engine/planProblem';
import type { Matrix } from '../engine/tensor';
import { expectedTime } from '../engine/worker/expectedTime';
import { sessionPlan } from '../session/compute';
import type { SessionState } from '../session/state';
import { Computation, type ConvolveThread } from './computation';
import { PlaneCache } from './planeCache';
import type { Computed } from './snapshotOf';
import { tellJobFailed } from './tell';

/** A computation that ends within this time is shown although a newer one waits, or a drag would show nothing. */
const shownAnyway = 100;

/** Handing so many numbers to the thread takes longer than a frame: the person sees them first. */
const leastLarge = 2 ** 21;

/** Less, in milliseconds, tells more of the clock than of the machine. */
const leastMeasured = 5;

const noCeiling: Work = { multiplyAdds: Number.POSITIVE_INFINITY, outputCells: Number.POSITIVE_INFINITY };

/** A state with the planes of it that are convolved. */
export interface ComputedState {
  readonly state: SessionState;
  readonly input: Matrix;
  readonly kernel: Matrix;
}

/** Where the states come from, and how far each is goes to. */
export interface MapShower {
  readonly newest: () => SessionState;
  /** Begins to show a state; what it gives back is called with how far it is. */
  readonly begin: (state: ComputedState) => (computed: Partial<Computed>) => void;
  /** The longer side of the map in pixels of the screen, where it is a picture. */
  readonly side: () => number;
  /** Resolves once what was published is seen, or nobody looks. */
  readonly settled: () => Promise<void>;
}

/** The map of the newest state: computed again after each change, one at a time. */
export class NewestMap {
  private readonly planes = new PlaneCache();
  private readonly computation: Computation;
  /** How many times `expectedTime` this machine takes; until something was measured, that of a modest one. */
  private pace = 2;
  private isStale = false;
  private isCancelled = false;
  private isDisposed = false;
  private shownInput: Float64Array | undefined;
  private startedAt: number | undefined;
  private giveUp: ReturnType<typeof setTimeout> | undefined;

  constructor(
    thread: ConvolveThread,
    private readonly shower: MapShower,
  ) {
    this.computation = new Computation(thread);
  }

  /** Computes the newest state, and again while there are newer ones. One that takes long makes way for a newer one. */
  async compute(): Promise<void> {
    this.isStale = true;
    if (this.startedAt !== undefined) {
      const rest = Math.max(0, this.startedAt + shownAnyway - performance.now());
      this.giveUp ??= setTimeout(() => this.computation.cancel(), rest);
      return;
    }
    while (this.isStale) {
      this.isStale = false;
      this.startedAt = performance.now();
      await this.computeOnce();
      clearTimeout(this.giveUp);
      this.giveUp = undefined;
    }
    this.startedAt = undefined;
  }

  /** Leaves the newest state without a map. */
  cancel(): void {
    if (this.startedAt === undefined) return;
    this.isCancelled = true;
    this.isStale = false;
    this.computation.cancel();
  }

  dispose(): void {
    this.isDisposed = true;
    clearTimeout(this.giveUp);
    this.isStale = false;
    this.computation.dispose();
  }

  private get newest(): ComputedState {
    const state = this.shower.newest();
    return { state, input: this.planes.of(state.input), kernel: this.planes.of(state.kernel) };
  }

  private async computeOnce(): Promise<void> {
    const { state, input, kernel } = this.newest;
    const publish = this.shower.begin({ state, input, kernel });
    const plan = sessionPlan(state);
    this.isCancelled = false;
    if (isPlanProblem(plan)) {
      publish({ seconds: plan.problem === 'too-large' ? this.expectedSeconds(state) : undefined });
      return;
    }
    // Nothing of an older map may stand beside newer sizes.
    const tell = (progress: number) => publish({ progress });
    try {
      const isWanted = await this.showFirst(input, tell);
      const order = { plan, input, kernel, side: this.shower.side(), tell };
      const output = isWanted ? await this.computation.run(order) : undefined;
      const { milliseconds = 0 } = output ?? {};
      if (milliseconds > leastMeasured) this.pace = milliseconds / expectedTime(plan, kernel.data);
      if (output) publish({ output });
      // A newer state may have been waiting, and is not computed either.
      else if (this.isCancelled) this.shower.begin(this.newest)({ cancelled: true });
    } catch (error) {
      publish({ cancelled: true });
      tellJobFailed(error);
    }
  }

  /** Shows a large input before its map is begun; false where that is wanted no more. */
  private async showFirst({ data }: Matrix, tell: (progress: number) => void): Promise<boolean> {
    const isNew = data !== this.shownInput;
    this.shownInput = data;
    if (!isNew || data.length < leastLarge) return true;
    tell(0);
    await this.shower.settled();
    return !(this.isStale || this.isCancelled || this.isDisposed);
  }

  /** How long a state would take, whatever its size. */
  private expectedSeconds(state: SessionState): number | undefined {
    const plan = sessionPlan({ ...state, ceiling: noCeiling });
    if (isPlanProblem(plan)) return undefined;
    return (expectedTime(plan, this.planes.of(state.kernel).data) * this.pace) / 1000;
  }
}
