import type { Size } from '../../layer';
import { isLayerProblem } from '../../layerProblem';
import { sum } from '../../shape/layerResult';
import { unknownTensor } from '../tensor';
import type { Row, TracedLayer } from '../trace';
import { useLayer } from '../useLayer';
import { libraryBase } from './member';
import type { ModelValue } from './modelRun';
import type { LayerValue, Value } from './value';

/** Models in models deeper than this are not counted. */
const mostDepth = 30;

/**
 * The parameters of a model: in PyTorch of all that is kept in its attributes, elsewhere of the layers that are used too;
 * undefined where a part is not known.
 */
export function parametersOf(model: ModelValue, rows: readonly Row[]): Size {
  const counted = new Set<unknown>();
  const sizes: Size[] = [];
  const isTorch = rows.some(({ layer }) => layer.library === 'torch');
  collect(model, isTorch, counted, sizes, 0);
  const isKept = isTorch && model.kind === 'object' && !/^(?:keras|tensorflow)/.test(libraryBase(model.of) ?? '');
  if (!isKept && rows.some(({ isDoubtful }) => isDoubtful)) return undefined;
  for (const { layer, use } of rows)
    if (!isKept && !isHanded(layer) && !counted.has(layer)) {
      counted.add(layer);
      sizes.push(use.result && 'outputShape' in use.result ? use.result.parameters : undefined);
    }
  return sum(...sizes);
}

/** Functions are handed their weights, which stand elsewhere. */
function isHanded({ library }: TracedLayer): boolean {
  return library === 'torch.functional' || library === 'tf.nn';
}

function collect(value: Value, isTorch: boolean, counted: Set<unknown>, sizes: Size[], depth: number): void {
  if (counted.has(value) && value.kind !== 'unknown') return;
  counted.add(value);
  const inner = (one: Value) => collect(one, isTorch, counted, sizes, depth + 1);
  if (depth > mostDepth) sizes.push(undefined);
  else if (value.kind === 'unknown') sizes.push(value.hasLayers ? undefined : 0);
  else if (value.kind === 'layer') sizes.push(ownParameters(value));
  else if (value.kind === 'parameter') sizes.push(value.size);
  else if (value.kind === 'foreign') sizes.push(value.hasParameters ? undefined : 0);
  else if (value.kind === 'object') [...value.attributes.state.values()].forEach(inner);
  else if (value.kind === 'list') {
    // PyTorch does not see into plain lists.
    if (isTorch && depth > 0 && value.role !== 'modules' && value.role !== 'chain') return;
    if (value.cells.state.isOpen && value.role !== 'list' && value.role !== 'tuple') sizes.push(undefined);
    if (value.role === 'chain' && value.cells.state.items.some(({ kind }) => kind === 'unknown')) sizes.push(undefined);
    value.cells.state.items.forEach(inner);
  } else if (value.kind === 'dict' && (!isTorch || value.role === 'modules'))
    [...value.cells.state.values()].forEach(inner);
}

/** Of a layer that was not used, what it says itself. */
function ownParameters(value: LayerValue): Size {
  if (value.isAltered) return undefined;
  if (value.parameters !== 'unused') return value.parameters;
  if (isLayerProblem(value.layer)) return undefined;
  const { result } = useLayer(value.layer, unknownTensor).use;
  return result && 'outputShape' in result ? result.parameters : value.layer.kind === 'flatten' ? 0 : undefined;
}
