import type { LayerFault } from './check/layerFault';
import type { LayerReport } from './flow/layerReport';
import type { ModelReport } from './flow/modelReport';
import { modelReports } from './flow/modelReports';
import { type LayerReading, type LayerSource, layerReading } from './layerReading';
import { untilDone } from './stepped';

/** Asks for calls of layers in a text, as plain data, so that another thread can answer. */
export interface LayersRequest extends LayerSource {
  readonly kind: 'layers';
  /** Names the text through all its versions: what has not changed since the last one is not read again. */
  readonly document: string;
  /** Only reports that touch this range are wanted; UTF-16 code units of the text. Undefined for none. */
  readonly range: { readonly start: number; readonly end: number } | undefined;
  readonly wantsFaults: boolean;
  readonly wantsModels: boolean;
}

/** The answer; empty lists for what was not asked for. */
export interface LayersAnswer {
  readonly reports: readonly LayerReport[];
  readonly faults: readonly LayerFault[];
  readonly models: readonly ModelReport[];
}

/** Answers a request in steps of a few milliseconds. Never throws; takes time in proportion to the text. */
export type LayersAnswering = (request: LayersRequest) => Generator<number, LayersAnswer>;

/** Texts whose newest reading is kept. */
const mostKept = 6;

/** Keeps the readings of the last texts that were asked about. */
export function answerLayers(): LayersAnswering {
  const kept = new Map<string, LayerReading>();
  const readingOf = ({ document, text, languageId, remembered }: LayersRequest) => {
    const last = kept.get(document);
    const source = { text, languageId, remembered };
    const reading = last && isSame(last.source, source) ? last : layerReading(source, last);
    // The one that was asked about last stands last.
    kept.delete(document);
    kept.set(document, reading);
    for (const [oldest] of kept) if (kept.size > mostKept) kept.delete(oldest);
    return reading;
  };
  return (request) => answerSteps(readingOf(request), request);
}

function* answerSteps(
  reading: LayerReading,
  { range, wantsFaults, wantsModels, text, languageId, remembered }: LayersRequest,
): Generator<number, LayersAnswer> {
  const { reportsIn } = yield* untilDone(reading.ready);
  const reports = range ? yield* reportsIn(range) : [];
  const faults = wantsFaults ? yield* untilDone(reading.faults) : [];
  const models = wantsModels ? modelReports(text, languageId, remembered) : [];
  return { reports, faults, models };
}

function isSame(one: LayerSource, other: LayerSource): boolean {
  return (
    one.text === other.text &&
    one.languageId === other.languageId &&
    JSON.stringify(one.remembered) === JSON.stringify(other.remembered)
  );
}
