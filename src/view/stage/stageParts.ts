import type { CellFills } from '../colour/cellFills';
import type { Rgb } from '../colour/rgb';
import type { StageLayout } from '../layout/stageLayout';

/** What every part of the stage is drawn with. */
export interface StageParts {
  readonly layout: StageLayout;
  readonly fills: CellFills;
  readonly ground: Rgb;
}
