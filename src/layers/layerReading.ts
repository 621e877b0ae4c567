import type { LayerFault } from './check/layerFault';
import { layerFaults, mayBeRefused } from './check/layerFaults';
import type { LayerReport } from './flow/layerReport';
import { layerReports } from './flow/layerReports';
import type { Size } from './layer';
import { isScript, pythonLayerCalls } from './readLayer';
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
  readonly reports: Stepped<readonly LayerReport[]>;
  readonly faults: Stepped<readonly LayerFault[]>;
}

/** Begins to read a text; from the reading of an earlier version it takes over what has not changed. */
export function layerReading(source: LayerSource, earlier: LayerReading | undefined): LayerReading {
  const { text, languageId, remembered } = source;
  const before = earlier?.source.languageId === languageId ? earlier.parsed.done()?.value : undefined;
  const parsed = stepped(function* (): Generator<number, ParsedPython | undefined> {
    return isScript(languageId) || isNoProgram(text) ? undefined : yield* parsePython(text, before);
  });
  const reports = stepped(function* (): Generator<number, readonly LayerReport[]> {
    const python = yield* untilDone(parsed);
    return layerReports(text, languageId, remembered, python?.tree);
  });
  const faults = stepped(function* (): Generator<number, readonly LayerFault[]> {
    const python = yield* untilDone(parsed);
    if (!python) return [];
    // Where nothing does not fit as far as it is known or guessed, nothing does not fit for certain.
    if (!(yield* untilDone(reports)).some(mayBeRefused)) return [];
    const certain = layerReports(text, languageId, {}, python.tree, true);
    yield 0;
    return certain.length === 0 ? [] : layerFaults(pythonLayerCalls(text, python.tree), certain);
  });
  return { source, parsed, reports, faults };
}
