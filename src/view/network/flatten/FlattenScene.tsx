import { useKept } from '../state/useKept';
import { readFlattenKept } from './flattenKept';
import { RowOfGrid } from './RowOfGrid';
import { Shuffled } from './Shuffled';

/** A grid becomes a row, neighbours come apart; and what another order of the pixels does to a dense layer and to a convolution. */
export function FlattenScene() {
  const [kept, keep] = useKept('flatten', readFlattenKept);
  return (
    <div class="scene-page">
      <RowOfGrid kept={kept} keep={keep} />
      <Shuffled kept={kept} keep={keep} />
    </div>
  );
}
