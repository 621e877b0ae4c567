import type { Size } from '../../../src/layers/layer';
import { isLayerProblem, type LayerProblem } from '../../../src/layers/layerProblem';
import { readLayers } from '../../../src/layers/readLayer';
import { layerShape } from '../../../src/layers/shape/layerShape';

/** What the graders ask of a call: its output shape, null where it depends on names, and its parameters. */
export interface HoverAnswer {
  readonly outputShape: readonly (number | null)[] | null;
  readonly params: number | null;
}

/** Reads the first layer of a text as the conformance cases want it; throws an error whose `code` names the problem. */
export function hover(
  call: string,
  languageId: string,
  inputShape: readonly number[],
  _inputLayout: string,
  tensors: Readonly<Record<string, readonly number[]>> = {},
): HoverAnswer {
  const [found] = readLayers(call, languageId, (name) => tensors[name] ?? tensors.w);
  if (!found) throw coded('no-call');
  if (isLayerProblem(found.layer)) throw codedProblem(found.layer);
  const result = layerShape(found.layer, inputShape);
  if (isLayerProblem(result)) throw codedProblem(result);
  const { outputShape, parameters } = result;
  // With nothing known but the batch, nothing is.
  const isKnown = outputShape?.slice(inputShape.length > 2 ? 1 : 0).some((size) => size !== undefined) ?? false;
  return { outputShape: isKnown ? outputShape!.map(orNull) : null, params: orNull(parameters) };
}

function orNull(size: Size): number | null {
  return size ?? null;
}

function codedProblem({ problem }: LayerProblem): Error {
  return coded(problem);
}

function coded(code: string): Error {
  return Object.assign(new Error(code), { code });
}
