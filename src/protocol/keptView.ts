import type { ColourMap, ViewSettings, Zoom } from './viewSettings';

/** How a view shows its session: what it keeps over a reload, and what a link brings along. */
export interface KeptView {
  readonly step: number;
  readonly speed: number;
  readonly showWhole: boolean;
  readonly showUses: boolean;
  readonly settings: ViewSettings;
  readonly zoom: Zoom;
  readonly presenting: boolean;
}

/** The whole of a picture. */
export const wholePicture: Zoom = { scale: 1, left: 0, top: 0 };

/** What a panel starts with: the whole map, the first step. */
export const freshView: KeptView = {
  step: 0,
  speed: 1,
  showWhole: true,
  showUses: false,
  settings: { asRows: false, cells: 'both', digits: 'auto', colours: 'signed' },
  zoom: wholePicture,
  presenting: false,
};

/** The speeds of the player, in steps per beat. */
export const speeds: readonly number[] = [0.5, 1, 2, 4];

/** The colours that can be chosen. */
export const colourMaps: readonly ColourMap[] = ['signed', 'viridis', 'cividis', 'magma', 'grey'];

type Kept = Readonly<Record<string, unknown>>;

/** Reads it from anywhere; whatever is missing or nonsense falls back to the defaults. */
export function readKeptView(kept: unknown): KeptView {
  const { step, speed, showWhole, showUses, settings, zoom, presenting } = record(kept);
  return {
    step: typeof step === 'number' && Number.isSafeInteger(step) && step >= 0 ? step : freshView.step,
    speed: oneOf(speeds, speed, freshView.speed),
    showWhole: flag(showWhole, freshView.showWhole),
    showUses: flag(showUses, freshView.showUses),
    settings: readSettings(record(settings)),
    zoom: readZoom(record(zoom)),
    presenting: flag(presenting, freshView.presenting),
  };
}

function readSettings({ asRows, cells, digits, colours }: Kept): ViewSettings {
  const fresh = freshView.settings;
  return {
    asRows: flag(asRows, fresh.asRows),
    cells: oneOf(['numbers', 'colours', 'both'], cells, fresh.cells),
    digits: oneOf(['auto', 'fewer', 'more'], digits, fresh.digits),
    colours: oneOf(colourMaps, colours, fresh.colours),
  };
}

function readZoom({ scale, left, top }: Kept): Zoom {
  const inside = (share: unknown): share is number => typeof share === 'number' && share >= 0 && share < 1;
  return typeof scale === 'number' && scale >= 1 && scale < 1e5 && inside(left) && inside(top)
    ? { scale, left, top }
    : wholePicture;
}

function record(thing: unknown): Kept {
  return typeof thing === 'object' && thing !== null ? (thing as Kept) : {};
}

function flag(thing: unknown, otherwise: boolean): boolean {
  return typeof thing === 'boolean' ? thing : otherwise;
}

function oneOf<T>(known: readonly T[], thing: unknown, otherwise: T): T {
  return known.includes(thing as T) ? (thing as T) : otherwise;
}
