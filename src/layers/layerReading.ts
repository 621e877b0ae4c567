import type { LayerFault } from './check/layerFault';
import { layerFaults, mayBeRefused } from './check/layerFaults';
import type { LayerReport } from './flow/layerReport';
import { layerReports, pythonOutline } from './flow/layerReports';
import { type DividedText, dividedText, type PartReports, partReports, type Range, touches } from './flow/partReports';
import type { Size } from './layer';
import { isScript } from './readLayer';
import { type Stepped, stepped, untilDone } from './stepped';
import { isNoProgram } from './syntax/isNoProgram';
import { type ParsedPython, parsePython } from './syntax/parsePython';

/** A version of a text, and what the person has told of it. */
export interface LayerSource {
  readonly text: string;
  readonly languageId: string;
  /** Input shapes that the person has given, by the keys of reports. */
  readonly remembered: Readonly<Record<string, readonly Size[]>>;
}

/** What a version of a text says of its layers, each part read once it is asked for. */
export interface LayerReading {
  readonly source: LayerSource;
  /** Undefined where the text is no Python, or too deep. */
  readonly parsed: Stepped<ParsedPython | undefined>;
  /** All that is needed before something is asked of a place. */
  readonly ready: Stepped<PartReports>;
  readonly faults: Stepped<readonly LayerFault[]>;
}

/** Begins to read a text; from the reading of an earlier version it takes over what has not changed. */
export function layerReading(source: LayerSource, earlier: LayerReading | undefined): LayerReading {
  const { text, languageId, remembered } = source;
  const before = earlier?.source.languageId === languageId ? earlier.parsed.done()?.value : undefined;
  const parsed = stepped(function* (): Generator<number, ParsedPython | undefined> {
    return isScript(languageId) || isNoProgram(text) ? undefined : yield* parsePython(text, before);
  });
  const divided = stepped(function* (): Generator<number, DividedText | undefined> {
    const python = yield* untilDone(parsed);
    return python && (yield* dividedText(yield* pythonOutline(text, python.tree)));
  });
  const ready = stepped(function* (): Generator<number, PartReports> {
    const python = yield* untilDone(divided);
    return python ? partReports(python, { remembered, isCertain: false }) : scriptReports(source);
  });
  const faults = stepped(function* (): Generator<number, readonly LayerFault[]> {
    const python = yield* untilDone(divided);
    if (!python) return [];
    const whole = { start: 0, end: text.length };
    const guessed = yield* untilDone(ready);
    // Where nothing does not fit as far as it is known or guessed, nothing does not fit for certain.
    if (!(yield* guessed.reportsIn(whole)).some(mayBeRefused)) return [];
    const certain = yield* partReports(python, { remembered: {}, isCertain: true }).reportsIn(whole);
    return certain.length === 0 ? [] : layerFaults(python.outline.calls, certain);
  });
  return { source, parsed, ready, faults };
}

/** A text that is no Python is followed whole. */
function scriptReports({ text, languageId, remembered }: LayerSource): PartReports {
  const reports = isScript(languageId) ? layerReports(text, languageId, remembered) : [];
  function* reportsIn(range: Range): Generator<number, readonly LayerReport[]> {
    return reports.filter((one) => touches(one, range));
  }
  return { reportsIn };
}
