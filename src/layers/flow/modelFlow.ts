import { isLayerProblem } from '../layerProblem';
import type { LayerCall } from '../readLayer';
import type { LayerUse } from './layerReport';
import type { Model, Step } from './model';
import { untouched } from './receptive';
import { type FlowingTensor, operated, unknownTensor } from './tensor';
import { type ToldShape, type ToldShapes, withBatch } from './toldShapes';
import { axesOf, useLayer } from './useLayer';

/** Models in models deeper than this, and steps beyond this many, are not followed. */
const mostDepth = 12;
const mostSteps = 20_000;
/** Uses of one layer that are told. */
const mostUses = 6;

/** A place where the text applies a layer that it describes elsewhere. */
export interface PlacedUse {
  readonly start: number;
  readonly end: number;
  /** End of the call that describes the layer. */
  readonly layer: number;
  readonly use: LayerUse;
}

/** What came out of following the models of a text. */
export interface ModelFlow {
  /** By the end of the layer's call. */
  readonly uses: ReadonlyMap<number, readonly LayerUse[]>;
  readonly placed: readonly PlacedUse[];
  /** The key under which an answer for a layer's input is remembered, by the end of its call. */
  readonly keys: ReadonlyMap<number, string>;
}

/** Follows the shapes through every model of a text, and into the layers that stand alone. */
export function modelFlow(
  models: readonly Model[],
  layers: ReadonlyMap<number, LayerCall>,
  told: ToldShapes,
): ModelFlow {
  const flow = new Flow(models, layers, told);
  const inOthers = new Set(
    models.flatMap(({ steps }) =>
      steps.flatMap(({ operation }) => (operation.kind === 'model' ? [operation.key] : [])),
    ),
  );
  for (const model of models) if (!inOthers.has(model.key) && !isPart(model)) flow.root(model);
  for (const model of models) if (!flow.isSeen(model)) flow.root(model);
  for (const end of [...layers.keys()].sort((one, other) => one - other)) flow.alone(end);
  return flow;
}

/** Lists in attributes belong to their class's model, where that uses them. */
function isPart({ key }: Model): boolean {
  return key.includes('.');
}

class Flow implements ModelFlow {
  readonly uses = new Map<number, LayerUse[]>();
  readonly placed: PlacedUse[] = [];
  readonly keys = new Map<number, string>();
  private readonly byKey: ReadonlyMap<string, Model>;
  private readonly taken = new Set<number>();
  private readonly firstAxes = new Map<string, number | undefined>();
  private steps = 0;
  /** Of the model that is followed from its input on. */
  private rootKey = '';
  private isRootTold = false;

  constructor(
    models: readonly Model[],
    private readonly layers: ReadonlyMap<number, LayerCall>,
    private readonly told: ToldShapes,
  ) {
    this.byKey = new Map(models.map((model) => [model.key, model]));
  }

  isSeen({ steps }: Model): boolean {
    return steps.some(({ operation }) => operation.kind === 'layer' && this.uses.has(operation.end));
  }

  root(model: Model): void {
    const input = this.inputOf(model, unknownTensor);
    this.rootKey = model.key;
    this.isRootTold = input.origin !== undefined && input.origin.kind !== 'remembered';
    this.model(model, { ...input, field: untouched }, 0);
  }

  /** A layer that no model uses. */
  alone(end: number): void {
    if (this.uses.has(end)) return;
    this.isRootTold = true;
    this.layer({ operation: { kind: 'layer', end }, from: [] }, end, unknownTensor);
  }

  /** A comment beside a model tells its input whatever it is used for; everything else where nothing has come in. */
  private inputOf(model: Model, given: FlowingTensor): FlowingTensor {
    const axes = this.axesOf(model);
    const fed = this.told.fed.get(model.key);
    const answer = this.told.remembered.get(model.key);
    const own = model.given && {
      shape: model.given,
      origin: { kind: 'argument', line: this.line(model.starts[0]!) } as const,
    };
    const remembered = answer && { shape: answer, origin: { kind: 'remembered', line: undefined } as const };
    const others = given.shape ? [] : [fed, own, remembered];
    for (const one of [this.commentOf(model), ...others]) {
      const shape = one && withBatch(one, axes);
      if (shape) return { ...given, shape, isAssumed: false, origin: one!.origin };
    }
    return given;
  }

  private commentOf({ starts }: Model): ToldShape | undefined {
    for (const line of starts.map((start) => this.line(start))) {
      const told = this.comment(line);
      if (told) return told;
    }
    return undefined;
  }

  /** A comment is meant for the first that asks. */
  private comment(line: number): ToldShape | undefined {
    const shape = this.taken.has(line) ? undefined : this.told.comments.get(line);
    if (shape) this.taken.add(line);
    return shape && { shape, origin: { kind: 'comment', line } };
  }

  private line(offset: number): number {
    return this.told.lines.lineAt(offset);
  }

  /** The spatial axes of the first layer that has some; found once for each model, also where models hold each other. */
  private axesOf(model: Model, depth = 0): number | undefined {
    if (depth > mostDepth) return undefined;
    if (this.firstAxes.has(model.key)) return this.firstAxes.get(model.key);
    this.firstAxes.set(model.key, undefined);
    const axes = this.foundAxes(model, depth);
    this.firstAxes.set(model.key, axes);
    return axes;
  }

  private foundAxes({ steps }: Model, depth: number): number | undefined {
    for (const { operation } of steps) {
      const inner = operation.kind === 'model' ? this.byKey.get(operation.key) : undefined;
      const layer = operation.kind === 'layer' ? this.layers.get(operation.end)?.layer : undefined;
      const axes = inner ? this.axesOf(inner, depth + 1) : layer && !isLayerProblem(layer) ? axesOf(layer) : undefined;
      if (axes !== undefined || operation.kind === 'flatten' || operation.kind === 'reshape') return axes;
    }
    return undefined;
  }

  private model(model: Model, input: FlowingTensor, depth: number): FlowingTensor {
    const results: FlowingTensor[] = [];
    const at = (index: number) => (index < 0 ? input : (results[index] ?? unknownTensor));
    for (const step of model.steps) {
      const from = step.from.map(at);
      results.push(++this.steps > mostSteps ? unknownTensor : this.step(step, from, depth));
    }
    return model.output === undefined ? unknownTensor : at(model.output);
  }

  private step(step: Step, from: readonly FlowingTensor[], depth: number): FlowingTensor {
    const { operation } = step;
    const [first = unknownTensor] = from;
    if (operation.kind === 'layer') return this.layer(step, operation.end, first);
    if (operation.kind !== 'model') return operated(operation, from);
    const inner = depth < mostDepth ? this.byKey.get(operation.key) : undefined;
    return inner ? this.model(inner, this.inputOf(inner, first), depth + 1) : unknownTensor;
  }

  private layer({ place }: Step, end: number, given: FlowingTensor): FlowingTensor {
    const found = this.layers.get(end);
    if (!found) return unknownTensor;
    const { use, output } = useLayer(found.layer, this.layerInput(found, end, given));
    const uses = this.uses.get(end) ?? [];
    if (uses.length < mostUses) uses.push(use);
    this.uses.set(end, uses);
    if (place) this.placed.push({ ...place, layer: end, use });
    if (!this.keys.has(end)) this.keys.set(end, this.isRootTold ? this.told.written(found.call) : this.rootKey);
    return output;
  }

  private layerInput({ call, layer }: LayerCall, end: number, given: FlowingTensor): FlowingTensor {
    if (isLayerProblem(layer)) return given;
    const isOpen = !given.shape || given.origin?.kind === 'remembered';
    const answer = given.shape ? undefined : this.told.remembered.get(this.told.written(call));
    const remembered = answer && { shape: answer, origin: { kind: 'remembered', line: undefined } as const };
    const others = isOpen ? [this.told.said.get(end), remembered] : [];
    for (const one of [this.comment(this.line(call.start)), ...others]) {
      const shape = one && withBatch(one, axesOf(layer));
      if (shape) return { ...given, shape, isAssumed: false, origin: one!.origin };
    }
    return given;
  }
}
