import { type FlattenOrder, neighbourDistances, rowPlace } from '../../../engine/network/flattening/rowPlace';
import type { ValuePlace } from '../../../engine/network/valuePlace';
import { countText, shortNumber } from '../../../words/numberText';
import { valueName } from '../../../words/traceWords';
import { Segmented } from '../../parts/Segmented';
import { Stepper } from '../../parts/Stepper';
import { columnFill } from '../layers/columnFill';
import { columnName, heldValue } from '../layers/columnWords';
import { PictureFigure } from '../parts/PictureFigure';
import { SmallGrid } from '../parts/SmallGrid';
import { ValuesPicture } from '../parts/ValuesPicture';
import { useNetwork } from '../state/network';
import { type Column, placeWithin } from '../state/networkFacts';
import { FlatRow } from './FlatRow';
import type { FlattenKept } from './flattenKept';
import { placeAt } from './placeAt';

type Planes = readonly [channels: number, rows: number, cols: number];

interface RowOfGridProps {
  readonly kept: FlattenKept;
  readonly keep: (kept: FlattenKept) => void;
}

/** The grid, the row, and where a value and its neighbours come to stand. */
export function RowOfGrid({ kept, keep }: RowOfGridProps) {
  const { facts, model } = useNetwork();
  const t = facts.t.value;
  const columns = facts.columns.value.filter(({ shape }) => shape?.length === 3);
  const column = columns.find(({ of }) => of === kept.of) ?? flattened(facts.columns.value) ?? columns[0];
  const held = column?.held;
  if (!column || !held) return null;
  const shape = column.shape as Planes;
  const place = placeWithin(shape, kept.place);
  const [channels, rows, cols] = shape;
  const fill = columnFill(facts.palette.value, held, column.of === 'image');
  const at = rowPlace(shape, kept.order, place);
  const neighbours = neighboursOf(shape, place);
  const name = columnName(t, column);
  const side = model.size.value.width >= 620 ? 260 : Math.min(250, model.size.value.width - 32);
  const choose = (to: ValuePlace) => keep({ ...kept, place: { ...to, channel: place.channel } });
  return (
    <section aria-label={t('From a grid to a row')}>
      <div class="scene-tools">
        <span class="label">{t('Flatten')}</span>
        <select
          aria-label={t('What is flattened')}
          value={String(column.of)}
          onChange={(event) => {
            const of = event.currentTarget.value;
            keep({ ...kept, of: of === 'image' ? of : Number(of) });
          }}
        >
          {columns.map((one) => (
            <option key={one.of} value={String(one.of)}>
              {`${columnName(t, one)}  ${one.shape?.join(' × ')}`}
            </option>
          ))}
        </select>
        <Segmented
          label={t('Order')}
          choices={[
            { id: 'chw', text: 'CHW', title: t('Channel after channel, as PyTorch: each row by row') },
            { id: 'hwc', text: 'HWC', title: t('Pixel after pixel, as TensorFlow: each with all its channels') },
          ]}
          chosen={kept.order}
          onChoose={(order) => keep({ ...kept, order: order as FlattenOrder })}
        />
        {channels > 1 && (
          <>
            <span class="label">{t('Channel')}</span>
            <Stepper
              label={t('Channel')}
              value={place.channel}
              min={0}
              max={channels - 1}
              onChange={(channel) => keep({ ...kept, place: { ...place, channel } })}
            />
          </>
        )}
      </div>
      <p class="arithmetic">
        {t('{0} rows × {1} columns × {2} channels', countText(rows), countText(cols), countText(channels))} ={' '}
        <b>{t('{0} values in a row', countText(rows * cols * channels))}</b>
      </p>
      <div class="pictures">
        <PictureFigure
          caption={
            <>
              <b>{name}</b> {channels > 1 && t('channel {0}', place.channel)}
            </>
          }
          below={t('Choose a value, by click or arrow keys.')}
        >
          <ValuesPicture
            label={t('{0}, to be flattened', name)}
            shape={shape}
            held={held}
            channel={place.channel}
            fill={fill}
            side={side}
            chosen={place}
            onPick={choose}
          />
        </PictureFigure>
        <div class="beside">
          <p>
            <b>{valueName(t, shape, place)}</b> {t('comes to place {0} of the row:', countText(at))}
          </p>
          <p class="formula">{placeFormula(shape, kept.order, place, at)}</p>
          <Distances shape={shape} order={kept.order} />
          <p class="say">
            {t(
              'The row keeps every number and forgets who stood beside whom: only a dense layer’s weights can find out again.',
            )}
          </p>
        </div>
      </div>
      <FlatRow
        shape={shape}
        order={kept.order}
        held={held}
        fill={fill}
        at={at}
        marked={neighbours.map((one) => rowPlace(shape, kept.order, one))}
      />
      <Around shape={shape} order={kept.order} column={column} at={at} fill={fill} />
      <p class="for-readers" role="status">
        {t('{0}: place {1} in the row', valueName(t, shape, place), at)}
      </p>
    </section>
  );
}

/** What the network's own flattening reads. */
function flattened(columns: readonly Column[]): Column | undefined {
  const at = columns.findIndex(({ stage }) => stage?.stage.layer.kind === 'flatten');
  const before = columns[at - 1];
  return before?.shape?.length === 3 ? before : undefined;
}

function neighboursOf([channels, rows, cols]: Planes, { channel, row, col }: ValuePlace): readonly ValuePlace[] {
  return [
    { channel, row, col: col - 1 },
    { channel, row, col: col + 1 },
    { channel, row: row - 1, col },
    { channel, row: row + 1, col },
  ].filter((one) => one.row >= 0 && one.row < rows && one.col >= 0 && one.col < cols && one.channel < channels);
}

/** `(channel · rows + row) · columns + column`, in numbers. */
function placeFormula(
  [channels, rows, cols]: Planes,
  order: FlattenOrder,
  { channel, row, col }: ValuePlace,
  at: number,
): string {
  return order === 'chw'
    ? `(${channel} · ${rows} + ${row}) · ${cols} + ${col} = ${countText(at)}`
    : `(${row} · ${cols} + ${col}) · ${channels} + ${channel} = ${countText(at)}`;
}

function Distances({ shape, order }: { readonly shape: Planes; readonly order: FlattenOrder }) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const { right, below, nextChannel } = neighbourDistances(shape, order);
  return (
    <div class="table-room">
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
    </div>
  );
}

interface AroundProps {
  readonly shape: Planes;
  readonly order: FlattenOrder;
  readonly column: Column;
  readonly at: number;
  readonly fill: ReturnType<typeof columnFill>;
}

/** The numbers of the row around the chosen place. */
function Around({ shape, order, column, at, fill }: AroundProps) {
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
