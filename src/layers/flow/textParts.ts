import type { Expression, Statement } from '../syntax/pythonTree';
import type { TextLines } from './textLines';

/** Statements that say nothing of those in other parts, in order. */
export type TextPart = readonly Statement[];

/** Statements that are looked at in one step. */
const statementsPerStep = 20;

const word = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/g;

/** What gives names of the text itself a value from inside of an expression or a function. */
const reachesOut = /:=|\bglobal\b|\bnonlocal\b/;

/** Names of what makes a tensor of a known shape; such a one may be meant for a model that stands elsewhere. */
const tensorMakers = /\b(?:rand|randn|random|zeros|ones|empty|full|Tensor|FloatTensor|normal|uniform)\b/;

/**
 * The parts of a Python text that can be followed without each other, in steps: two statements are in one part where one
 * has, anywhere in it, a name to which the other gives a value, or where they share a line. A text that makes a tensor
 * which may be meant for its only model is one part. Takes time in proportion to the text.
 */
export function* textParts(
  statements: readonly Statement[],
  text: string,
  lines: TextLines,
): Generator<number, readonly TextPart[]> {
  const joined = joinedStatements(statements.length);
  const binders = new Map<string, number>();
  for (const [at, statement] of statements.entries()) {
    for (const name of boundNames(statement, text)) {
      joined.join(at, binders.get(name) ?? at);
      binders.set(name, at);
    }
    if (at % statementsPerStep === 0) yield 0;
  }
  for (const [at, { from, to }] of statements.entries()) {
    for (const [name] of text.slice(from, to).matchAll(word)) {
      const binder = binders.get(name);
      if (binder !== undefined) joined.join(at, binder);
    }
    const before = statements[at - 1];
    if (before && lines.lineAt(before.to) >= lines.lineAt(from)) joined.join(at, at - 1);
    if (at % statementsPerStep === 0) yield 0;
  }
  const parts = new Map<number, Statement[]>();
  for (const [at, statement] of statements.entries()) {
    const first = joined.firstOf(at);
    const part = parts.get(first);
    if (part) part.push(statement);
    else parts.set(first, [statement]);
  }
  const all = [...parts.values()];
  return all.length > 1 && tensorMakers.test(text) && !hasTwo(all, makesModel) ? [statements] : all;
}

function hasTwo<Item>(items: readonly Item[], is: (item: Item) => boolean): boolean {
  const first = items.findIndex(is);
  return first >= 0 && items.findIndex((item, at) => at > first && is(item)) > first;
}

/** Whether a part has a model for certain: a class that can be called is made, if by nobody else, when it is followed. */
function makesModel(part: TextPart): boolean {
  return part.some(
    (one) =>
      one.kind === 'class' &&
      one
        .body()
        .some(
          ({ kind, ...rest }) => kind === 'function' && 'name' in rest && /^(?:forward|call|__call__)$/.test(rest.name),
        ),
  );
}

/** Names of the text itself that a statement may give a value. */
function boundNames(statement: Statement, text: string): readonly string[] {
  const names: string[] = [];
  const written = text.slice(statement.from, statement.to);
  if (reachesOut.test(written)) return [...new Set(written.match(word))];
  const left: Statement[] = [statement];
  for (let one = left.pop(); one; one = left.pop()) {
    names.push(...ownNames(one));
    for (const block of blocksOf(one)) left.push(...block());
  }
  return names;
}

function ownNames(statement: Statement): readonly string[] {
  switch (statement.kind) {
    case 'function':
    case 'class':
      return [statement.name];
    case 'with':
      return statement.names;
    case 'update':
      return targetNames([statement.target]);
    case 'assign':
    case 'for':
    case 'delete':
      return targetNames(statement.targets);
    default:
      return [];
  }
}

function targetNames(targets: readonly Expression[]): readonly string[] {
  const names: string[] = [];
  const left = [...targets];
  for (let one = left.pop(); one; one = left.pop()) {
    if (one.kind === 'name') names.push(one.name);
    if (one.kind === 'list') left.push(...one.items.map(({ value }) => value));
  }
  return names;
}

/** Blocks whose names are those of what stands around them. */
function blocksOf(statement: Statement): readonly (() => readonly Statement[])[] {
  switch (statement.kind) {
    case 'if':
      return [...statement.arms.map(({ body }) => body), ...(statement.otherwise ? [statement.otherwise] : [])];
    case 'for':
    case 'while':
      return [statement.body, ...(statement.otherwise ? [statement.otherwise] : [])];
    case 'with':
      return [statement.body];
    case 'try':
      return [statement.body, ...statement.ways, ...(statement.last ? [statement.last] : [])];
    case 'opaque':
      return statement.bodies;
    default:
      return [];
  }
}

/** Sets of statements that belong together; each is named by one of them. */
function joinedStatements(count: number) {
  const above = Array.from({ length: count }, (_, at) => at);
  const firstOf = (at: number): number => {
    let one = at;
    while (above[one] !== one) {
      above[one] = above[above[one]!]!;
      one = above[one]!;
    }
    return one;
  };
  const join = (one: number, other: number) => {
    const [first, second] = [firstOf(one), firstOf(other)];
    above[Math.max(first, second)] = Math.min(first, second);
  };
  return { join, firstOf };
}
