import type { Finding } from '../expression/machine';
import type { MatrixLiteral } from '../literal';
import { problemAt } from '../problem';
import { literalFinding, problemFinding } from '../reading';
import type { RowsBuilder } from './rowsBuilder';

/** The blocks of columns into which a program has broken a wide matrix, side by side; undefined without blocks. */
export function joinedColumns(blocks: readonly RowsBuilder[], name: string | undefined): Finding | undefined {
  const findings = blocks.flatMap((block) => block.finish(name) ?? []);
  const refused = findings.find(({ problem }) => problem);
  if (refused || findings.length < 2) return refused ?? findings[0];
  const literals = findings.map(({ literal }) => literal!);
  const [first] = literals;
  const wrong = literals.find(({ shape }) => shape[0] !== first!.shape[0]);
  if (wrong) {
    const details = { found: wrong.shape[0]!, expected: first!.shape[0]! };
    return problemFinding(problemAt('ragged', wrong.range.start, wrong.range.end, details));
  }
  return literalFinding(sideBySide(literals));
}

function sideBySide(literals: readonly MatrixLiteral[]): MatrixLiteral {
  const rows = literals[0]!.shape[0]!;
  const width = literals.reduce((sum, { shape }) => sum + shape[1]!, 0);
  const data = new Float64Array(rows * width);
  const starts = new Uint32Array(rows * width);
  const ends = new Uint32Array(rows * width);
  let column = 0;
  for (const literal of literals) {
    const side = literal.shape[1]!;
    for (let row = 0; row < rows; row++) {
      const to = row * width + column;
      data.set(literal.data.subarray(row * side, (row + 1) * side), to);
      starts.set(literal.starts.subarray(row * side, (row + 1) * side), to);
      ends.set(literal.ends.subarray(row * side, (row + 1) * side), to);
    }
    column += side;
  }
  const range = { start: literals[0]!.range.start, end: literals.at(-1)!.range.end };
  const notes = literals.flatMap(({ notes: own = [] }) => own);
  return { ...literals[0]!, shape: [rows, width], data, starts, ends, range, ...(notes.length > 0 ? { notes } : {}) };
}
