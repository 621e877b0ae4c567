import type { ShownOperand } from '../../protocol/lens';
import { useLens } from '../state/lens';

/** Says that cells were changed here, or can be changed here alone, so that the text does not tell what is shown. */
export function TextMark({ operand, hasRoom }: { readonly operand: ShownOperand; readonly hasRoom: boolean }) {
  const { facts } = useLens();
  const t = facts.t.value;
  const why = operand.edited
    ? t('Cells were changed here; the text says something else')
    : t('The text computes these numbers: what is typed into a cell is not written there');
  return (
    <span class="edited-mark" role="img" aria-label={why} title={why}>
      {hasRoom && (operand.edited ? t('edited') : t('computed'))}
    </span>
  );
}
