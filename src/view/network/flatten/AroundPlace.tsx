import type { FlattenOrder } from '../../../engine/network/flattening/rowPlace';
import { countText, shortNumber } from '../../../words/numberText';
import { valueName } from '../../../words/traceWords';
import type { Fill } from '../../colour/cellFills';
import { heldValue } from '../layers/columnWords';
import { PictureFigure } from '../parts/PictureFigure';
import { SmallGrid } from '../parts/SmallGrid';
import { useNetwork } from '../state/network';
import type { Column } from '../state/networkFacts';
import { placeAt } from './placeAt';

interface AroundPlaceProps {
  readonly shape: readonly [channels: number, rows: number, cols: number];
  readonly order: FlattenOrder;
  readonly column: Column;
  readonly at: number;
  readonly fill: Fill;
}

/** The numbers of the row around the chosen place. */
export function AroundPlace({ shape, order, column, at, fill }: AroundPlaceProps) {
  const { facts, model } = useNetwork();
  const t = facts.t.value;
  if (column.held?.kind !== 'whole') return null;
  const reach = model.size.value.width >= 620 ? 5 : 2;
  const count = shape[0] * shape[1] * shape[2];
  const first = Math.max(0, Math.min(at - reach, count - 2 * reach - 1));
  const places = Array.from({ length: Math.min(count, 2 * reach + 1) }, (_, i) => first + i);
  return (
    <PictureFigure caption={t('The row around place {0}', countText(at))}>
      <SmallGrid
        label={t('The row around place {0}', countText(at))}
        cols={places.length}
        fill={fill}
        side={44}
        cells={places.map((place) => {
          const from = placeAt(shape, order, place);
          const value = heldValue(column.held, shape, from);
          return {
            value,
            label: t(
              'place {0}: {1}, {2}',
              place,
              valueName(t, shape, from),
              value === undefined ? '' : shortNumber(value),
            ),
            look: place === at ? 'taken' : undefined,
          };
        })}
      />
    </PictureFigure>
  );
}
