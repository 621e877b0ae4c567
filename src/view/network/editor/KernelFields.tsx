import type { ConvLayer, NetworkLayer, TransposedLayer } from '../../../engine/network/networkLayer';
import type { NetworkStage } from '../../../engine/network/networkStage';
import { Stepper } from '../../parts/Stepper';
import { useWords } from '../../parts/words';
import { useNetwork } from '../state/network';
import { Field } from './Field';
import { GroupsField } from './GroupsField';
import { PaddingChoice } from './PaddingChoice';
import { SizePair } from './SizePair';
import { WeightsField } from './WeightsField';

interface KernelFieldsProps {
  readonly stage: NetworkStage;
  readonly layer: ConvLayer | TransposedLayer;
  readonly set: (layer: NetworkLayer) => void;
}

type Reshaping = Partial<Pick<ConvLayer, 'filters' | 'kernelSize' | 'groups'>>;

const most = { filters: 512, kernel: 31, stride: 32, dilation: 16 } as const;

/** The parameters of a layer with kernels. */
export function KernelFields({ stage, layer, set }: KernelFieldsProps) {
  const { facts, model } = useNetwork();
  const t = facts.t.value;
  const isPadded = model.snapshot.value?.padsEverywhere === true && layer.kind === 'conv';
  const channels = stage.kind !== 'unreached' && stage.inputShape.length === 3 ? stage.inputShape[0] : undefined;
  // Numbers of another shape cannot stay.
  const reshaped = (part: Reshaping) =>
    set({
      ...layer,
      ...part,
      weights: layer.weights.kind === 'seeded' ? layer.weights : otherwise(layer, part),
    } as NetworkLayer);
  return (
    <>
      <SizesOfKernel layer={layer} set={set} reshaped={reshaped} />
      {isPadded ? (
        <p class="say">{t('Padding: same, as long as everything is padded.')}</p>
      ) : (
        <PaddingChoice
          value={layer.padding}
          withSame={layer.kind === 'conv'}
          onChange={(padding) => set({ ...layer, padding })}
        />
      )}
      {channels !== undefined && (
        <GroupsField
          channels={channels}
          filters={layer.filters}
          groups={layer.groups}
          onChange={(groups) => reshaped({ groups })}
        />
      )}
      <WeightsField stage={stage} layer={layer} set={set} />
    </>
  );
}

interface SizesProps extends Pick<KernelFieldsProps, 'layer' | 'set'> {
  readonly reshaped: (part: Reshaping) => void;
}

function SizesOfKernel({ layer, set, reshaped }: SizesProps) {
  const t = useWords();
  return (
    <div class="field-pairs">
      <Field label={t('Filters')} term="filter">
        <Stepper
          label={t('Filters')}
          value={layer.filters}
          min={1}
          max={most.filters}
          onChange={(filters) => reshaped({ filters })}
        />
      </Field>
      <SizePair
        label={t('Kernel')}
        term="kernel"
        value={layer.kernelSize}
        min={1}
        max={most.kernel}
        onChange={(kernelSize) => reshaped({ kernelSize })}
      />
      <SizePair
        label={t('Stride')}
        term="stride"
        value={layer.strides}
        min={1}
        max={most.stride}
        onChange={(strides) => set({ ...layer, strides })}
      />
      <SizePair
        label={t('Dilation')}
        term="dilation"
        value={layer.dilations}
        min={1}
        max={most.dilation}
        onChange={(dilations) => set({ ...layer, dilations })}
      />
    </div>
  );
}

/** Presets stay with a kernel of their size; typed numbers belong to one shape alone. */
function otherwise({ weights }: ConvLayer | TransposedLayer, part: Reshaping) {
  const isKept = weights.kind === 'preset' && part.kernelSize === undefined;
  return isKept ? weights : ({ kind: 'seeded', seed: 1, spread: 'torch' } as const);
}
