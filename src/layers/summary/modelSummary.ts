import type { AxisReceptiveField } from '../../engine/solve/receptiveField';
import type { ModelReport, ModelRow } from '../flow/modelReport';
import type { Size } from '../layer';

/** One layer of a model in a table. */
export interface SummaryRow {
  /** Counted from 0, in the order of the model. */
  readonly place: number;
  /** As written: `nn.Conv2d`. */
  readonly path: string;
  /** Where the layer is described: offset in the text. */
  readonly start: number;
  /** Without the batch. */
  readonly input: readonly Size[] | undefined;
  readonly output: readonly Size[] | undefined;
  /** 0 for a layer that an earlier row has counted; `isShared` says so. */
  readonly parameters: Size;
  readonly isShared: boolean;
  readonly multiplyAdds: Size;
  readonly field: readonly AxisReceptiveField[] | undefined;
  /** Whether the layer refuses what comes in. */
  readonly isRefused: boolean;
}

/** A model in a table, with what it comes to. */
export interface ModelSummary {
  readonly rows: readonly SummaryRow[];
  readonly parameters: Size;
  /** For one item; undefined where one layer's are not known. */
  readonly multiplyAdds: Size;
}

/** The table of a model: every use of a layer is a row. */
export function modelSummary({ rows, parameters }: ModelReport): ModelSummary {
  const seen = new Set<number>();
  const told = rows.map((row, place) => {
    const isShared = seen.has(row.layer);
    seen.add(row.layer);
    return summaryRow(row, place, isShared);
  });
  const work = told.map(({ multiplyAdds }) => multiplyAdds);
  const isKnown = work.every((one) => one !== undefined);
  const multiplyAdds = isKnown ? work.reduce<number>((all, one) => all + (one ?? 0), 0) : undefined;
  return { rows: told, parameters, multiplyAdds };
}

function summaryRow({ path, start, use, library }: ModelRow, place: number, isShared: boolean): SummaryRow {
  const { input, result, cost, field } = use;
  const known = result && !('problem' in result) ? result : undefined;
  // Functions are handed their weights.
  const isHanded = library === 'torch.functional' || library === 'tf.nn';
  return {
    place,
    path,
    start,
    input: input?.slice(1),
    output: known?.outputShape?.slice(1),
    parameters: isShared || isHanded ? 0 : known?.parameters,
    isShared,
    multiplyAdds: cost?.multiplyAdds,
    field,
    isRefused: result !== undefined && 'problem' in result,
  };
}
