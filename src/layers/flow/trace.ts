import type { Layer, LibraryName, Size } from '../layer';
import { isLayerProblem, type LayerProblem } from '../layerProblem';
import type { LayerUse } from './layerReport';
import { untouched } from './receptive';
import { type FlowingTensor, unknownTensor } from './tensor';
import { type ToldShape, type ToldShapes, withBatch } from './toldShapes';
import { axesOf, useLayer } from './useLayer';

/** Uses beyond this many are not told. */
const mostRows = 8_000;

/** A layer as a text has made it. */
export interface TracedLayer {
  readonly library: LibraryName;
  readonly layer: Layer | LayerProblem;
  /** The call that makes it: as written, and where. */
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** Where a text applies a layer. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A use of a layer, in the order in which the text uses layers. */
export interface Row {
  readonly layer: TracedLayer;
  readonly use: LayerUse;
  /** Where the text applies what it has described elsewhere. */
  readonly place: Place | undefined;
  /** Counts what was followed from an input on. */
  readonly run: number;
  /** Whether it may never happen. */
  readonly isDoubtful: boolean;
}

/** A model's input: under which name an answer is remembered, and where comments may stand. */
export interface TracedModel {
  readonly key: string;
  /** Offsets in whose lines a comment tells the shape of the input. */
  readonly starts: readonly number[];
}

/** Follows tensors through layers, and keeps what each made of its input. */
export class Trace {
  readonly rows: Row[] = [];
  /** The key under which an answer for a layer's input is remembered, by the end of its call. */
  readonly keys = new Map<number, string>();
  /** Above 0, what is followed may never happen, and nothing that does not fit is told. */
  doubts = 0;
  /** The outermost model that is followed, and whether its text tells its input. */
  root: { readonly key: string; readonly isTold: boolean } | undefined;
  run = 0;
  /** Who asked for the comment of a line first: it is meant for them. */
  private readonly askers = new Map<number, string>();

  constructor(readonly told: ToldShapes) {}

  /** One use of a layer; gives the number of its row too. */
  layer(
    layer: TracedLayer,
    given: FlowingTensor,
    place: Place | undefined,
  ): { readonly tensor: FlowingTensor; readonly row: number | undefined; readonly use: LayerUse } {
    const { use, output } = useLayer(layer.layer, this.layerInput(layer, given));
    const told: LayerUse = this.doubts > 0 && isProblem(use.result) ? { ...use, result: undefined } : use;
    if (!this.keys.has(layer.end))
      this.keys.set(layer.end, this.root && !this.root.isTold ? this.root.key : this.written(layer));
    if (this.rows.length >= mostRows) return { tensor: output, row: undefined, use: told };
    this.rows.push({ layer, use: told, place, run: this.run, isDoubtful: this.doubts > 0 });
    return { tensor: output, row: this.rows.length - 1, use: told };
  }

  /** A layer that nothing uses. */
  alone(layer: TracedLayer): void {
    this.run++;
    this.root = undefined;
    this.layer(layer, unknownTensor, undefined);
  }

  /**
   * What comes into a model: a comment beside it tells its input whatever it is used for, everything else where nothing
   * has come in.
   */
  modelInput(
    model: TracedModel,
    axes: number | undefined,
    given: FlowingTensor,
    own: ToldShape | undefined,
  ): FlowingTensor {
    const answer = this.told.remembered.get(model.key);
    const remembered = answer && { shape: answer, origin: { kind: 'remembered', line: undefined } as const };
    const others = given.shape ? [] : [own, remembered];
    for (const one of [this.commentOf(model), ...others]) {
      const shape = one && withBatch(one, axes);
      if (shape) return { ...given, shape, isAssumed: false, origin: one!.origin };
    }
    return given;
  }

  /** Begins to follow a model from its input on; ends what `begin` gives back is called. */
  begin(key: string, input: FlowingTensor): () => void {
    if (this.root) return () => undefined;
    this.run++;
    this.root = { key, isTold: input.origin !== undefined && input.origin.kind !== 'remembered' };
    return () => {
      this.root = undefined;
    };
  }

  line(offset: number): number {
    return this.told.lines.lineAt(offset);
  }

  private commentOf({ key, starts }: TracedModel): ToldShape | undefined {
    for (const start of starts) {
      const told = this.comment(this.line(start), `model ${key}`);
      if (told) return told;
    }
    return undefined;
  }

  private comment(line: number, asker: string): ToldShape | undefined {
    const shape = this.told.comments.get(line);
    if (!shape) return undefined;
    const first = this.askers.get(line) ?? asker;
    this.askers.set(line, first);
    return first === asker ? { shape, origin: { kind: 'comment', line } } : undefined;
  }

  private layerInput(layer: TracedLayer, given: FlowingTensor): FlowingTensor {
    if (isLayerProblem(layer.layer)) return given;
    const isOpen = !given.shape || given.origin?.kind === 'remembered';
    const answer = given.shape ? undefined : this.told.remembered.get(this.written(layer));
    const remembered = answer && { shape: answer, origin: { kind: 'remembered', line: undefined } as const };
    const others = isOpen ? [this.told.said.get(layer.end), remembered] : [];
    for (const one of [this.comment(this.line(layer.start), `layer ${layer.end}`), ...others]) {
      const shape = one && withBatch(one, axesOf(layer.layer));
      if (shape) return { ...given, shape, isAssumed: false, origin: one!.origin };
    }
    return given;
  }

  private written({ start, end }: TracedLayer): string {
    return this.told.written({ start, end });
  }
}

/** A tensor of which nothing is known, at the beginning of a model. */
export const freshTensor: FlowingTensor = { ...unknownTensor, field: untouched };

function isProblem(result: LayerUse['result']): result is LayerProblem {
  return result !== undefined && 'problem' in result;
}

/** Whether every size but the batch is known. */
export function isKnownShape(shape: readonly Size[] | undefined): boolean {
  return shape !== undefined && shape.length > 1 && shape.slice(1).every((size) => size !== undefined);
}
