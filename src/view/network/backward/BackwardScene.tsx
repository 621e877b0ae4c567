import type { BackwardAnswer } from '../../../session/network/backwardAnswer';
import { shortNumber } from '../../../words/numberText';
import { valueName } from '../../../words/traceWords';
import { Stepper } from '../../parts/Stepper';
import { columnName } from '../layers/columnWords';
import { PictureFigure } from '../parts/PictureFigure';
import { ValuesPicture } from '../parts/ValuesPicture';
import { sharedFill } from '../parts/valueFill';
import { useNetwork } from '../state/network';
import { useAnswer } from '../state/useAnswer';
import { useKept } from '../state/useKept';
import { BackwardFields } from './BackwardFields';
import { type BackwardAsked, backwardAsked } from './backwardAsked';
import { type BackwardKept, readBackwardKept } from './backwardKept';
import { GradientSteps } from './GradientSteps';

/** How a value or the loss changes with a layer's weights and with its input, and the terms of each number of that. */
export function BackwardScene() {
  const { facts, model } = useNetwork();
  const t = facts.t.value;
  const [kept, keep] = useKept('backward', readBackwardKept);
  const asked = backwardAsked(facts.columns.value, kept);
  const { value, question, share } = useAnswer('backward', asked?.question);
  if (!asked) return <p class="scene-page">{t('There is no layer yet to go back through.')}</p>;
  const isThere = value !== undefined && question?.stage === asked.question.stage;
  const isNone = !isThere && model.asked.value.get('backward')?.isAnswered === true;
  return (
    <div class="scene-page backward-scene">
      <BackwardFields kept={kept} keep={keep} asked={asked} value={value?.value} />
      {share !== undefined && <p class="say">{t('Going back: {0} %', Math.round(share * 100))}</p>}
      {isNone && (
        <p class="say">{t('This share is 0 in the computer’s numbers: its loss is endless and has no gradient.')}</p>
      )}
      {isThere && <Gradients kept={kept} keep={keep} asked={asked} value={value} />}
    </div>
  );
}

interface GradientsProps {
  readonly kept: BackwardKept;
  readonly keep: (kept: BackwardKept) => void;
  readonly asked: BackwardAsked;
  readonly value: BackwardAnswer;
}

function Gradients({ kept, keep, asked, value }: GradientsProps) {
  const { facts, model } = useNetwork();
  const t = facts.t.value;
  const { width } = model.size.value;
  const side = width >= 1000 ? 250 : width >= 620 ? 230 : Math.min(250, width - 32);
  const { stage, before, question } = asked;
  const { weight, cell } = question;
  const [made, fed] = [stage.shape!, before.shape!];
  const palette = facts.palette.value;
  const [name, nameBefore] = [columnName(t, stage), columnName(t, before)];
  return (
    <>
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
            shape={planeShape(made)}
            held={value.output}
            fill={sharedFill(palette, value.output)}
            side={side}
          />
        </PictureFigure>
        {value.weights && asked.weightShape && (
          <PictureFigure
            caption={
              <>
                <b>dL/dW</b> {t('of its weights; choose one')}
              </>
            }
            below={<WeightFields kept={kept} keep={keep} asked={asked} shape={asked.weightShape} />}
          >
            <ValuesPicture
              label={t('dL/dW of {0}', name)}
              shape={weightPlane(asked.weightShape)}
              held={value.weights}
              fill={sharedFill(palette, value.weights)}
              side={asked.weightShape.length === 2 ? side : Math.min(side, 150)}
              chosen={{ ...weight, channel: 0 }}
              onPick={({ row, col }) => keep({ ...kept, weight: { ...weight, row, col } })}
            />
          </PictureFigure>
        )}
        <PictureFigure
          caption={
            <>
              <b>dL/dX</b> {t('of its input, {0}; choose a value', nameBefore)}
            </>
          }
          below={
            fed.length === 3 &&
            fed[0] > 1 && (
              <>
                {t('Channel')}{' '}
                <Stepper
                  label={t('Channel of the input')}
                  value={cell.channel}
                  min={0}
                  max={fed[0] - 1}
                  onChange={(channel) => keep({ ...kept, cell: { ...cell, channel } })}
                />
              </>
            )
          }
        >
          <ValuesPicture
            label={t('dL/dX of {0}', name)}
            shape={planeShape(fed)}
            held={value.input}
            fill={sharedFill(palette, value.input)}
            side={side}
            chosen={{ ...cell, channel: 0 }}
            onPick={({ row, col }) => keep({ ...kept, cell: { ...cell, row, col } })}
          />
        </PictureFigure>
      </div>
      <div class="both-steps">
        {value.weightSum && (
          <GradientSteps
            name={`dL/dW[${(asked.weightShape?.length === 2 ? [weight.filter, weight.col] : [weight.filter, weight.channel, weight.row, weight.col]).join(', ')}]`}
            how={t(
              'the weight {0} meets each of these inputs; what comes back to its outputs is multiplied by them',
              shortNumber(value.weight ?? 0, 6),
            )}
            sum={value.weightSum}
            of="x"
            factorShape={fed}
            outputShape={made}
          />
        )}
        {value.inputSum ? (
          <GradientSteps
            name={`dL/dX, ${valueName(t, fed, cell)}`}
            how={t('the value acts on each of these outputs; what comes back to them is multiplied by how much')}
            sum={value.inputSum}
            of="w"
            factorShape={[1, 1, 1]}
            outputShape={made}
          />
        ) : (
          <p class="say">
            {t(
              'The padding copies cells of the input, so that a cell acts in several places; its terms are not listed.',
            )}
          </p>
        )}
      </div>
    </>
  );
}

function planeShape(shape: BackwardAsked['from']['shape'] & {}): readonly [number] | readonly [number, number, number] {
  return shape.length === 1 ? shape : [1, shape[1], shape[2]];
}

function weightPlane(shape: readonly number[]): readonly [number] | readonly [number, number, number] {
  return shape.length === 2 ? [shape[1]!] : [1, shape[2]!, shape[3]!];
}

function WeightFields({
  kept,
  keep,
  asked,
  shape,
}: Pick<GradientsProps, 'kept' | 'keep' | 'asked'> & { readonly shape: readonly number[] }) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const { weight } = asked.question;
  const [filters = 1, channels = 1] = shape;
  const isDense = shape.length === 2;
  return (
    <span class="scene-tools">
      {isDense ? t('Unit') : t('Filter')}
      <Stepper
        label={isDense ? t('Unit') : t('Filter')}
        value={weight.filter}
        min={0}
        max={filters - 1}
        onChange={(filter) => keep({ ...kept, weight: { ...weight, filter } })}
      />
      {!isDense && channels > 1 && (
        <>
          {t('Channel')}
          <Stepper
            label={t('Channel of the filter')}
            value={weight.channel}
            min={0}
            max={channels - 1}
            onChange={(channel) => keep({ ...kept, weight: { ...weight, channel } })}
          />
        </>
      )}
    </span>
  );
}
