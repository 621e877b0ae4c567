import type { LearnStart, WantedMap } from '../../../session/network/learnQuestion';

/** Where the wanted map comes from. */
export type WantedKind = WantedMap['kind'];

/** What the scene of learning keeps. */
export interface LearnKept {
  readonly wanted: WantedKind;
  /** Which of the hidden kernels, and whether the person has looked at it. */
  readonly hidden: number;
  readonly isRevealed: boolean;
  readonly kernelText: string;
  readonly mapText: string;
  /** Rows and columns of the kernel for a written map. */
  readonly side: number;
  readonly start: LearnStart;
  readonly channel: number;
  /** The rate in hundredths of the largest stable one. */
  readonly percent: number;
}

/** A kernel to begin with: the notebook's vertical edge. */
const usualKernel = '[[1, 0, -1],\n [1, 0, -1],\n [1, 0, -1]]';

/** The least and largest rates that can be chosen, in hundredths of the largest stable one. */
export const percents = { least: 5, most: 150 } as const;

/** Reads what was kept; what is missing or nonsense is the first hidden kernel from zeros, at half the largest stable rate. */
export function readLearnKept(kept: unknown): LearnKept {
  const { wanted, hidden, isRevealed, kernelText, mapText, side, start, channel, percent } = record(kept);
  const { kind, seed } = record(start);
  return {
    wanted: wanted === 'kernel' || wanted === 'map' ? wanted : 'preset',
    hidden: wholeFrom(hidden, 0, 99, 0),
    isRevealed: isRevealed === true,
    kernelText: typeof kernelText === 'string' ? kernelText : usualKernel,
    mapText: typeof mapText === 'string' ? mapText : '',
    side: wholeFrom(side, 1, 9, 3),
    start: kind === 'seeded' ? { kind, seed: wholeFrom(seed, 0, 9999, 1) } : { kind: 'zeros' },
    channel: wholeFrom(channel, 0, 1e6, 0),
    percent: wholeFrom(percent, percents.least, percents.most, 50),
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
}

function wholeFrom(value: unknown, least: number, most: number, usual: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : usual;
}
