import { followingText } from '../../../words/sceneWords';
import { columnFill } from '../layers/columnFill';
import { columnName } from '../layers/columnWords';
import { ChannelField } from '../parts/ChannelField';
import { pictureSide } from '../parts/pictureSide';
import { useNetwork } from '../state/network';
import type { Column } from '../state/networkFacts';
import { useAnswer } from '../state/useAnswer';
import { useKept } from '../state/useKept';
import { MovedImage } from './MovedImage';
import { MovedMaps } from './MovedMaps';
import { ScoresMoved } from './ScoresMoved';
import { StagesMoved } from './StagesMoved';
import { readShiftKept } from './shiftKept';

/** The image is dragged, and it is seen and counted what moves with it in every stage, and what does not. */
export function ShiftScene() {
  const { facts, model } = useNetwork();
  const t = facts.t.value;
  const [kept, keep] = useKept('shift', readShiftKept);
  const [image, ...stages] = facts.columns.value;
  const stage = Math.max(
    0,
    stages.findIndex(({ of }) => of === kept.of),
  );
  const column = stages[stage];
  const shape = column?.shape;
  const channel = shape?.length === 3 ? Math.min(kept.channel, shape[0] - 1) : 0;
  const by = clampedMove(kept.by, image);
  const { value, question } = useAnswer('shift', shape && { kind: 'shift', by, stage, channel });
  const side = pictureSide(model.size.value.width, 300);
  if (!image?.held || !column || !shape)
    return <p class="scene-page">{t('There is no layer yet whose map could move.')}</p>;
  const isThere =
    value !== undefined && question !== undefined && question.stage === stage && question.channel === channel;
  const shown = isThere ? value : undefined;
  const row = shown?.stages[stage];
  return (
    <div class="scene-page">
      <section class="pictures paired" aria-label={t('Moved')}>
        <MovedImage
          image={image}
          moved={value?.image}
          fill={columnFill(facts.palette.value, image.held, true)}
          side={model.size.value.width >= 620 ? side : Math.min(250, model.size.value.width - 32)}
          by={by}
          onMove={(to) => keep({ ...kept, by: clampedMove(to, image) })}
        />
        {shown && <MovedMaps answer={shown} column={column} stage={stage} side={side} />}
      </section>
      {shape.length === 3 && shape[0] > 1 && (
        <ChannelField channel={channel} count={shape[0]} onChange={(to) => keep({ ...kept, channel: to })} />
      )}
      <p class="verdict" role="status">
        {row && followingText(t, row)}
      </p>
      {value && (
        <StagesMoved
          columns={stages}
          moved={value.stages}
          chosen={stage}
          onChoose={(of) => keep({ ...kept, of, channel: 0 })}
        />
      )}
      {value?.scores && <ScoresMoved scores={value.scores} name={columnName(t, stages.at(-1)!)} />}
      <p class="say">
        {t(
          'Convolution is equivariant: the same kernel everywhere lets the map move with the image. It is not invariant, the numbers do change places. Only pooling, and what follows it, can make the answer care less about where something is, and only partly.',
        )}
      </p>
    </div>
  );
}

/** Something of the image always stays in sight. */
function clampedMove([down, right]: readonly [number, number], image: Column | undefined): readonly [number, number] {
  const [rows, cols] = image?.shape?.length === 3 ? [image.shape[1], image.shape[2]] : [1, 1];
  const within = (by: number, size: number) => Math.max(1 - size, Math.min(size - 1, by)) + 0;
  return [within(down, rows), within(right, cols)];
}
