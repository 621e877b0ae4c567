import type { SyntaxNode } from '@lezer/common';
import type { Size } from '../layer';
import { pythonArguments } from '../syntax/pythonArguments';
import { partsOf } from '../syntax/pythonValue';
import type { Operation } from './model';
import { fullName, type ModelSource, sizesOf } from './modelSource';

/** Lists in lists deeper than this are not followed. */
const mostDepth = 20;

/** The operations of a list of layers, one after the other. */
interface Listed {
  readonly operations: readonly Operation[];
  /** What the list says of its input, without the batch. */
  readonly given: readonly Size[] | undefined;
}

const unknown: Operation = { kind: 'unknown' };

/** Whether a call makes a list of layers: PyTorch's, Keras's, Flax's or MXNet's `Sequential`. */
export function isSequential(call: SyntaxNode, source: ModelSource): boolean {
  const name = fullName(call.firstChild, source);
  if (source.classes.has(name)) return false;
  return /^(?:(?:torch\.|flax\.)?(?:nn|linen)\.|(?:tensorflow\.|tf\.)?(?:keras\.)?(?:models\.)?|mxnet\.gluon\.nn\.)?(?:Hybrid)?Sequential$/.test(
    name,
  );
}

/** The layers that a call of `Sequential`, or of its `add`, is given. */
export function listedSteps(call: SyntaxNode, source: ModelSource): Listed {
  const operations: Operation[] = [];
  let given: readonly Size[] | undefined;
  const take = (node: SyntaxNode | undefined, depth: number): void => {
    if (!node || depth > mostDepth) operations.push(unknown);
    else if (node.name === 'ArrayExpression') takeAll(itemsOf(node), depth);
    else if (node.name === 'TupleExpression') {
      // A name and its layer, as in an OrderedDict.
      const items = partsOf(node);
      take(items.length === 2 && items[0]?.name === 'String' ? items[1] : undefined, depth + 1);
    } else if (node.name !== 'CallExpression') operations.push(unknown);
    else if (source.isLayer(node.to)) operations.push({ kind: 'layer', end: node.to });
    else if (isInput(node, source) && operations.length === 0) given = inputOf(node, source);
    else if (isSequential(node, source) || fullName(node.firstChild, source).endsWith('OrderedDict'))
      takeAll(givenTo(node), depth);
    else operations.push(madeBy(node, source));
  };
  const takeAll = (nodes: readonly (SyntaxNode | undefined)[], depth: number): void => {
    for (const node of nodes) take(node, depth + 1);
  };
  // Keywords of `Sequential` are names of the list; those of an OrderedDict are layers.
  const givenTo = (node: SyntaxNode) => {
    const { places, keywords } = pythonArguments(node, source.text);
    const isDict = fullName(node.firstChild, source).endsWith('OrderedDict');
    const listed = keywords.get('layers');
    return [...places, ...(isDict ? keywords.values() : listed ? [listed] : [])];
  };
  takeAll(givenTo(call), 0);
  return { operations, given };
}

/** What is spread into a list stands for nobody knows how many. */
function itemsOf(node: SyntaxNode): readonly (SyntaxNode | undefined)[] {
  const items: (SyntaxNode | undefined)[] = [];
  const parts = partsOf(node);
  for (let i = 0; i < parts.length; i++) {
    const isSpread = parts[i]!.name === '*';
    items.push(isSpread ? undefined : parts[i]);
    if (isSpread) i++;
  }
  return items;
}

/** A call of a class of this text makes a model. */
function madeBy(node: SyntaxNode, source: ModelSource): Operation {
  const callee = node.firstChild;
  const name = callee?.name === 'VariableName' ? source.slice(callee) : '';
  return source.classes.has(name) ? { kind: 'model', key: name } : unknown;
}

function isInput(node: SyntaxNode, source: ModelSource): boolean {
  return /(?:^|\.)(?:Input|InputLayer)$/.test(fullName(node.firstChild, source));
}

/** `Input(shape=(28, 28, 1))`, `InputLayer((28, 28, 1))`. */
export function inputOf(node: SyntaxNode, source: ModelSource): readonly Size[] | undefined {
  const { places, keywords } = pythonArguments(node, source.text);
  const shape = keywords.get('shape') ?? keywords.get('input_shape') ?? places[0];
  return shape && sizesOf(source.valueOf(shape));
}
