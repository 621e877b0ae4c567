import type { FlattenOrder } from '../../../engine/network/flattening/rowPlace';
import { stageShapeText } from '../../../words/networkWords';
import { Segmented } from '../../parts/Segmented';
import { columnName } from '../layers/columnWords';
import { ChannelField } from '../parts/ChannelField';
import { useNetwork } from '../state/network';
import { type Column, placeWithin } from '../state/networkFacts';
import type { FlattenKept } from './flattenKept';

interface FlattenFieldsProps {
  readonly kept: FlattenKept;
  readonly keep: (kept: FlattenKept) => void;
  /** What can be flattened, and what is. */
  readonly columns: readonly Column[];
  readonly column: Column;
}

/** What is flattened, in which order, and which channel is shown. */
export function FlattenFields({ kept, keep, columns, column }: FlattenFieldsProps) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const { shape } = column;
  return (
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
            {`${columnName(t, one)}  ${one.shape ? stageShapeText(one.shape) : ''}`}
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
      {shape?.length === 3 && shape[0] > 1 && (
        <ChannelField
          channel={placeWithin(shape, kept.place).channel}
          count={shape[0]}
          onChange={(channel) => keep({ ...kept, place: { ...placeWithin(shape, kept.place), channel } })}
        />
      )}
    </div>
  );
}
