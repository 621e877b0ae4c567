import type { StageShape } from '../../../engine/network/networkStage';
import { indexOf, type ValuePlace } from '../../../engine/network/valuePlace';
import type { SentActivation } from '../../../session/network/networkRequest';
import { layerTitle, stageShapeWords } from '../../../words/networkWords';
import { shortNumber } from '../../../words/numberText';
import type { Translate } from '../../../words/translate';
import type { Column } from '../state/networkFacts';

/** What a column is called. */
export function columnName(t: Translate, { stage }: Column): string {
  return stage ? layerTitle(t, stage.stage.layer) : t('Image');
}

/** The name of a column's grid, `Conv 3×3, channel 2 of 8: 26 rows and 26 columns`. */
export function gridLabel(t: Translate, column: Column, shape: StageShape, channel: number): string {
  const name = columnName(t, column);
  if (shape.length === 1 || shape[0] === 1) return t('{0}: {1}', name, stageShapeWords(t, shape));
  return t('{0}, channel {1}: {2}', name, channel, stageShapeWords(t, shape));
}

/** A value as far as it is here; a large activation is here as a picture alone. */
export function heldValue(held: SentActivation | undefined, shape: StageShape, place: ValuePlace): number | undefined {
  return held?.kind === 'whole' ? held.data[indexOf(shape, place)] : undefined;
}

/** `row 3, column 4: 0.25`, or the place alone where the number is not here. */
export function cellWords(
  t: Translate,
  shape: StageShape,
  { row, col }: ValuePlace,
  value: number | undefined,
): string {
  const where = shape.length === 1 ? t('value {0}', col) : t('row {0}, column {1}', row, col);
  return value === undefined ? where : t('{0}: {1}', where, shortNumber(value));
}
