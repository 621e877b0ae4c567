import type { Remedy } from '../../../engine/network/networkStage';
import { remedyText, stageProblemText } from '../../../words/networkWords';
import { useNetwork } from '../state/network';
import type { Column } from '../state/networkFacts';
import type { ColumnPlace } from './stripLayout';

interface StageFaultProps {
  readonly column: Column;
  readonly index: number;
  readonly place: ColumnPlace;
}

/** In the place of its maps: why a stage cannot be, and what to change; or that one before it cannot be. */
export function StageFault({ column, index, place }: StageFaultProps) {
  const { facts, actions } = useNetwork();
  const t = facts.t.value;
  const shown = column.stage;
  if (!shown) return null;
  const box = { left: `${place.x}px`, width: `${place.width}px` };
  if (shown.stage.kind !== 'refused')
    return (
      <p class="unreached" style={box}>
        {t('not known: a layer before it cannot be')}
      </p>
    );
  const use = ({ change }: Remedy) =>
    change.kind === 'replace'
      ? actions.act({ kind: 'change-layer', id: shown.id, layer: change.layer })
      : actions.act({ kind: 'add-layer', at: index - 1, layer: change.layer });
  return (
    <div class="refused" role="alert" style={box}>
      <p>{stageProblemText(t, shown.stage.problem)}</p>
      {shown.stage.remedies.map((remedy) => (
        <button key={remedy.code + JSON.stringify(remedy.numbers)} type="button" onClick={() => use(remedy)}>
          {remedyText(t, remedy)}
        </button>
      ))}
    </div>
  );
}
