import { evaluate } from '../expression/evaluate';
import { joinLooseRows } from '../expression/looseRows';
import type { Finding } from '../expression/machine';
import type { LiteralProblem, MatrixLiteral } from '../literal';
import { mostNumbers } from '../longestText';
import { scan } from '../text/scanner';
import { firstTokenFrom, tokensBetween } from '../text/tokens';
import { isTooMuch } from '../typedNumbers';
import { type NamedValue, type NameReader, nameReader, prepare, surroundingsAt } from './nameReader';
import type { Program, SourceCell } from './program';
import { type Resolution, resolutionOf, withNotes } from './resolveName';

/** A literal and the cell whose text its places are places of. */
export interface PlacedLiteral {
  readonly literal: MatrixLiteral;
  readonly cellIndex: number;
}

/** What a stretch of a cell was read as, with the names in it. */
export interface NamedReading {
  readonly placed: readonly PlacedLiteral[];
  readonly problems: readonly LiteralProblem[];
  /** Names whose numbers were used. */
  readonly used: number;
  /** The first name that stands for nothing that is known, and why. */
  readonly missing: { readonly name: string; readonly found: Resolution } | undefined;
}

/** The literals that names have given to expressions, with the name and the cell. */
type Origins = Map<MatrixLiteral, { readonly name: string; readonly cell: number }>;

const nothing: NamedReading = { placed: [], problems: [], used: 0, missing: undefined };

/**
 * Reads the expressions between two offsets of a cell, with the names in them as they were last assigned before. A bare
 * name gives the very literal that it stands for, at home in its own cell; what is computed with a name is `computed`.
 */
export function readNamed(
  cells: readonly SourceCell[],
  cellIndex: number,
  start: number,
  end: number,
  most = mostNumbers,
): NamedReading {
  if (cells.some(({ text }) => isTooMuch(text, most))) return nothing;
  const reader = nameReader(cells, cellIndex);
  const program = reader.index.programs[cellIndex];
  if (!program) return nothing;
  const from = firstTokenFrom(program.tokens, start);
  const to = firstTokenFrom(program.tokens, end);
  prepare(reader, program, from, to);
  const origins: Origins = new Map();
  let missing: { name: string; value: NamedValue } | undefined;
  const surroundings = surroundingsAt(reader, program, from, {
    takesScalars: false,
    missed: (name, value) => {
      missing ??= { name, value };
    },
    used: (name, { literal, cell }) => origins.set(literal, { name, cell }),
  });
  // Evaluating takes blocks of numbers out of their tokens, and the statements of names have had theirs.
  const tokens = tokensBetween(scan(program.tokens.text, program.language), from, to);
  const { findings } = evaluate(tokens, program.language, surroundings);
  const strong = joinLooseRows(findings, tokens.text).filter(
    ({ weak, literal }) => !weak || (literal && origins.has(literal)),
  );
  return {
    placed: placedIn(strong, origins, reader, program),
    problems: strong.flatMap(({ problem }) => (problem ? [problem] : [])),
    used: origins.size,
    missing: missing && { name: missing.name, found: resolutionOf(reader, missing.value, missing.name) },
  };
}

/** The literals, each once: what a name stands for may stand in the same text, or be named twice. */
function placedIn(
  findings: readonly Finding[],
  origins: Origins,
  reader: NameReader,
  program: Program,
): readonly PlacedLiteral[] {
  const placed = new Map<string, PlacedLiteral>();
  const isNotebook = reader.index.programs.length > 1;
  for (const { literal } of findings) {
    if (!literal) continue;
    const origin = origins.get(literal);
    const cellIndex = origin?.cell ?? program.cell;
    const key = `${cellIndex} ${literal.range.start} ${literal.range.end}`;
    const known = placed.get(key);
    if (known && origin) continue;
    placed.set(key, {
      literal: origin ? withNotes(literal, origin.name, origin.cell, isNotebook) : literal,
      cellIndex,
    });
  }
  return [...placed.values()];
}
