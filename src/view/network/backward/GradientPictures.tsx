import type { StageShape } from '../../../engine/network/networkStage';
import type { BackwardAnswer } from '../../../session/network/backwardAnswer';
import { columnName } from '../layers/columnWords';
import { ChannelField } from '../parts/ChannelField';
import { PictureFigure } from '../parts/PictureFigure';
import { ValuesPicture } from '../parts/ValuesPicture';
import { sharedFill } from '../parts/valueFill';
import { useNetwork } from '../state/network';
import type { BackwardAsked } from './backwardAsked';
import type { BackwardKept } from './backwardKept';
import { WeightFields } from './WeightFields';

interface GradientPicturesProps {
  readonly kept: BackwardKept;
  readonly keep: (kept: BackwardKept) => void;
  readonly asked: BackwardAsked;
  readonly value: BackwardAnswer;
}

/** dL/dY, dL/dW and dL/dX of a layer, the last two to choose in. */
export function GradientPictures(props: GradientPicturesProps) {
  const { facts, model } = useNetwork();
  const t = facts.t.value;
  const { asked, value } = props;
  const { width } = model.size.value;
  const side = width >= 1000 ? 250 : width >= 620 ? 230 : Math.min(250, width - 32);
  const name = columnName(t, asked.stage);
  return (
    <div class="pictures">
      <PictureFigure
        caption={
          <>
            <b>dL/dY</b> {t('what comes back to {0}', name)}
          </>
        }
      >
        <ValuesPicture
          label={t('dL/dY of {0}', name)}
          shape={planeShape(asked.stage.shape!)}
          held={value.output}
          fill={sharedFill(facts.palette.value, value.output)}
          side={side}
        />
      </PictureFigure>
      <OfWeights {...props} name={name} side={side} />
      <OfInput {...props} name={name} side={side} />
    </div>
  );
}

interface PartProps extends GradientPicturesProps {
  readonly name: string;
  readonly side: number;
}

function OfWeights({ kept, keep, asked, value, name, side }: PartProps) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const shape = asked.weightShape;
  const { weight } = asked.question;
  if (!value.weights || !shape) return null;
  return (
    <PictureFigure
      caption={
        <>
          <b>dL/dW</b> {t('of its weights; choose one')}
        </>
      }
      below={<WeightFields kept={kept} keep={keep} asked={asked} shape={shape} />}
    >
      <ValuesPicture
        label={t('dL/dW of {0}', name)}
        shape={shape.length === 2 ? [shape[1]!] : [1, shape[2]!, shape[3]!]}
        held={value.weights}
        fill={sharedFill(facts.palette.value, value.weights)}
        side={shape.length === 2 ? side : Math.min(side, 150)}
        chosen={{ ...weight, channel: 0 }}
        onPick={({ row, col }) => keep({ ...kept, weight: { ...weight, row, col } })}
      />
    </PictureFigure>
  );
}

function OfInput({ kept, keep, asked, value, name, side }: PartProps) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const fed = asked.before.shape!;
  const { cell } = asked.question;
  return (
    <PictureFigure
      caption={
        <>
          <b>dL/dX</b> {t('of its input, {0}; choose a value', columnName(t, asked.before))}
        </>
      }
      below={
        fed.length === 3 &&
        fed[0] > 1 && (
          <ChannelField
            label={t('Channel of the input')}
            channel={cell.channel}
            count={fed[0]}
            onChange={(channel) => keep({ ...kept, cell: { ...cell, channel } })}
          />
        )
      }
    >
      <ValuesPicture
        label={t('dL/dX of {0}', name)}
        shape={planeShape(fed)}
        held={value.input}
        fill={sharedFill(facts.palette.value, value.input)}
        side={side}
        chosen={{ ...cell, channel: 0 }}
        onPick={({ row, col }) => keep({ ...kept, cell: { ...cell, row, col } })}
      />
    </PictureFigure>
  );
}

function planeShape(shape: StageShape): StageShape {
  return shape.length === 1 ? shape : [1, shape[1], shape[2]];
}
