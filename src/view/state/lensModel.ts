import { type Signal, signal } from '@preact/signals';
import type { Picture } from '../../engine/picture/picture';
import type { Matrix } from '../../engine/tensor';
import type { KeptView } from '../../protocol/keptView';
import type { CaretMarks, Snapshot } from '../../protocol/lens';
import type { ShownLesson } from '../../protocol/lesson';
import type { ViewSettings, Zoom } from '../../protocol/viewSettings';
import type { SavedSession } from '../../session/saved';
import { black, type Rgb } from '../colour/rgb';
import type { ThemeKind } from '../colour/themeKind';
import type { Region } from './cells';

/** A cell by its row and column. */
export interface CellAt {
  readonly row: number;
  readonly col: number;
}

/** What the theme tells the view. */
export interface Theme {
  readonly kind: ThemeKind;
  readonly ground: Rgb;
  readonly still: boolean;
  /** How many times larger than drawn everything is, so that it goes with the person's text. */
  readonly scale: number;
}

/** The popovers, of which at most one is open. */
export type PopoverName = 'kernel' | 'input' | 'size' | 'padding' | 'more' | 'cells' | 'read-input' | 'read-kernel';

/** Where the panel runs. */
export type Surface = 'panel' | 'playground';

/** The state of one surface, each part a signal of its own so that only what shows it is drawn again. */
export interface LensModel {
  readonly surface: Surface;
  readonly snapshot: Signal<Snapshot | undefined>;
  /** The session as the host has it saved. */
  readonly saved: Signal<SavedSession | undefined>;
  readonly matrices: Signal<ReadonlyMap<string, Matrix>>;
  /** Of the matrices that are too large to be here whole: their pictures, and the cells that were asked for. */
  readonly pictures: Signal<ReadonlyMap<string, Picture>>;
  readonly regions: Signal<ReadonlyMap<string, readonly Region[]>>;
  readonly words: Signal<Readonly<Record<string, string>>>;
  /** The lesson whose step is shown. */
  readonly lesson: Signal<ShownLesson | undefined>;
  /** The cells whose characters the caret in the text is in. */
  readonly caret: Signal<CaretMarks>;
  readonly step: Signal<number>;
  /** A step looked at while the pointer rests on its cell. */
  readonly hoverStep: Signal<number | undefined>;
  readonly pinned: Signal<boolean>;
  /** The input cell whose outputs are shown. */
  readonly usesOf: Signal<CellAt | undefined>;
  readonly playing: Signal<boolean>;
  readonly speed: Signal<number>;
  readonly showWhole: Signal<boolean>;
  readonly showUses: Signal<boolean>;
  readonly settings: Signal<ViewSettings>;
  /** Of the pictures of input and map, which show the same part. */
  readonly zoom: Signal<Zoom>;
  readonly presenting: Signal<boolean>;
  readonly size: Signal<{ readonly width: number; readonly height: number }>;
  readonly theme: Signal<Theme>;
  readonly popover: Signal<PopoverName | undefined>;
  /** Counts the steps that are to be shown as movement. */
  readonly moved: Signal<number>;
}

/** A model before the first message, with what an earlier page kept. */
export function lensModel(surface: Surface, kept: KeptView): LensModel {
  return {
    surface,
    snapshot: signal(undefined),
    saved: signal(undefined),
    matrices: signal(new Map()),
    pictures: signal(new Map()),
    regions: signal(new Map()),
    words: signal({}),
    lesson: signal(undefined),
    caret: signal({}),
    step: signal(kept.step),
    hoverStep: signal(undefined),
    pinned: signal(false),
    usesOf: signal(undefined),
    playing: signal(false),
    speed: signal(kept.speed),
    showWhole: signal(kept.showWhole),
    showUses: signal(kept.showUses),
    settings: signal(kept.settings),
    zoom: signal(kept.zoom),
    presenting: signal(kept.presenting),
    size: signal({ width: 0, height: 0 }),
    theme: signal({ kind: 'dark', ground: black, still: false, scale: 1 }),
    popover: signal(undefined),
    moved: signal(0),
  };
}
