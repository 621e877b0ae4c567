import type { SyntaxNode } from '@lezer/common';
import { type ArgumentValue, namesOf, noValue, numberValue } from './argumentValue';
import { pythonArithmetic } from './pythonArithmetic';

/** Deeper expressions are not followed. */
const mostDepth = 40;
/** Parts of an expression that are looked at for names. */
const mostNodes = 300;

/** What a name is worth at this place; undefined where the text does not say it. */
export type LookUp = (name: string) => ArgumentValue | undefined;

/** The value of an expression of Python, without anything being run. */
export function pythonValue(node: SyntaxNode, text: string, lookUp: LookUp, depth = 0): ArgumentValue {
  if (depth > mostDepth) return { kind: 'unknown', names: [] };
  const inner = (child: SyntaxNode) => pythonValue(child, text, lookUp, depth + 1);
  const written = text.slice(node.from, node.to);
  switch (node.name) {
    case 'Number':
      return pythonNumber(written);
    case 'String':
      return pythonText(written);
    case 'Boolean':
      return { kind: 'truth', value: written === 'True' };
    case 'None':
      return noValue;
    case 'VariableName':
      return lookUp(written) ?? { kind: 'name', path: written };
    case 'MemberExpression':
      return { kind: 'name', path: written.replace(/\s/g, '') };
    case 'ParenthesizedExpression':
      return node.firstChild?.nextSibling ? inner(node.firstChild.nextSibling) : { kind: 'unknown', names: [] };
    case 'TupleExpression':
    case 'ArrayExpression':
      return { kind: 'list', items: partsOf(node).map(inner) };
    case 'UnaryExpression':
      return negated(written, node.lastChild ? inner(node.lastChild) : noValue);
    case 'BinaryExpression':
      return binary(node, text, inner);
    default:
      return { kind: 'unknown', names: namesInside(node, text) };
  }
}

/** The expressions between the brackets and commas of a node. */
export function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const parts: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (!['(', ')', '[', ']', '{', '}', ',', 'Comment', '⚠'].includes(child.name)) parts.push(child);
  return parts;
}

/** Every name in a node, without the members of what they name; of a large one, those that come first. */
function namesInside(node: SyntaxNode, text: string): readonly string[] {
  const names = new Set<string>();
  let seen = 0;
  node.cursor().iterate(({ name, from, to }) => {
    if (name === 'VariableName' && seen < mostNodes) names.add(text.slice(from, to));
    return ++seen < mostNodes;
  });
  return [...names];
}

/** A number as it is written. */
export function pythonNumber(written: string): ArgumentValue {
  const plain = written.replaceAll('_', '');
  const value = Number(plain);
  // Python knows no leading zeros; complex numbers are no sizes.
  return Number.isNaN(value) || /^0\d*[1-9]/.test(plain) ? { kind: 'unknown', names: [] } : numberValue(value);
}

/** A string as it is written, without escapes. */
export function pythonText(written: string): ArgumentValue {
  const quoted = /^([rRuU]?)('''|"""|'|")([\s\S]*)\2$/.exec(written);
  if (!quoted || (quoted[1] === '' && quoted[3]!.includes('\\'))) return { kind: 'unknown', names: [] };
  return { kind: 'text', text: quoted[3]! };
}

function negated(written: string, value: ArgumentValue): ArgumentValue {
  if (value.kind === 'number' && written.startsWith('-')) return numberValue(-value.value);
  if (value.kind === 'number' && written.startsWith('+')) return value;
  return { kind: 'unknown', names: namesOf(value) };
}

function binary(node: SyntaxNode, text: string, inner: (child: SyntaxNode) => ArgumentValue): ArgumentValue {
  const [left, sign, right] = partsOf(node);
  if (!left || !sign || !right) return { kind: 'unknown', names: [] };
  const [one, other] = [inner(left), inner(right)];
  const value =
    one.kind === 'number' && other.kind === 'number'
      ? pythonArithmetic(one.value, text.slice(sign.from, sign.to), other.value)
      : undefined;
  return value === undefined ? { kind: 'unknown', names: [...namesOf(one), ...namesOf(other)] } : numberValue(value);
}
