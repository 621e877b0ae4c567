import type { NetworkLayer } from '../../../engine/network/networkLayer';
import type { NetworkStage } from '../../../engine/network/networkStage';
import { useNetwork } from '../state/network';
import { DenseFields } from './DenseFields';
import { KernelFields } from './KernelFields';
import { PoolFields } from './PoolFields';

/** The parameters of one layer. */
export function LayerEditor({ id, stage }: { readonly id: number; readonly stage: NetworkStage }) {
  const { facts, actions } = useNetwork();
  const t = facts.t.value;
  const { layer } = stage;
  const set = (next: NetworkLayer) => actions.act({ kind: 'change-layer', id, layer: next });
  switch (layer.kind) {
    case 'conv':
    case 'transposed':
      return <KernelFields stage={stage} layer={layer} set={set} />;
    case 'pool':
      return <PoolFields layer={layer} set={set} />;
    case 'dense':
      return <DenseFields layer={layer} set={set} />;
    case 'relu':
      return <p class="say">{t('Values below 0 become 0, all others stay. There is nothing to set.')}</p>;
    case 'flatten':
      return <p class="say">{t('All values in one row, channel by channel. There is nothing to set.')}</p>;
    case 'softmax':
      return <p class="say">{t('Values become shares that add up to 1. There is nothing to set.')}</p>;
  }
}
