import { type Equivalent, equivalentLayer } from './equivalent/equivalentLayer';
import { invertedConvolution } from './equivalent/invertedConvolution';
import { layersOfError, type SuspectedLayer } from './errors/layersOfError';
import { type ShapeError, shapeError } from './errors/shapeError';
import { tracebackLines } from './errors/tracebackLines';
import type { LayerReport } from './flow/layerReport';
import { isLayerProblem } from './layerProblem';

/** What can be asked about layers that were read, and about messages on them; plain data. */
export type AboutLayersRequest =
  /** The layers of the other library that give the same numbers. */
  | { readonly kind: 'equivalent'; readonly report: LayerReport }
  /** What a text says of shapes that do not fit. */
  | { readonly kind: 'shape-error'; readonly text: string }
  /** The layers that an error is about; `lines` are those of the reports, from 0, `place` what a traceback calls the file. */
  | {
      readonly kind: 'suspects';
      readonly error: ShapeError;
      readonly text: string;
      readonly reports: readonly LayerReport[];
      readonly lines: readonly number[];
      readonly place: string;
      readonly isNotebook: boolean;
    };

/** The answers by the kind of their request. */
export interface AboutLayersAnswers {
  readonly equivalent: EquivalentAnswer;
  readonly 'shape-error': { readonly error: ShapeError | undefined };
  readonly suspects: { readonly suspects: readonly SuspectedLayer[] };
}

/** Equal layers, and a transposed convolution in code that inverts the sizes of a convolution. */
export interface EquivalentAnswer {
  readonly equal: Equivalent | undefined;
  readonly inverted: string | undefined;
}

/** Answers a request. Never throws. */
export function answerAboutLayers(request: AboutLayersRequest): AboutLayersAnswers[AboutLayersRequest['kind']] {
  switch (request.kind) {
    case 'equivalent':
      return equivalents(request.report);
    case 'shape-error':
      return { error: shapeError(request.text) };
    case 'suspects': {
      const { error, text, reports, lines, place, isNotebook } = request;
      const lineOf = new Map(reports.map((report, index) => [report, lines[index] ?? -1]));
      const traced = tracebackLines(text, place, isNotebook);
      return { suspects: layersOfError(error, reports, traced, (report) => lineOf.get(report) ?? -1) };
    }
  }
}

function equivalents({ layer, path, uses }: LayerReport): EquivalentAnswer {
  const use = uses.find(({ input }) => input !== undefined);
  const given = use?.layer ?? layer;
  if (isLayerProblem(given)) return { equal: undefined, inverted: undefined };
  const equal = equivalentLayer({ layer: given, path, input: use?.input });
  return { equal, inverted: given.kind === 'conv' ? invertedConvolution(given, use?.input) : undefined };
}
