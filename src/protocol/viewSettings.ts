/** What cells show of their values. */
export type CellMode = 'numbers' | 'colours' | 'both';

/** How many digits cells show: as fit well, at most three or so, or as many as fit in small type. */
export type DigitsMode = 'auto' | 'fewer' | 'more';

/** The colours of values: two arms around zero, or from the lowest value to the highest. */
export type ColourMap = 'signed' | 'viridis' | 'cividis' | 'magma' | 'grey';

/** What a person has chosen of the way that numbers are shown. */
export interface ViewSettings {
  /** Whether the step's patch, kernel and products are written as rows. */
  readonly asRows: boolean;
  readonly cells: CellMode;
  readonly digits: DigitsMode;
  readonly colours: ColourMap;
}

/** The part of pictures that is looked at: how much larger than whole, and where its first corner lies, as shares of the whole. */
export interface Zoom {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}
