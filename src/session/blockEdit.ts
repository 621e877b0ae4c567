import { cellEdit, type NotInText, numberEdit, type TextReplacement } from './cellEdit';
import { type CellBlock, cellIndex, type Operand } from './operand';

/**
 * The one replacement that makes the cells of a block of the shown plane say its values in `text`, from the first
 * character that changes to the last; an empty one where none does. In aligned columns where the blanks suffice for all.
 */
export function blockEdit(
  operand: Operand,
  text: string,
  block: CellBlock,
): TextReplacement | { readonly refused: NotInText } {
  const aligned = editsOf(operand, text, block, cellEdit);
  if ('refused' in aligned) return aligned;
  const plain = isApart(aligned) ? aligned : editsOf(operand, text, block, numberEdit);
  return 'refused' in plain ? plain : joined(text, plain);
}

type Edits = readonly TextReplacement[];

/** The replacements for the cells that change, in the order of the text. */
function editsOf(
  operand: Operand,
  text: string,
  { row, col, cols, values }: CellBlock,
  editOf: typeof cellEdit,
): Edits | { readonly refused: NotInText } {
  const edits: TextReplacement[] = [];
  for (const [i, value] of values.entries()) {
    const cell = { row: row + Math.floor(i / cols), col: col + (i % cols), value };
    const index = cellIndex(operand, cell.row, cell.col);
    if (index !== undefined && Object.is(operand.tensor.data[index], value)) continue;
    const edit = editOf(operand, text, cell);
    if ('refused' in edit) return edit;
    edits.push(edit);
  }
  return edits.sort((one, other) => one.start - other.start);
}

/** False where two replacements are after the same blanks. */
function isApart(edits: Edits): boolean {
  return edits.every(({ start }, i) => i === 0 || start >= edits[i - 1]!.end);
}

function joined(text: string, edits: Edits): TextReplacement {
  const start = edits[0]?.start ?? 0;
  let at = start;
  let written = '';
  for (const edit of edits) {
    written += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return { start, end: at, text: written };
}
