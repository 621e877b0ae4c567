import type { PlannedStage } from '../../../engine/network/networkStage';
import { convParameters, denseParameters, type ParameterArithmetic } from '../../../engine/network/parameterArithmetic';
import { layerTitle } from '../../../words/networkWords';
import { countText } from '../../../words/numberText';
import { useNetwork } from '../state/network';
import { useKept } from '../state/useKept';
import { readComparedSizes } from './comparedSizes';
import { SizeFields } from './SizeFields';

/** Dense against convolutional for sizes of one's own, and the layers of the network, each with its arithmetic. */
export function ParametersScene() {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const [sizes, keep] = useKept('parameters', readComparedSizes);
  const { rows, cols, channels, units, filters, kernel } = sizes;
  const dense = denseParameters([channels, rows, cols], units);
  const conv = convParameters({ channels, filters, kernelSize: [kernel, kernel] });
  const out = [rows - kernel + 1, cols - kernel + 1] as const;
  const same =
    out[0] > 0 && out[1] > 0 ? denseParameters([channels, rows, cols], filters * out[0] * out[1]) : undefined;
  const most = Math.max(dense.total, conv.total);
  return (
    <div class="parameters-scene">
      <SizeFields sizes={sizes} onChange={keep} />
      <section class="compared" aria-label={t('Dense against convolutional')}>
        <Compared name={t('Dense')} how={t('every output reads every value')} counted={dense} most={most} />
        <Compared
          name={t('Convolutional')}
          how={t('every place is read with the same weights')}
          counted={conv}
          most={most}
        />
        <p class="ratio">{ratioText(t, dense, conv)}</p>
        {same && (
          <p class="say">
            {t(
              'A dense layer that makes the same {0} maps of {1} × {2} would have {3} weights: {4} times those of the convolution.',
              countText(filters),
              countText(out[0]),
              countText(out[1]),
              countText(same.weights),
              countText(Number((same.weights / conv.weights).toPrecision(3))),
            )}
          </p>
        )}
      </section>
      <NetworkLayers stages={facts.planned.value} />
    </div>
  );
}

type Translate = ReturnType<typeof useNetwork>['facts']['t']['value'];

function ratioText(t: Translate, dense: ParameterArithmetic, conv: ParameterArithmetic): string {
  const share = dense.total / conv.total;
  const times = (ratio: number) => countText(Number(ratio.toPrecision(3)));
  return share >= 1
    ? t('One scale for both. The dense layer has {0} times as many parameters.', times(share))
    : t('One scale for both. The convolution has {0} times as many parameters.', times(1 / share));
}

interface ComparedProps {
  readonly name: string;
  readonly how?: string;
  readonly counted: ParameterArithmetic;
  readonly most: number;
}

/** The multiplication, weights and biases apart, and both as a bar. */
function Compared({ name, how, counted, most }: ComparedProps) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const { weights, biases, total } = counted;
  return (
    <figure class="counted">
      <figcaption>
        <b>{name}</b> {how !== undefined && <span class="how">{how}</span>}
      </figcaption>
      <p class="arithmetic">
        <span>{productText(counted)}</span>
        {' = '}
        <b>{t('{0} weights', countText(weights))}</b>
        <span class="biases"> {biases === 1 ? t('+ 1 bias') : t('+ {0} biases', countText(biases))}</span>
        <span class="all"> {t('= {0} parameters', countText(total))}</span>
      </p>
      <ParameterBar weights={weights} biases={biases} most={most} />
    </figure>
  );
}

/** `3 × 3 × 64`: factors of 1 are left out. */
function productText({ factors }: ParameterArithmetic): string {
  const shown = factors.filter(({ value }) => value !== 1);
  return (shown.length > 0 ? shown : factors.slice(0, 1)).map(({ value }) => countText(value)).join(' × ');
}

interface ParameterBarProps {
  readonly weights: number;
  readonly biases: number;
  readonly most: number;
}

function ParameterBar({ weights, biases, most }: ParameterBarProps) {
  return (
    <div class="parameter-bar" aria-hidden="true">
      <i class="of-weights" style={{ width: `${(weights / most) * 100}%` }} />
      <i class="of-biases" style={{ width: `${(biases / most) * 100}%` }} />
    </div>
  );
}

/** The layers of the network that learn something. */
function NetworkLayers({ stages }: { readonly stages: readonly PlannedStage[] }) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const counted = stages.flatMap((stage) => {
    const arithmetic = arithmeticOf(stage);
    return arithmetic ? [{ stage, arithmetic }] : [];
  });
  const total = counted.reduce((sum, { arithmetic }) => sum + arithmetic.total, 0);
  const most = Math.max(1, ...counted.map(({ arithmetic }) => arithmetic.total));
  return (
    <section class="of-network" aria-label={t('This network')}>
      <h2>
        {t('This network')} <span class="how">{t('{0} parameters in all', countText(total))}</span>
      </h2>
      {counted.map(({ stage, arithmetic }) => (
        <Compared key={stage.index} name={layerTitle(t, stage.layer)} counted={arithmetic} most={most} />
      ))}
      <p class="legend" aria-hidden="true">
        <i class="of-weights" /> {t('weights')} <i class="of-biases" /> {t('biases')}
      </p>
    </section>
  );
}

function arithmeticOf({ layer, inputShape, plan }: PlannedStage): ParameterArithmetic | undefined {
  if (layer.kind === 'dense') return denseParameters(inputShape, layer.units, layer.hasBias);
  if (plan.kind !== 'conv' && plan.kind !== 'transposed') return undefined;
  if (layer.kind !== 'conv' && layer.kind !== 'transposed') return undefined;
  const { filters, kernelSize, groups, hasBias } = layer;
  return convParameters({ channels: plan.geometry.inputChannels, filters, kernelSize, groups, hasBias });
}
