import type { SyntaxNode } from '@lezer/common';
import { type ArgumentValue, noValue } from './argumentValue';
import { partsOf, pythonNumber, pythonText } from './pythonValue';

/** Deeper expressions and blocks are not followed. */
const mostDepth = 60;

/** Types are looked at up to here. */
const longestAnnotation = 120;

interface Place {
  /** UTF-16 code units of the text, half-open. */
  readonly from: number;
  readonly to: number;
}

/** What a call is given: one value, or what is spread into its places or keywords. */
export interface Argument {
  readonly kind: 'place' | 'keyword' | 'places' | 'keywords';
  readonly name: string;
  readonly value: Expression;
}

/** An item of a list, perhaps spread into it. */
export interface Item {
  readonly isSpread: boolean;
  readonly value: Expression;
}

/** `for targets in source if …`. */
export interface Clause {
  readonly targets: readonly Expression[];
  readonly source: Expression;
  readonly conditions: readonly Expression[];
}

/** A parameter of a function; `*` and `**` collect what is left. */
export interface Parameter {
  readonly name: string;
  readonly kind: 'plain' | 'places' | 'keywords';
  readonly otherwise: Expression | undefined;
  /** What is written of its type; undefined where nothing is. */
  readonly annotation: string | undefined;
}

/** An expression of Python as far as models need it; everything else is `unknown`. */
export type Expression = Place &
  (
    | { readonly kind: 'constant'; readonly value: ArgumentValue }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'member'; readonly object: Expression; readonly name: string }
    | { readonly kind: 'index'; readonly object: Expression; readonly index: readonly Expression[] }
    | { readonly kind: 'slice'; readonly parts: readonly (Expression | undefined)[] }
    | { readonly kind: 'call'; readonly callee: Expression; readonly args: readonly Argument[]; readonly path: string }
    | { readonly kind: 'binary'; readonly sign: string; readonly left: Expression; readonly right: Expression }
    | { readonly kind: 'unary'; readonly sign: string; readonly operand: Expression }
    | {
        readonly kind: 'conditional';
        readonly test: Expression;
        readonly whenTrue: Expression;
        readonly otherwise: Expression;
      }
    | { readonly kind: 'list'; readonly items: readonly Item[]; readonly isTuple: boolean }
    | { readonly kind: 'dict'; readonly entries: readonly (readonly [key: Expression | undefined, Expression])[] }
    | { readonly kind: 'comprehension'; readonly element: Expression; readonly clauses: readonly Clause[] }
    | { readonly kind: 'named'; readonly name: string; readonly value: Expression }
    | { readonly kind: 'lambda'; readonly parameters: readonly Parameter[]; readonly body: Expression }
    /** An f-string: texts, and what stands between them. */
    | { readonly kind: 'format'; readonly parts: readonly (string | Expression)[] }
    | { readonly kind: 'unknown' }
  );

/** A statement of Python; blocks are read when they are needed. */
export type Statement = Place &
  (
    | { readonly kind: 'assign'; readonly targets: readonly Expression[]; readonly value: Expression }
    /** `name: type` without a value. */
    | { readonly kind: 'field'; readonly name: string }
    | { readonly kind: 'update'; readonly target: Expression; readonly sign: string; readonly value: Expression }
    | { readonly kind: 'expression'; readonly value: Expression }
    | { readonly kind: 'return'; readonly value: Expression | undefined }
    | { readonly kind: 'if'; readonly arms: readonly Arm[]; readonly otherwise: Block | undefined }
    | {
        readonly kind: 'for';
        readonly targets: readonly Expression[];
        readonly source: Expression;
        readonly body: Block;
        readonly otherwise: Block | undefined;
      }
    | { readonly kind: 'while'; readonly test: Expression; readonly body: Block; readonly otherwise: Block | undefined }
    | { readonly kind: 'with'; readonly names: readonly string[]; readonly body: Block }
    /** `ways` are what is done instead, or after it. */
    | { readonly kind: 'try'; readonly body: Block; readonly ways: readonly Block[]; readonly last: Block | undefined }
    | { readonly kind: 'scope'; readonly isGlobal: boolean; readonly names: readonly string[] }
    | { readonly kind: 'delete'; readonly targets: readonly Expression[] }
    /** A statement that is not followed, with the blocks that it may run. */
    | { readonly kind: 'opaque'; readonly bodies: readonly Block[] }
    | { readonly kind: 'yield' }
    | FunctionStatement
    | ClassStatement
    | { readonly kind: 'raise' | 'break' | 'continue' }
    | { readonly kind: 'other' }
  );

export interface FunctionStatement extends Place {
  readonly kind: 'function';
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly decorators: readonly string[];
  readonly body: Block;
}

export interface ClassStatement extends Place {
  readonly kind: 'class';
  readonly name: string;
  readonly bases: readonly Expression[];
  readonly body: Block;
}

interface Arm {
  readonly test: Expression;
  readonly body: Block;
}

/** Statements that are read once they are asked for. */
export type Block = () => readonly Statement[];

/** Statements that are read in one step. */
const statementsPerStep = 20;

/** The statements of a Python text, read from its syntax tree in steps. */
export function* pythonStatements(script: SyntaxNode, text: string): Generator<number, readonly Statement[]> {
  const reader = new TreeReader(text);
  const statements: Statement[] = [];
  let count = 0;
  for (let node = script.firstChild; node; node = node.nextSibling) {
    statements.push(...reader.statementsAt(node, 0));
    if (++count % statementsPerStep === 0) yield 0;
  }
  return statements;
}

class TreeReader {
  constructor(private readonly text: string) {}

  statements(body: SyntaxNode, depth: number): readonly Statement[] {
    const statements: Statement[] = [];
    if (depth > mostDepth) return statements;
    for (let node = body.firstChild; node; node = node.nextSibling) statements.push(...this.statementsAt(node, depth));
    return statements;
  }

  /** Several where they share a line. */
  statementsAt(node: SyntaxNode, depth: number): readonly Statement[] {
    if (node.name === 'StatementGroup') return this.statements(node, depth + 1);
    return /^[A-Z]/.test(node.name) && node.name !== 'Comment' ? [this.statement(node, depth)] : [];
  }

  private block(body: SyntaxNode | null | undefined, depth: number): Block {
    let read: readonly Statement[] | undefined;
    return () => {
      read ??= body ? this.statements(body, depth + 1) : [];
      return read;
    };
  }

  private statement(node: SyntaxNode, depth: number): Statement {
    const { from, to } = node;
    const place = { from, to };
    const parts = partsOf(node);
    switch (node.name) {
      case 'AssignStatement':
        return this.assign(node, parts);
      case 'UpdateStatement': {
        const [target, sign, value] = parts;
        if (!target || !sign || !value) return { ...place, kind: 'other' };
        const written = this.slice(sign).slice(0, -1);
        return { ...place, kind: 'update', target: this.read(target), sign: written, value: this.read(value) };
      }
      case 'ExpressionStatement':
        return { ...place, kind: 'expression', value: this.list(node, parts) };
      case 'ReturnStatement': {
        const values = parts.filter(({ name }) => name !== 'return');
        return { ...place, kind: 'return', value: values.length === 0 ? undefined : this.list(node, values) };
      }
      case 'IfStatement':
        return this.branches(node, depth);
      case 'ForStatement': {
        const at = parts.findIndex(({ name }) => name === 'in');
        const [body, otherwise] = node.getChildren('Body');
        const targets = parts.slice(0, at).filter(({ name }) => name !== 'for' && name !== 'async');
        const sources = parts.slice(at + 1).filter(({ name }) => name !== 'Body' && name !== 'else');
        const source = this.list(node, sources);
        return {
          ...place,
          kind: 'for',
          targets: targets.map((one) => this.read(one)),
          source,
          body: this.block(body, depth),
          otherwise: otherwise && this.block(otherwise, depth),
        };
      }
      case 'WhileStatement': {
        const [body, otherwise] = node.getChildren('Body');
        const test = parts.find(({ name }) => name !== 'while' && name !== 'Body');
        return {
          ...place,
          kind: 'while',
          test: test ? this.read(test) : unknownAt(place),
          body: this.block(body, depth),
          otherwise: otherwise && this.block(otherwise, depth),
        };
      }
      case 'WithStatement': {
        const names = parts.flatMap((one, index) =>
          one.name === 'VariableName' && parts[index - 1]?.name === 'as' ? [this.slice(one)] : [],
        );
        return { ...place, kind: 'with', names, body: this.block(node.getChild('Body'), depth) };
      }
      case 'TryStatement':
        return this.attempt(node, depth);
      case 'ScopeStatement': {
        const names = parts.filter(({ name }) => name === 'VariableName').map((one) => this.slice(one));
        return { ...place, kind: 'scope', isGlobal: node.firstChild?.name === 'global', names };
      }
      case 'DeleteStatement': {
        const targets = parts.filter(({ name }) => name !== 'del').map((one) => this.read(one));
        return { ...place, kind: 'delete', targets };
      }
      case 'MatchStatement': {
        const clauses = node.getChild('MatchBody')?.getChildren('MatchClause') ?? [];
        return { ...place, kind: 'opaque', bodies: clauses.map((one) => this.block(one.getChild('Body'), depth)) };
      }
      case 'YieldStatement':
        return { ...place, kind: 'yield' };
      case 'DecoratedStatement': {
        const inner = node.getChild('FunctionDefinition') ?? node.getChild('ClassDefinition');
        const decorators = node.getChildren('Decorator').map((one) => this.slice(one).replace(/^@\s*/, '').trim());
        return inner ? this.definition(inner, decorators, depth) : { ...place, kind: 'other' };
      }
      case 'FunctionDefinition':
      case 'ClassDefinition':
        return this.definition(node, [], depth);
      case 'RaiseStatement':
        return { ...place, kind: 'raise' };
      case 'BreakStatement':
        return { ...place, kind: 'break' };
      case 'ContinueStatement':
        return { ...place, kind: 'continue' };
      default:
        return { ...place, kind: 'other' };
    }
  }

  private attempt(node: SyntaxNode, depth: number): Statement {
    const { from, to } = node;
    const ways: Block[] = [];
    let body: Block | undefined;
    let last: Block | undefined;
    let word = '';
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name !== 'Body') {
        if (['try', 'except', 'else', 'finally'].includes(child.name)) word = child.name;
        continue;
      }
      const block = this.block(child, depth);
      if (word === 'try') body ??= block;
      else if (word === 'finally') last = block;
      else ways.push(block);
    }
    return { from, to, kind: 'try', body: body ?? (() => []), ways, last };
  }

  private definition(node: SyntaxNode, decorators: readonly string[], depth: number): Statement {
    const { from, to } = node;
    const named = node.getChild('VariableName');
    if (!named) return { from, to, kind: 'other' };
    const name = this.slice(named);
    const body = this.block(node.getChild('Body'), depth);
    if (node.name === 'FunctionDefinition')
      return { from, to, kind: 'function', name, decorators, body, parameters: this.parameters(node) };
    const list = node.getChild('ArgList');
    const bases = list ? this.args(list, 0).flatMap((one) => (one.kind === 'place' ? [one.value] : [])) : [];
    return { from, to, kind: 'class', name, bases, body };
  }

  private parameters(node: SyntaxNode): readonly Parameter[] {
    const list = node.getChild('ParamList');
    const parts = list ? partsOf(list) : [];
    const parameters: Parameter[] = [];
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i]!;
      if (part.name !== 'VariableName') continue;
      const before = i > 0 ? this.slice(parts[i - 1]!) : '';
      const kind = before === '*' ? 'places' : before === '**' ? 'keywords' : 'plain';
      let next = i + 1;
      const type = parts[next]?.name === 'TypeDef' ? parts[next++] : undefined;
      const value = parts[next]?.name === 'AssignOp' ? parts[next + 1] : undefined;
      const annotation = type && this.slice({ from: type.from, to: Math.min(type.to, type.from + longestAnnotation) });
      parameters.push({ name: this.slice(part), kind, otherwise: value && this.read(value), annotation });
      if (value) i = next + 1;
    }
    return parameters;
  }

  private assign(node: SyntaxNode, parts: readonly SyntaxNode[]): Statement {
    const { from, to } = node;
    const groups: SyntaxNode[][] = [[]];
    for (const part of parts)
      if (part.name === 'AssignOp') groups.push([]);
      else if (part.name !== 'TypeDef') groups.at(-1)!.push(part);
    if (groups.length < 2) {
      const [named] = groups[0]!;
      return named?.name === 'VariableName'
        ? { from, to, kind: 'field', name: this.slice(named) }
        : { from, to, kind: 'other' };
    }
    const values = groups.map((group) => this.list(node, group));
    return { from, to, kind: 'assign', targets: values.slice(0, -1), value: values.at(-1)! };
  }

  private branches(node: SyntaxNode, depth: number): Statement {
    const { from, to } = node;
    const arms: Arm[] = [];
    let test: Expression | undefined;
    let otherwise: Block | undefined;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === 'Body') {
        const body = this.block(child, depth);
        if (test) arms.push({ test, body });
        else otherwise = body;
        test = undefined;
      } else if (!['if', 'elif', 'else', 'Comment', '⚠'].includes(child.name)) test = this.read(child);
    }
    return { from, to, kind: 'if', arms, otherwise };
  }

  /** One expression, or several with commas between them as a tuple. */
  private list(node: SyntaxNode, parts: readonly SyntaxNode[]): Expression {
    const values = parts.filter(({ name }) => name !== 'TypeDef');
    const { from, to } = node;
    if (values.length === 1) return this.read(values[0]!);
    return values.length === 0
      ? { from, to, kind: 'unknown' }
      : { from, to, kind: 'list', items: this.items(values, 0), isTuple: true };
  }

  private items(parts: readonly SyntaxNode[], depth: number): readonly Item[] {
    const items: Item[] = [];
    for (let i = 0; i < parts.length; i++) {
      const isSpread = this.isStar(parts[i]!);
      if (isSpread) i++;
      if (parts[i]) items.push({ isSpread, value: this.read(parts[i]!, depth) });
    }
    return items;
  }

  private isStar(node: SyntaxNode): boolean {
    return node.to - node.from === 1 && this.text[node.from] === '*';
  }

  private read(node: SyntaxNode, depth = 0): Expression {
    const { from, to } = node;
    const place = { from, to };
    if (depth > mostDepth) return unknownAt(place);
    const inner = (one: SyntaxNode | null | undefined) => (one ? this.read(one, depth + 1) : unknownAt(place));
    switch (node.name) {
      case 'Number':
        return { ...place, kind: 'constant', value: pythonNumber(this.slice(node)) };
      case 'String':
        return { ...place, kind: 'constant', value: pythonText(this.slice(node)) };
      case 'Boolean':
        return { ...place, kind: 'constant', value: { kind: 'truth', value: this.slice(node) === 'True' } };
      case 'None':
        return { ...place, kind: 'constant', value: noValue };
      case 'VariableName':
        return { ...place, kind: 'name', name: this.slice(node) };
      case 'MemberExpression':
        return this.member(node, depth);
      case 'ParenthesizedExpression':
        return inner(partsOf(node)[0]);
      case 'TupleExpression':
      case 'ArrayExpression': {
        const items = this.items(partsOf(node), depth + 1);
        return { ...place, kind: 'list', items, isTuple: node.name === 'TupleExpression' };
      }
      case 'DictionaryExpression':
        return this.dictionary(node, depth);
      case 'FormatString':
        return this.format(node, depth);
      case 'CallExpression':
        return this.call(node, depth);
      case 'UnaryExpression': {
        const [sign, operand] = partsOf(node);
        return { ...place, kind: 'unary', sign: sign ? this.slice(sign) : '', operand: inner(operand) };
      }
      case 'BinaryExpression': {
        const parts = partsOf(node);
        const sign = parts
          .slice(1, -1)
          .map((one) => this.slice(one))
          .join(' ');
        return { ...place, kind: 'binary', sign, left: inner(parts[0]), right: inner(parts.at(-1)) };
      }
      case 'ConditionalExpression': {
        const [first, , test, , otherwise] = partsOf(node);
        return {
          ...place,
          kind: 'conditional',
          test: inner(test),
          whenTrue: inner(first),
          otherwise: inner(otherwise),
        };
      }
      case 'NamedExpression': {
        const [target, , value] = partsOf(node);
        return target?.name === 'VariableName'
          ? { ...place, kind: 'named', name: this.slice(target), value: inner(value) }
          : unknownAt(place);
      }
      case 'LambdaExpression':
        return { ...place, kind: 'lambda', parameters: this.parameters(node), body: inner(node.lastChild) };
      case 'ComprehensionExpression':
      case 'ArrayComprehensionExpression':
        return this.comprehension(place, partsOf(node), depth);
      default:
        return unknownAt(place);
    }
  }

  private member(node: SyntaxNode, depth: number): Expression {
    const { from, to } = node;
    const object = node.firstChild;
    const last = node.lastChild;
    if (!object || !last) return unknownAt(node);
    if (last.name === 'PropertyName')
      return { from, to, kind: 'member', object: this.read(object, depth + 1), name: this.slice(last) };
    return { from, to, kind: 'index', object: this.read(object, depth + 1), index: this.indexes(node, depth) };
  }

  /** What stands between the square brackets: positions and slices. */
  private indexes(node: SyntaxNode, depth: number): readonly Expression[] {
    const groups: SyntaxNode[][] = [[]];
    let isInside = false;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      // Nodes are made anew each time they are asked for, so that places are compared.
      if (child.name === '[') isInside = true;
      else if (child.name === ']' && child.to === node.to) break;
      else if (isInside && child.name === ',') groups.push([]);
      else if (isInside && child.name !== 'Comment') groups.at(-1)!.push(child);
    }
    return groups.flatMap((group): readonly Expression[] => {
      if (group.length === 0) return [];
      const place = { from: group[0]!.from, to: group.at(-1)!.to };
      if (!group.some(({ name }) => name === ':')) return [this.read(group[0]!, depth + 1)];
      const parts: (Expression | undefined)[] = [undefined];
      for (const one of group) {
        if (one.name === ':') parts.push(undefined);
        else parts[parts.length - 1] = this.read(one, depth + 1);
      }
      return [{ ...place, kind: 'slice', parts }];
    });
  }

  private format(node: SyntaxNode, depth: number): Expression {
    const { from, to } = node;
    const open = /^[a-zA-Z]{1,2}(?:'''|"""|'|")/.exec(this.text.slice(from, from + 5))?.[0];
    if (!open) return unknownAt(node);
    const parts: (string | Expression)[] = [];
    let at = from + open.length;
    for (const one of node.getChildren('FormatReplacement')) {
      const [inner, ...others] = partsOf(one);
      if (!inner || others.length > 0) return unknownAt(node);
      parts.push(this.text.slice(at, one.from), this.read(inner, depth + 1));
      at = one.to;
    }
    const end = to - (open.length > 3 ? 3 : 1);
    return { from, to, kind: 'format', parts: [...parts, this.text.slice(at, end)] };
  }

  private dictionary(node: SyntaxNode, depth: number): Expression {
    const { from, to } = node;
    const parts = partsOf(node).filter(({ name }) => name !== ':');
    const entries: (readonly [Expression | undefined, Expression])[] = [];
    for (let i = 0; i + 1 < parts.length; i += 2) {
      const isSpread = this.slice(parts[i]!) === '**';
      entries.push([isSpread ? undefined : this.read(parts[i]!, depth + 1), this.read(parts[i + 1]!, depth + 1)]);
    }
    return { from, to, kind: 'dict', entries };
  }

  private call(node: SyntaxNode, depth: number): Expression {
    const { from, to } = node;
    const [callee, list] = [node.firstChild, node.lastChild];
    if (!callee || list?.name !== 'ArgList') return unknownAt(node);
    // The brackets of a call that is still being typed are closed by nothing.
    if (list.lastChild?.name !== ')') return unknownAt(node);
    const isPath = callee.name === 'VariableName' || callee.name === 'MemberExpression';
    const path = isPath && callee.to - callee.from <= 200 ? this.slice(callee).replace(/\s/g, '') : '';
    return { from, to, kind: 'call', callee: this.read(callee, depth + 1), args: this.args(list, depth), path };
  }

  private args(list: SyntaxNode, depth: number): readonly Argument[] {
    const parts = partsOf(list);
    const clauses = parts.findIndex(({ name }) => name === 'for');
    if (clauses > 0)
      return [{ kind: 'place', name: '', value: this.comprehension({ from: list.from, to: list.to }, parts, depth) }];
    const args: Argument[] = [];
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i]!;
      const written = this.text.slice(part.from, Math.min(part.to, part.from + 3));
      if (written === '*' || written === '**') {
        const value = parts[++i];
        const kind = written === '*' ? 'places' : 'keywords';
        if (value) args.push({ kind, name: '', value: this.read(value, depth + 1) });
      } else if (parts[i + 1]?.name === 'AssignOp') {
        const value = parts[i + 2];
        if (value) args.push({ kind: 'keyword', name: this.slice(part), value: this.read(value, depth + 1) });
        i += 2;
      } else args.push({ kind: 'place', name: '', value: this.read(part, depth + 1) });
    }
    return args;
  }

  private comprehension(place: Place, parts: readonly SyntaxNode[], depth: number): Expression {
    const [element, ...rest] = parts;
    if (!element) return unknownAt(place);
    const clauses: { targets: Expression[]; source: Expression; conditions: Expression[] }[] = [];
    let into: 'targets' | 'source' | 'conditions' = 'targets';
    for (const part of rest) {
      const last = clauses.at(-1);
      if (part.name === 'for') {
        clauses.push({ targets: [], source: unknownAt(place), conditions: [] });
        into = 'targets';
      } else if (part.name === 'in' && into === 'targets') into = 'source';
      else if (part.name === 'if') into = 'conditions';
      else if (!last || part.name === 'async') continue;
      else if (into === 'source') last.source = this.read(part, depth + 1);
      else last[into].push(this.read(part, depth + 1));
    }
    const { from, to } = place;
    return { from, to, kind: 'comprehension', element: this.read(element, depth + 1), clauses };
  }

  private slice({ from, to }: Place): string {
    return this.text.slice(from, to);
  }
}

function unknownAt({ from, to }: Place): Expression {
  return { from, to, kind: 'unknown' };
}
