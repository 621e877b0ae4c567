import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/python';
import { atOnce } from '../stepped';
import type { ArgumentValue } from './argumentValue';
import { passNodes } from './passNodes';
import { type LookUp, partsOf, pythonValue } from './pythonValue';
import type { SourceCall, SourceCalls } from './sourceCall';

/** Longer chains of names are no layer's. */
const longestPath = 200;
/** Calls that are read in one step. */
const callsPerStep = 50;

/** The calls of a Python text, and what else can be asked about it. */
export interface PythonCalls extends SourceCalls {
  readonly text: string;
  readonly tree: Tree;
  /** The constants of the text. */
  readonly lookUp: LookUp;
}

/** Whether a call is wanted, by its dotted name and the imports of the text. */
type IsWanted = (path: string, imports: ReadonlyMap<string, string>) => boolean;

/** The calls and imports of a Python text, as `pythonCallSteps` reads them. */
export function pythonCalls(text: string, tree: Tree = parser.parse(text), isWanted?: IsWanted): PythonCalls {
  return atOnce(pythonCallSteps(text, tree, isWanted));
}

/**
 * Reads the calls and imports of a Python text, also of one that is still being typed, in steps; nothing is run.
 * `isWanted` tells whose arguments are read. Never throws.
 */
export function* pythonCallSteps(text: string, tree: Tree, isWanted?: IsWanted): Generator<number, PythonCalls> {
  const lookUp = yield* constantsOf(tree, text);
  const found: SyntaxNode[] = [];
  const imports = new Map<string, string>();
  // A node is made of a place in the tree only where it is asked for.
  yield* passNodes(tree, (at) => {
    if (at.name === 'CallExpression') found.push(at.node);
    if (at.name === 'ClassDefinition' || at.name === 'FunctionDefinition') {
      const name = ownName(at.node, text);
      if (name !== undefined) imports.set(name, name);
    }
    if (at.name === 'ImportStatement')
      for (const [alias, full] of importsOf(text.slice(at.from, at.to))) imports.set(alias, full);
  });
  const calls: SourceCall[] = [];
  for (const [index, node] of found.entries()) {
    if (!isWanted || isWanted(pathOf(node, text), imports)) calls.push(...callOf(node, text, lookUp));
    if (index % callsPerStep === 0) yield 0;
  }
  return { calls, imports, text, tree, lookUp };
}

/** The dotted name that a call calls, without blanks; empty where there is none. */
function pathOf({ firstChild: callee }: SyntaxNode, text: string): string {
  if (callee?.name !== 'VariableName' && callee?.name !== 'MemberExpression') return '';
  return callee.to - callee.from > longestPath ? '' : text.slice(callee.from, callee.to).replace(/\s/g, '');
}

/** What the text defines itself, outside of everything else, is no library's. */
function ownName(node: SyntaxNode, text: string): string | undefined {
  const around = node.parent?.name === 'DecoratedStatement' ? node.parent.parent : node.parent;
  const named = around?.name === 'Script' ? node.getChild('VariableName') : undefined;
  return named ? text.slice(named.from, named.to) : undefined;
}

function callOf(node: SyntaxNode, text: string, lookUp: LookUp): readonly SourceCall[] {
  const list = node.lastChild;
  const path = pathOf(node, text);
  if (path === '' || list?.name !== 'ArgList') return [];
  const args: ArgumentValue[] = [];
  const keywords = new Map<string, ArgumentValue>();
  const spreads: string[] = [];
  const parts = partsOf(list);
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    const written = text.slice(part.from, part.to);
    if (written === '*' || written === '**') {
      const spread = parts[++i];
      if (spread) spreads.push(text.slice(spread.from, spread.to));
    } else if (parts[i + 1]?.name === 'AssignOp') {
      const value = parts[i + 2];
      if (value) keywords.set(written, pythonValue(value, text, lookUp));
      i += 2;
    } else args.push(pythonValue(part, text, lookUp));
  }
  const isComplete = list.lastChild?.name === ')' && !hasError(list);
  return [{ path, args, keywords, spreads, start: node.from, end: list.to, isComplete }];
}

function hasError(list: SyntaxNode): boolean {
  for (let child = list.firstChild; child; child = child.nextSibling) if (child.type.isError) return true;
  return false;
}

/** Nodes that give names a value. */
const binding = new Set([
  'ParamList',
  'ArrayComprehensionExpression',
  'AssignStatement',
  'UpdateStatement',
  'ForStatement',
]);

/** Names to which the text gives one constant, once, outside of every block. */
function* constantsOf(tree: Tree, text: string): Generator<number, LookUp> {
  const values = new Map<string, ArgumentValue>();
  const lookUp: LookUp = (name) => values.get(name);
  const again = new Set<string>();
  yield* passNodes(tree, (at) => {
    const { name } = at;
    if (!binding.has(name)) return;
    const { node } = at;
    if (name === 'ParamList' || name === 'ArrayComprehensionExpression') {
      // What a function is given, or a comprehension runs through, hides a constant of that name.
      for (const hidden of node.getChildren('VariableName')) {
        const written = text.slice(hidden.from, hidden.to);
        values.delete(written);
        again.add(written);
      }
    }
    if (name !== 'AssignStatement' && name !== 'UpdateStatement' && name !== 'ForStatement') return;
    const target = node.firstChild;
    if (name === 'AssignStatement' && node.parent?.name === 'Script' && isConstant(node) && target) {
      const named = text.slice(target.from, target.to);
      if (!values.has(named) && !again.has(named)) {
        values.set(named, pythonValue(node.lastChild!, text, lookUp));
        return;
      }
    }
    for (const written of targetsOf(node, text)) {
      values.delete(written);
      again.add(written);
    }
  });
  return lookUp;
}

function isConstant(node: SyntaxNode): boolean {
  return (
    node.firstChild?.name === 'VariableName' &&
    node.firstChild.nextSibling?.name === 'AssignOp' &&
    node.firstChild.nextSibling.nextSibling?.nextSibling === null
  );
}

/** The names before the last sign of an assignment, or those that a loop runs through. */
function targetsOf(node: SyntaxNode, text: string): readonly string[] {
  const names: string[] = [];
  for (let child = node.firstChild; child && child.name !== 'in' && child.to < node.to; child = child.nextSibling)
    if (child.name === 'VariableName') names.push(text.slice(child.from, child.to));
  return names;
}

/** `import a.b as c`, `from a import b as c, d`. */
function importsOf(statement: string): readonly (readonly [string, string])[] {
  const words = statement.replace(/#[^\n]*|[()\\\n]/g, ' ').trim();
  const from = /^from\s+([\w.]+)\s+import\s+/.exec(words);
  const list = (from ? words.slice(from[0].length) : words.replace(/^import\s+/, '')).split(',');
  return list.flatMap((item): readonly (readonly [string, string])[] => {
    const [name, as, alias] = item.trim().split(/\s+/);
    if (!name) return [];
    const full = from ? `${from[1]}.${name}` : name;
    if (as === 'as' && alias) return [[alias, full]];
    // `import torch.nn` gives the name torch alone.
    return from ? [[name, full]] : [[name.split('.')[0]!, name.split('.')[0]!]];
  });
}
