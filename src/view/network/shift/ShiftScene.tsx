import { stageShapeText } from '../../../words/networkWords';
import { followingText, leftOverText, moveText } from '../../../words/sceneWords';
import { Stepper } from '../../parts/Stepper';
import { columnFill } from '../layers/columnFill';
import { columnName } from '../layers/columnWords';
import { PictureFigure } from '../parts/PictureFigure';
import { pictureSide } from '../parts/pictureSide';
import { ValuesPicture } from '../parts/ValuesPicture';
import { sharedFill } from '../parts/valueFill';
import { useNetwork } from '../state/network';
import type { Column } from '../state/networkFacts';
import { useAnswer } from '../state/useAnswer';
import { useKept } from '../state/useKept';
import { MovedImage } from './MovedImage';
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
  const name = columnName(t, column);
  const shown = isThere ? value : undefined;
  const single = shape.length === 1 ? shape : ([1, shape[1], shape[2]] as const);
  const palette = facts.palette.value;
  const fill = shown && sharedFill(palette, shown.before, shown.after);
  const row = shown?.stages[stage];
  return (
    <div class="scene-page">
      <section class="pictures paired" aria-label={t('Moved')}>
        <MovedImage
          image={image}
          moved={value?.image}
          fill={columnFill(palette, image.held, true)}
          side={model.size.value.width >= 620 ? side : Math.min(250, model.size.value.width - 32)}
          by={by}
          onMove={(to) => keep({ ...kept, by: clampedMove(to, image) })}
        />
        {shown && fill && (
          <>
            <PictureFigure caption={<Caption what={t('before')} name={name} shape={stageShapeText(shape)} />}>
              <ValuesPicture label={t('{0} before', name)} shape={single} held={shown.before} fill={fill} side={side} />
            </PictureFigure>
            <PictureFigure caption={<Caption what={t('after')} name={name} />}>
              <ValuesPicture label={t('{0} after', name)} shape={single} held={shown.after} fill={fill} side={side} />
            </PictureFigure>
            <PictureFigure
              caption={
                row?.expected ? t('after − before moved by {0}', moveText(rounded(row.expected))) : t('after − before')
              }
              below={row && leftOverText(t, row)}
            >
              <ValuesPicture
                label={t('What does not follow in {0}', name)}
                shape={single}
                held={shown.difference}
                fill={sharedFill(palette, shown.before, shown.after, shown.difference)}
                side={side}
              />
            </PictureFigure>
          </>
        )}
      </section>
      {shape.length === 3 && shape[0] > 1 && (
        <div class="scene-tools">
          <span class="label">{t('Channel')}</span>
          <Stepper
            label={t('Channel')}
            value={channel}
            min={0}
            max={shape[0] - 1}
            onChange={(to) => keep({ ...kept, channel: to })}
          />
        </div>
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

function Caption({ what, name, shape }: { readonly what: string; readonly name: string; readonly shape?: string }) {
  return (
    <>
      <b>{name}</b> {what} {shape && <span class="shape">{shape}</span>}
    </>
  );
}

function rounded([down, right]: readonly [number, number]): readonly [number, number] {
  return [Math.round(down) + 0, Math.round(right) + 0];
}

/** Something of the image always stays in sight. */
function clampedMove([down, right]: readonly [number, number], image: Column | undefined): readonly [number, number] {
  const [rows, cols] = image?.shape?.length === 3 ? [image.shape[1], image.shape[2]] : [1, 1];
  const within = (by: number, size: number) => Math.max(1 - size, Math.min(size - 1, by)) + 0;
  return [within(down, rows), within(right, cols)];
}
