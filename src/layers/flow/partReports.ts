import type { Size } from '../layer';
import type { LayerCall } from '../readLayer';
import { type Stepped, stepped, untilDone } from '../stepped';
import type { LayerReport } from './layerReport';
import { followStatements, inOrder, type LayerReports, type PythonOutline, reportsOf } from './layerReports';
import { type TextPart, textParts } from './textParts';

/** What is followed for one question, at most; the layers of parts beyond that are told as they stand alone. */
const mostSteps = 1_000_000;

/** UTF-16 code units of a text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The reports of a Python text, of which only what a question touches is followed, and that once. */
export interface PartReports {
  /** The reports that touch a range, in steps. */
  readonly reportsIn: (range: Range) => Generator<number, readonly LayerReport[]>;
}

/** How a text is followed; see `layerReports`. */
interface PartOptions {
  readonly remembered: Readonly<Record<string, readonly Size[]>>;
  readonly isCertain: boolean;
}

/** A text that is divided into what can be followed without each other. */
export interface DividedText {
  readonly outline: PythonOutline;
  readonly parts: readonly PartCalls[];
}

interface PartCalls {
  readonly statements: TextPart;
  readonly layers: readonly LayerCall[];
}

/** Divides a text, in steps. */
export function* dividedText(outline: PythonOutline): Generator<number, DividedText> {
  const parts = yield* textParts(outline.statements, outline.calls.text, outline.lines);
  const calls = new Map(parts.flatMap((part) => part.map((statement) => [statement, [] as LayerCall[]] as const)));
  // What cannot be parsed is in no statement.
  const others: LayerCall[] = [];
  let at = 0;
  for (const layer of outline.layers) {
    const { start, end } = layer.call;
    while ((outline.statements[at + 1]?.from ?? Number.POSITIVE_INFINITY) <= start) at++;
    const around = outline.statements[at];
    (around && around.from <= start && end <= around.to ? calls.get(around)! : others).push(layer);
  }
  const whole = parts.map((statements) => ({ statements, layers: statements.flatMap((one) => calls.get(one)!) }));
  return { outline, parts: others.length > 0 ? [...whole, { statements: [], layers: others }] : whole };
}

/** The reports of a divided text; together those that `layerReports` gives of it. */
export function partReports({ outline, parts }: DividedText, options: PartOptions): PartReports {
  const isPart = parts.filter(({ statements }) => statements.length > 0).length > 1;
  const all = parts.map((part) => partOf(part, outline, { ...options, isPart }));
  return { reportsIn: (range) => reportsIn(all, range) };
}

interface Part {
  readonly stretches: readonly Range[];
  readonly followed: Stepped<FollowedPart>;
  readonly alone: Stepped<FollowedPart>;
}

interface FollowedPart {
  readonly reports: LayerReports;
  readonly steps: number;
}

function partOf(
  { statements, layers }: PartCalls,
  outline: PythonOutline,
  { remembered, ...options }: PartOptions & { readonly isPart: boolean },
): Part {
  const read = (followed: TextPart) =>
    stepped(function* (): Generator<number, FollowedPart> {
      const text = yield* followStatements(outline, followed, layers, remembered, options);
      return { reports: reportsOf(text), steps: text.steps };
    });
  const stretches =
    statements.length > 0
      ? statements.map(({ from, to }) => ({ start: from, end: to }))
      : layers.map(({ call: { start, end } }) => ({ start, end }));
  return { stretches, followed: read(statements), alone: read([]) };
}

function* reportsIn(parts: readonly Part[], range: Range): Generator<number, readonly LayerReport[]> {
  const found: LayerReports[] = [];
  let steps = 0;
  for (const { stretches, followed, alone } of parts) {
    if (!stretches.some((one) => touches(one, range))) continue;
    const part = yield* untilDone(steps > mostSteps ? alone : followed);
    steps += part.steps;
    found.push(part.reports);
  }
  return inOrder(found).filter((one) => touches(one, range));
}

/** Whether a stretch touches a range, which may be a place between two characters. */
export function touches({ start, end }: Range, range: Range): boolean {
  return start <= range.end && range.start < end;
}
