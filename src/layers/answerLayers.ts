import type { LayerReport } from './flow/layerReport';
import { layerReports } from './flow/layerReports';
import type { Size } from './layer';

/** Asks for all calls of layers in a text, as plain data, so that another thread can answer. */
export interface LayersRequest {
  readonly kind: 'layers';
  readonly text: string;
  readonly languageId: string;
  /** Input shapes that the person has given, by the keys of reports. */
  readonly remembered: Readonly<Record<string, readonly Size[]>>;
}

/** The answer. */
export interface LayersAnswer {
  readonly reports: readonly LayerReport[];
}

/** Answers a request. Never throws; takes time in proportion to the text. */
export function answerLayers({ text, languageId, remembered }: LayersRequest): LayersAnswer {
  return { reports: layerReports(text, languageId, remembered) };
}
