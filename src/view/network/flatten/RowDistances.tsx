import { type FlattenOrder, neighbourDistances } from '../../../engine/network/flattening/rowPlace';
import { countText } from '../../../words/numberText';
import { TableRoom } from '../parts/TableRoom';
import { useNetwork } from '../state/network';

type Planes = readonly [channels: number, rows: number, cols: number];

/** How far neighbours come to stand from each other. */
export function RowDistances({ shape, order }: { readonly shape: Planes; readonly order: FlattenOrder }) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const { right, below, nextChannel } = neighbourDistances(shape, order);
  return (
    <TableRoom label={t('Distances')}>
      <table class="distances">
        <thead>
          <tr>
            <th scope="col">{t('Neighbour')}</th>
            <th scope="col">{t('in the grid')}</th>
            <th scope="col">{t('in the row')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('to the right')}</th>
            <td>1</td>
            <td>{countText(right)}</td>
          </tr>
          <tr>
            <th scope="row">{t('below')}</th>
            <td>1</td>
            <td>{countText(below)}</td>
          </tr>
          {shape[0] > 1 && (
            <tr>
              <th scope="row">{t('in the next channel')}</th>
              <td>{t('same place')}</td>
              <td>{countText(nextChannel)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </TableRoom>
  );
}
