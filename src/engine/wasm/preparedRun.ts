import type { Conv2dPlan } from '../convolution/conv2dPlan';
import type { ConvPath, ErrorClass } from '../convPath';
import type { ArrayRun } from './arrayRun';
import { type Accuracy, type ChosenPath, choosePath } from './choosePath';
import type { Lanes } from './lanes';
import { makeCall } from './makeCall';
import type { PathRunner, PlacedInput, Precision } from './pathRunner';
import type { PathSetting } from './pathSetting';
import { type PlacedMargins, placeMargins } from './placedMargins';
import { PlacedPicture } from './placedPicture';
import { PlacedResult } from './placedResult';
import { smallRun } from './smallRun';
import { streamedRun } from './streamedRun';

/** Multiply-adds of one band: two or three milliseconds. */
const bandWork = 2 ** 24;
/** Multiply-adds below which a second thread is not worth its wake-up. */
const sharedWork = 2 ** 22;
/** Bands that each thread takes one after another, so that the last one is waited for shortly. */
const bandsOfLane = 8;

/** What a band's end tells. */
export interface BandsDone {
  readonly rows: number;
  readonly of: number;
}

/** A convolution of one plan and one kernel, ready for any number of inputs. */
export class PreparedRun {
  private readonly chosen: ChosenPath;
  private readonly margins: PlacedMargins;
  private plain: ChosenPath | undefined;
  private arrays: ArrayRun | undefined;

  constructor(
    private readonly setting: PathSetting,
    private readonly lanes: Lanes | undefined,
    accuracy: Accuracy,
    path: ConvPath | undefined,
  ) {
    this.chosen = choosePath(setting, accuracy, path);
    this.margins = placeMargins(setting.machine, setting.plan);
  }

  get plan(): Conv2dPlan {
    return this.setting.plan;
  }

  get precision(): Precision {
    return this.setting.precision;
  }

  /** The path for finite inputs; a result names the one that was taken. */
  get path(): ConvPath {
    return this.chosen.runner.path;
  }

  /** The error class for inputs of absolute values up to `largest`. */
  errorFor({ largest, isWhole }: { readonly largest: number; readonly isWhole: boolean }): ErrorClass {
    return this.chosen.errorClass(largest, () => isWhole);
  }

  /** The convolution of an array of the input's shape, NCHW, into `out` or a fresh array of this run's precision. */
  run<Numbers extends Float32Array | Float64Array>(input: Numbers, out?: Numbers): Numbers {
    this.arrays ??= this.makeArrayRun();
    return this.arrays.run(input, out) as Numbers;
  }

  /** Keeps a picture in WASM memory, with room for this plan's padding; other runs may use it too. */
  place(data: Float32Array | Float64Array): PlacedPicture {
    const picture = this.makePicture();
    picture.replace(data);
    return picture;
  }

  /** Room for this run's results in WASM memory. */
  makeResult(): PlacedResult {
    return new PlacedResult(this.setting.machine, this.plan.outputShape, this.precision);
  }

  /** The convolution of a kept picture of the plan's input shape, kept too; into `result` where one is given. */
  onPlaced(picture: PlacedPicture, result: PlacedResult = this.makeResult()): PlacedResult {
    this.finish(picture, result);
    return result;
  }

  /** The same in bands of a few milliseconds; returns the result at the end. */
  *bands(picture: PlacedPicture, result: PlacedResult = this.makeResult()): Generator<BandsDone, PlacedResult> {
    const { runner, errorClass } = this.pathFor(picture);
    const input = picture.inputFor(this.margins);
    const of = runner.rows;
    const step = this.rowsAtOnce(runner, bandWork);
    for (let from = 0; from < of; from += step) {
      const to = Math.min(of, from + step);
      this.computeRows(runner, input, result, from, to);
      yield { rows: to, of };
    }
    result.become(runner.path, () => errorClass(picture.largest(), () => picture.isWhole()));
    return result;
  }

  /** Gives back all memory that this run holds; results that were handed out keep theirs. */
  release(): void {
    const { arena } = this.setting.machine;
    this.chosen.runner.release?.();
    this.plain?.runner.release?.();
    arena.release(this.margins.sources);
    this.arrays?.release();
  }

  /** Rows of about `work` multiply-adds, in multiples of the path's. */
  private rowsAtOnce({ rows, bandRows }: PathRunner, work: number): number {
    const perRow = this.plan.multiplyAdds / rows;
    return Math.max(1, Math.floor(work / perRow / bandRows)) * bandRows;
  }

  private makeArrayRun(): ArrayRun {
    const { runner } = this.chosen;
    return (
      smallRun(this.setting, runner, this.margins) ?? streamedRun(this.setting, runner, this.margins) ?? this.wholeRun()
    );
  }

  /** Through a picture and a result that are kept from call to call. */
  private wholeRun(): ArrayRun {
    const picture = this.makePicture();
    const result = this.makeResult();
    return {
      run: (input, out) => {
        picture.replace(input);
        this.finish(picture, result);
        return result.read(out);
      },
      release: () => {
        picture.release();
        result.release();
      },
    };
  }

  private makePicture(): PlacedPicture {
    const { machine, plan, precision } = this.setting;
    return new PlacedPicture(machine, plan.inputShape, precision, this.margins.margins);
  }

  private finish(picture: PlacedPicture, result: PlacedResult): void {
    const { runner, errorClass } = this.pathFor(picture);
    const input = picture.inputFor(this.margins);
    this.computeRows(runner, input, result, 0, runner.rows);
    result.become(runner.path, () => errorClass(picture.largest(), () => picture.isWhole()));
  }

  /** Rows [from, to), on all threads where that is worth a wake-up. */
  private computeRows(runner: PathRunner, input: PlacedInput, result: PlacedResult, from: number, to: number): void {
    const work = (this.plan.multiplyAdds / runner.rows) * (to - from);
    const count = work >= sharedWork ? (this.lanes?.count ?? 1) : 1;
    if (!this.lanes || count === 1) {
      makeCall(this.setting.machine, runner.call(input, result, from, to, 0));
      return;
    }
    const step = this.rowsAtOnce(runner, Math.min(bandWork, work / (bandsOfLane * count)));
    this.lanes.run(to - from, step, (start, end, lane) => runner.call(input, result, from + start, from + end, lane));
  }

  /** A path that spreads NaN and infinities takes none. */
  private pathFor(picture: PlacedPicture): ChosenPath {
    if (!this.chosen.spreads || Number.isFinite(picture.largest())) return this.chosen;
    this.plain ??= choosePath(this.setting, 'fast', 'direct');
    return this.plain;
  }
}
