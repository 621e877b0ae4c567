import type { ChosenValue } from '../../../protocol/network';

/** The part of the saved state that the view reads back. */
export interface KeptNetworkView {
  readonly scene: string;
  readonly chosen: ChosenValue | undefined;
  readonly isStacked: boolean;
  readonly scenes: Readonly<Record<string, unknown>>;
}

/** What a panel starts with. */
export const freshNetworkView: KeptNetworkView = { scene: 'layers', chosen: undefined, isStacked: false, scenes: {} };

type Kept = Readonly<Record<string, unknown>>;

/** Reads what an earlier page kept; whatever is missing, of another version or nonsense falls back to the defaults. */
export function readNetworkView(kept: unknown): KeptNetworkView {
  const { version, scene, chosen, isStacked, scenes } = record(kept);
  if (version !== 1) return freshNetworkView;
  return {
    scene: typeof scene === 'string' ? scene : freshNetworkView.scene,
    chosen: readChosen(record(chosen)),
    isStacked: isStacked === true,
    scenes: record(scenes),
  };
}

function readChosen({ of, channel, row, col }: Kept): ChosenValue | undefined {
  const isPlace = isIndex(channel) && isIndex(row) && isIndex(col);
  return isPlace && (of === 'image' || isIndex(of)) ? { of, channel, row, col } : undefined;
}

function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function record(thing: unknown): Kept {
  return typeof thing === 'object' && thing !== null ? (thing as Kept) : {};
}
