import { type FlattenOrder, rowPlace } from '../../../engine/network/flattening/rowPlace';
import type { ValuePlace } from '../../../engine/network/valuePlace';
import { countText } from '../../../words/numberText';
import { valueName } from '../../../words/traceWords';
import { columnFill } from '../layers/columnFill';
import { columnName } from '../layers/columnWords';
import { PictureFigure } from '../parts/PictureFigure';
import { ValuesPicture } from '../parts/ValuesPicture';
import { useNetwork } from '../state/network';
import { type Column, placeWithin } from '../state/networkFacts';
import { AroundPlace } from './AroundPlace';
import { FlatRow } from './FlatRow';
import { FlattenFields } from './FlattenFields';
import type { FlattenKept } from './flattenKept';
import { RowDistances } from './RowDistances';

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
      <FlattenFields kept={kept} keep={keep} columns={columns} column={column} />
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
          <RowDistances shape={shape} order={kept.order} />
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
      <AroundPlace shape={shape} order={kept.order} column={column} at={at} fill={fill} />
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
