import type { Finding } from '../expression/machine';
import type { MatrixLiteral } from '../literal';
import { problemAt } from '../problem';
import { type LiteralReader, literalFinding, problemFinding, type Source } from '../reading';
import { columnBlocksReader } from './columnBlocks';
import { plainRowsReader } from './plainRows';

/** Tensors as old PyTorch and its C++ library print them: rows, slices below `(0,.,.) =`, and the type and sizes at the end. */
export const tensorPrintReader: LiteralReader = { form: 'tensor-print', read: readTensorPrints };

const footer =
  /\[ ?(?:torch\.)?(?:cuda\.)?\w{1,40}(?:Tensor of size \(?([\dx, ]{1,60})\)?|Type\{([\d,]{1,60})\}) ?[^\]\n]{0,30}\]/g;
const slice = /^ ?\((?:\d{1,6} ?, ?)+\.,\.\) = *$/gm;

function readTensorPrints(source: Source): readonly Finding[] | undefined {
  const { text } = source;
  if (!text.includes('Tensor of size') && !text.includes('Type{')) return undefined;
  const findings: Finding[] = [];
  let last = 0;
  for (const match of text.matchAll(footer)) {
    const end = match.index + match[0].length;
    const shape = (match[1] ?? match[2]!)
      .split(/[x, ]+/)
      .filter((side) => side !== '')
      .map(Number);
    // What is before the print of this tensor, and the lines that name its slices, are blanks of the same length.
    const body = text.slice(last, match.index).replace(slice, (line) => ' '.repeat(line.length));
    const rows = ' '.repeat(last) + body;
    findings.push(tensorOf({ ...source, text: rows }, shape, { start: last, end }));
    last = end;
  }
  return findings.length > 0 ? findings : undefined;
}

function tensorOf(
  source: Source,
  shape: readonly number[],
  range: { readonly start: number; readonly end: number },
): Finding {
  const findings = columnBlocksReader.read(source) ?? plainRowsReader.read(source) ?? [];
  const refused = findings.find(({ problem }) => problem);
  if (refused) return refused;
  const slices = findings.flatMap(({ literal }) => literal ?? []);
  const size = slices.reduce((sum, { data }) => sum + data.length, 0);
  const expected = shape.reduce((product, side) => product * side, 1);
  if (size === 0 || size !== expected)
    return problemFinding(
      problemAt(size === 0 ? 'empty' : 'ragged', range.start, range.end, { row: 0, found: size, expected }),
    );
  if (shape.length > 4) return problemFinding(problemAt('too-deep', range.start, range.end, { found: shape.length }));
  return literalFinding(stacked(slices, shape));
}

function stacked(slices: readonly MatrixLiteral[], shape: readonly number[]): MatrixLiteral {
  const size = slices.reduce((sum, { data }) => sum + data.length, 0);
  const data = new Float64Array(size);
  const starts = new Uint32Array(size);
  const ends = new Uint32Array(size);
  let at = 0;
  for (const one of slices) {
    data.set(one.data, at);
    starts.set(one.starts, at);
    ends.set(one.ends, at);
    at += one.data.length;
  }
  const range = { start: slices[0]!.range.start, end: slices.at(-1)!.range.end };
  return { ...slices[0]!, shape, data, starts, ends, range, form: 'tensor-print' };
}
