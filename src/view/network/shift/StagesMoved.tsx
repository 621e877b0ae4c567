import type { StageFollowing } from '../../../session/network/shiftAnswer';
import { breaksText, countedText, moveText } from '../../../words/sceneWords';
import { columnName } from '../layers/columnWords';
import { TableRoom } from '../parts/TableRoom';
import { useNetwork } from '../state/network';
import type { Column } from '../state/networkFacts';

interface StagesMovedProps {
  readonly columns: readonly Column[];
  readonly moved: readonly StageFollowing[];
  readonly chosen: number;
  readonly onChoose: (of: number) => void;
}

/** Every stage: by how much its map moves, how many values follow, how many stay what they were. */
export function StagesMoved({ columns, moved, chosen, onChoose }: StagesMovedProps) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  return (
    <TableRoom label={t('Stages')}>
      <table class="stages-moved">
        <thead>
          <tr>
            <th scope="col">{t('Stage')}</th>
            <th scope="col">{t('moves by')}</th>
            <th scope="col">{t('follow inside')}</th>
            <th scope="col">{t('follow at borders')}</th>
            <th scope="col">{t('same in their place')}</th>
            <th scope="col">{t('what breaks it')}</th>
          </tr>
        </thead>
        <tbody>
          {moved.map((one, at) => {
            const column = columns[at];
            if (!column?.stage) return null;
            const { of, stage } = column;
            return (
              <tr key={of} class={at === chosen ? 'chosen' : undefined}>
                <th scope="row">
                  <button type="button" aria-pressed={at === chosen} onClick={() => onChoose(Number(of))}>
                    {columnName(t, column)}
                  </button>
                </th>
                <td>{one.expected ? moveText(one.expected) : '–'}</td>
                <Following moved={one} />
                <td>{countedText(t, one.staying.compared - one.staying.differing, one.staying.compared)}</td>
                <td class="words">{one.isWhole && one.expected ? '' : breaksText(t, stage.stage.layer)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableRoom>
  );
}

function Following({ moved: { following } }: { readonly moved: StageFollowing }) {
  const { facts } = useNetwork();
  const t = facts.t.value;
  if (!following)
    return (
      <>
        <td>–</td>
        <td>–</td>
      </>
    );
  const { inside } = following;
  const border = following.compared - inside.compared;
  return (
    <>
      <td>{inside.compared > 0 ? countedText(t, inside.compared - inside.differing, inside.compared) : '–'}</td>
      <td>{border > 0 ? countedText(t, border - (following.differing - inside.differing), border) : '–'}</td>
    </>
  );
}
