import type { SyntaxNode } from '@lezer/common';
import type { LayerReport } from '../flow/layerReport';
import type { Layer } from '../layer';
import type { LayerProblem } from '../layerProblem';
import { pythonArguments } from '../syntax/pythonArguments';
import type { PythonCalls } from '../syntax/pythonCalls';

/** The arguments of a call that describes a layer. */
export interface CallArguments {
  readonly text: string;
  /** The argument that a problem is about; undefined where it is no single one, or cannot be told. */
  readonly nameFor: (layer: Layer, problem: LayerProblem) => string | undefined;
  /** Where an argument stands; undefined where it is not given. */
  readonly nodeOf: (name: string) => SyntaxNode | undefined;
}

/** Finds the call of a report again; undefined where the text only applies the layer there. */
export function callArguments(
  { tree, text }: PythonCalls,
  { path, start, end, layer }: LayerReport,
): CallArguments | undefined {
  let node: SyntaxNode | null = tree.resolveInner(end, -1);
  while (node && (node.name !== 'CallExpression' || node.from !== start || node.to !== end))
    node = node.from < start ? null : node.parent;
  const callee = node?.firstChild;
  if (!node || !callee || text.slice(callee.from, callee.to).replace(/\s/g, '') !== path) return undefined;
  const { places, keywords } = pythonArguments(node, text);
  const order = 'problem' in layer ? [] : placesOf(layer, path);
  const nodeOf = (name: string) => {
    const place = places.includes(undefined) ? -1 : order.indexOf(name);
    return keywords.get(name) ?? places[place];
  };
  const nameFor = (refused: Layer, problem: LayerProblem) =>
    namesFor(refused, problem).find((name) => nodeOf(name) !== undefined);
  return { text, nameFor, nodeOf };
}

/** The arguments of PyTorch's layers by place (docs.pytorch.org, 2.13); those of others are found by their names. */
function placesOf(layer: Layer, path: string): readonly string[] {
  if (layer.library === 'torch.functional')
    return layer.kind === 'pool' ? ['input', 'kernel_size', 'stride', 'padding'] : [];
  if (layer.library !== 'torch') return [];
  const isLazy = path.split('.').at(-1)!.startsWith('Lazy');
  switch (layer.kind) {
    case 'conv':
      return [
        ...(isLazy ? [] : ['in_channels']),
        'out_channels',
        'kernel_size',
        'stride',
        'padding',
        'dilation',
        'groups',
      ];
    case 'transposed':
      return [
        ...(isLazy ? [] : ['in_channels']),
        'out_channels',
        'kernel_size',
        'stride',
        'padding',
        'output_padding',
        'groups',
      ];
    case 'pool':
      return ['kernel_size', 'stride', 'padding'];
    case 'dense':
      return isLazy ? [] : ['in_features'];
    case 'same-shape':
      return ['num_features'];
    default:
      return [];
  }
}

function namesFor(layer: Layer, { problem }: LayerProblem): readonly string[] {
  switch (problem) {
    case 'channel-mismatch':
      return layer.kind === 'dense' ? ['in_features', 'in_units'] : ['in_channels', 'num_features'];
    case 'kernel-larger-than-input':
      return ['kernel_size', 'pool_size'];
    case 'same-with-stride':
    case 'pool-pad-too-large':
      return ['padding'];
    case 'groups-do-not-divide':
      return ['groups'];
    case 'output-padding-too-large':
      return ['output_padding'];
    default:
      return [];
  }
}
