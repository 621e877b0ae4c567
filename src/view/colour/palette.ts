import type { ColourMap } from '../../protocol/viewSettings';
import { mixOklch, type Oklch, rgbOfOklch } from './oklch';
import { rampColour } from './ramps';
import { mix, type Rgb } from './rgb';
import { isDark, type ThemeKind } from './themeKind';

/** The data colours of one theme. Each function is total: what lies beyond its range takes the end colour. */
export interface Palette {
  readonly ground: Rgb;
  /** −1 to 1; zero is the page's own colour. */
  readonly signed: (share: number) => Rgb;
  /** 0 to 1 for the input's cells under digits. */
  readonly ink: (share: number) => Rgb;
  /** 0 to 1 for pictures without digits: true grey. */
  readonly grey: (share: number) => Rgb;
  /** 0 to 1 for counts, viridis. */
  readonly uses: (share: number) => Rgb;
  /** 0 to 1 from the lowest value to the highest. */
  readonly ramps: Readonly<Record<Exclude<ColourMap, 'signed'>, (share: number) => Rgb>>;
}

interface Arm {
  readonly near: Oklch;
  readonly far: Oklch;
}

/** Where the near colour of an arm is reached, and how much of the way even the smallest value has gone. */
interface Ends {
  readonly minus: Arm;
  readonly plus: Arm;
  readonly knee: number;
  readonly floor: number;
}

const ends: Readonly<Record<ThemeKind, Ends>> = {
  dark: {
    minus: { near: { l: 0.37, c: 0.085, h: 274 }, far: { l: 0.77, c: 0.11, h: 230 } },
    plus: { near: { l: 0.385, c: 0.082, h: 36 }, far: { l: 0.8, c: 0.145, h: 74 } },
    knee: 0.24,
    floor: 0.06,
  },
  light: {
    minus: { near: { l: 0.9, c: 0.05, h: 240 }, far: { l: 0.58, c: 0.165, h: 260 } },
    plus: { near: { l: 0.92, c: 0.055, h: 78 }, far: { l: 0.69, c: 0.175, h: 46 } },
    knee: 0.3,
    floor: 0.06,
  },
  'hc-dark': {
    minus: { near: { l: 0.25, c: 0.09, h: 264 }, far: { l: 0.42, c: 0.17, h: 262 } },
    plus: { near: { l: 0.27, c: 0.06, h: 48 }, far: { l: 0.43, c: 0.105, h: 55 } },
    knee: 0.15,
    floor: 0.2,
  },
  'hc-light': {
    minus: { near: { l: 0.95, c: 0.03, h: 258 }, far: { l: 0.8, c: 0.105, h: 262 } },
    plus: { near: { l: 0.96, c: 0.035, h: 74 }, far: { l: 0.85, c: 0.115, h: 64 } },
    knee: 0.15,
    floor: 0.2,
  },
};

const inkEnd: Readonly<Record<ThemeKind, number>> = { dark: 0xb9, light: 0x8f, 'hc-dark': 0x60, 'hc-light': 0xb4 };

/** The ramps of a kind of theme on a ground of its own. */
export function paletteOf(kind: ThemeKind, ground: Rgb): Palette {
  const { minus, plus, knee, floor } = ends[kind];
  const end = inkEnd[kind];
  const inkFar: Rgb = { r: end, g: end, b: end };
  const grey = table(0, (share) => ({ r: 255 * share, g: 255 * share, b: 255 * share }));
  return {
    ground,
    signed: table(-1, (share) => arm(ground, share < 0 ? minus : plus, Math.abs(share), knee, floor)),
    ink: table(0, (share) => mix(ground, inkFar, share)),
    grey,
    uses: table(0, (share) => rampColour('viridis', isDark(kind) ? 0.1 + 0.9 * share : 0.15 + 0.85 * share)),
    ramps: {
      viridis: table(0, (share) => rampColour('viridis', share)),
      cividis: table(0, (share) => rampColour('cividis', share)),
      magma: table(0, (share) => rampColour('magma', share)),
      grey,
    },
  };
}

function arm(ground: Rgb, { near, far }: Arm, magnitude: number, knee: number, floor: number): Rgb {
  if (magnitude === 0) return ground;
  const way = floor + (1 - floor) * Math.min(1, magnitude) ** 0.75;
  if (way < knee) return mix(ground, rgbOfOklch(near), way / knee);
  return rgbOfOklch(mixOklch(near, far, (way - knee) / (1 - knee)));
}

/** Colours are asked for a thousand times a frame, so each ramp is worked out once, at 513 places. */
function table(from: -1 | 0, ramp: (share: number) => Rgb): (share: number) => Rgb {
  const places = 512;
  const span = 1 - from;
  const known: (Rgb | undefined)[] = [];
  return (share) => {
    const inside = Math.min(1, Math.max(from, Number.isNaN(share) ? 0 : share));
    const exact = ((inside - from) / span) * places;
    const middle = places * (-from / span);
    const away = exact > middle ? Math.ceil(exact) : Math.floor(exact);
    known[away] ??= ramp(from + (away / places) * span);
    return known[away] as Rgb;
  };
}
