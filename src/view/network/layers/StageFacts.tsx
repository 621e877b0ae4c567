import { cellCount } from '../../../engine/shape4';
import { multiplyAddsText, parametersText, rangeText, reachText } from '../../../words/networkWords';
import { countText } from '../../../words/numberText';
import { useNetwork } from '../state/network';
import type { Column } from '../state/networkFacts';
import { rangeOf } from './columnFill';
import type { ColumnPlace } from './stripLayout';

interface StageFactsProps {
  readonly column: Column;
  readonly place: ColumnPlace;
  readonly top: number;
}

/** Below the maps: what is learned, what is computed, what is seen of the image. */
export function StageFacts({ column, place, top }: StageFactsProps) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  const { stage } = column.stage ?? {};
  const isPlanned = stage?.kind === 'planned';
  return (
    <ul class="stage-facts" style={{ left: `${place.x - 12}px`, width: `${place.width + 24}px`, top: `${top}px` }}>
      {column.held && <li>{rangeText(t, rangeOf(column.held))}</li>}
      {stage === undefined && column.shape && <li>{t('{0} values', countText(cellCount(column.shape)))}</li>}
      {isPlanned && (
        <>
          <li>{reachText(t, stage.reach)}</li>
          {stage.parameters.weights > 0 && (
            <li>{parametersText(t, stage.parameters.weights + stage.parameters.biases)}</li>
          )}
          {stage.multiplyAdds > 0 && <li>{multiplyAddsText(t, stage.multiplyAdds)}</li>}
        </>
      )}
    </ul>
  );
}
