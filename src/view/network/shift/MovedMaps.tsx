import type { ShiftAnswer } from '../../../session/network/shiftAnswer';
import { leftOverText, moveText } from '../../../words/sceneWords';
import { columnName } from '../layers/columnWords';
import { PictureFigure } from '../parts/PictureFigure';
import { ValuesPicture } from '../parts/ValuesPicture';
import { sharedFill } from '../parts/valueFill';
import { useNetwork } from '../state/network';
import type { Column } from '../state/networkFacts';

interface MovedMapsProps {
  readonly answer: ShiftAnswer;
  readonly column: Column;
  readonly stage: number;
  readonly side: number;
}

/** A stage's map before, after, and what is left of it beside the one that moved along. */
export function MovedMaps({ answer, column, stage, side }: MovedMapsProps) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const palette = facts.palette.value;
  const { before, after, difference } = answer;
  const name = columnName(t, column);
  const shape = column.shape!;
  const single = shape.length === 1 ? shape : ([1, shape[1], shape[2]] as const);
  const fill = sharedFill(palette, before, after);
  const row = answer.stages[stage];
  const along = row?.expected && t('The map before was moved by {0}.', moveText(rounded(row.expected)));
  return (
    <>
      <PictureFigure
        caption={
          <>
            <b>{name}</b> {t('before')}
          </>
        }
      >
        <ValuesPicture label={t('{0} before', name)} shape={single} held={before} fill={fill} side={side} />
      </PictureFigure>
      <PictureFigure
        caption={
          <>
            <b>{name}</b> {t('after')}
          </>
        }
      >
        <ValuesPicture label={t('{0} after', name)} shape={single} held={after} fill={fill} side={side} />
      </PictureFigure>
      <PictureFigure
        caption={<b>{t('after − before')}</b>}
        below={row && [along, leftOverText(t, row)].filter(Boolean).join(' ')}
      >
        <ValuesPicture
          label={t('What does not follow in {0}', name)}
          shape={single}
          held={difference}
          fill={sharedFill(palette, before, after, difference)}
          side={side}
        />
      </PictureFigure>
    </>
  );
}

function rounded([down, right]: readonly [number, number]): readonly [number, number] {
  return [Math.round(down) + 0, Math.round(right) + 0];
}
