import type { NetworkLayer, PoolLayer } from '../../../engine/network/networkLayer';
import { Segmented } from '../../parts/Segmented';
import { useWords } from '../../parts/words';
import { Field } from './Field';
import { PaddingChoice } from './PaddingChoice';
import { SizePair } from './SizePair';

interface PoolFieldsProps {
  readonly layer: PoolLayer;
  readonly set: (layer: NetworkLayer) => void;
}

/** The parameters of a pooling; its windows step by their own size until they are told otherwise. */
export function PoolFields({ layer, set }: PoolFieldsProps) {
  const t = useWords();
  const isStepping = layer.strides.every((stride, axis) => stride === layer.window[axis]);
  return (
    <>
      <Field label={t('Of each window')} term="pooling">
        <Segmented
          label={t('Of each window')}
          choices={[
            { id: 'max', text: t('the largest') },
            { id: 'average', text: t('the mean') },
          ]}
          chosen={layer.pooling}
          onChoose={(id) => set({ ...layer, pooling: id === 'average' ? 'average' : 'max' })}
        />
      </Field>
      <div class="field-pairs">
        <SizePair
          label={t('Window')}
          value={layer.window}
          min={1}
          max={32}
          onChange={(window) => set({ ...layer, window, ...(isStepping ? { strides: window } : {}) })}
        />
        <SizePair
          label={t('Stride')}
          term="stride"
          value={layer.strides}
          min={1}
          max={32}
          onChange={(strides) => set({ ...layer, strides })}
        />
        <SizePair
          label={t('Dilation')}
          term="dilation"
          value={layer.dilations}
          min={1}
          max={16}
          onChange={(dilations) => set({ ...layer, dilations })}
        />
      </div>
      <PaddingChoice value={layer.padding} withSame={false} onChange={(padding) => set({ ...layer, padding })} />
    </>
  );
}
