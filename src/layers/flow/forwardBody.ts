import type { SyntaxNode } from '@lezer/common';
import { pythonArguments } from '../syntax/pythonArguments';
import { partsOf } from '../syntax/pythonValue';
import type { Operation, ReshapeSize, Step } from './model';
import { fullName, type ModelSource, type Stored } from './modelSource';

/** Deeper expressions are not followed. */
const mostDepth = 60;

/** Methods of a tensor after which it has the same shape. */
const unchanging = new Set(
  'relu relu_ sigmoid tanh softmax log_softmax exp abs contiguous clone detach float double half to cuda cpu type requires_grad_'.split(
    ' ',
  ),
);

/** What a function body does to its first argument. */
interface BodyModel {
  readonly steps: readonly Step[];
  readonly output: number | undefined;
  /** Offset of the first statement. */
  readonly firstStatement: number | undefined;
}

/** Reads the body of `forward`, statement by statement; what stands in branches and loops is not known. */
export function readBody(
  definition: SyntaxNode,
  attributes: ReadonlyMap<string, Stored>,
  source: ModelSource,
): BodyModel {
  const reader = new BodyReader(attributes, source);
  const body = definition.getChild('Body');
  const parameters = definition.getChild('ParamList')?.getChildren('VariableName') ?? [];
  const input = parameters.find((one) => source.slice(one) !== 'self');
  if (input) reader.names.set(source.slice(input), -1);
  let firstStatement: number | undefined;
  for (let statement = body?.firstChild ?? null; statement && !reader.isOver; statement = statement.nextSibling) {
    if (statement.name === ':' || statement.name === 'Comment') continue;
    firstStatement ??= statement.from;
    reader.statement(statement);
  }
  return { steps: reader.steps, output: reader.output, firstStatement };
}

class BodyReader {
  readonly steps: Step[] = [];
  /** The step whose result a name stands for. */
  readonly names = new Map<string, number>();
  /** Names for the number of items, `n = x.size(0)`. */
  private readonly batches = new Set<string>();
  output: number | undefined;
  isOver = false;
  /** A branch may have returned something else. */
  private isForked = false;

  constructor(
    private readonly attributes: ReadonlyMap<string, Stored>,
    private readonly source: ModelSource,
  ) {}

  statement(node: SyntaxNode): void {
    switch (node.name) {
      case 'AssignStatement':
        this.assign(node);
        return;
      case 'UpdateStatement':
        this.update(node);
        return;
      case 'ReturnStatement': {
        this.isOver = true;
        const value = partsOf(node).filter((part) => part.name !== 'return');
        const result = value.length === 1 ? this.expression(value[0]!) : undefined;
        this.output = this.isForked ? undefined : result;
        return;
      }
      case 'ExpressionStatement':
      case 'PassStatement':
      case 'AssertStatement':
        return;
      default:
        this.block(node);
    }
  }

  private assign(node: SyntaxNode): void {
    const parts = partsOf(node).filter((part) => part.name !== 'TypeDef');
    const [target, sign, value] = parts;
    if (parts.length !== 3 || target?.name !== 'VariableName' || sign?.name !== 'AssignOp') {
      for (const part of parts.slice(0, -1)) if (part.name === 'VariableName') this.forget(this.source.slice(part));
      return;
    }
    const name = this.source.slice(target);
    const isBatch = this.isBatch(value!);
    const result = this.expression(value!);
    this.forget(name);
    if (isBatch) this.batches.add(name);
    this.names.set(name, result);
  }

  private update(node: SyntaxNode): void {
    const [target, sign, value] = partsOf(node);
    if (target?.name !== 'VariableName' || !sign || !value) return;
    const name = this.source.slice(target);
    const before = this.names.get(name);
    const other = this.operand(value);
    this.forget(name);
    if (before === undefined || !/^[-+*/]=$/.test(this.source.slice(sign))) return;
    this.names.set(name, other === 'number' ? before : this.add({ kind: 'cell-by-cell' }, [before, other]));
  }

  /** What a branch or a loop assigns is not known after it. */
  private block(node: SyntaxNode): void {
    node.cursor().iterate(({ name, node: inner }) => {
      if (name === 'ReturnStatement') this.isForked = true;
      if (
        name !== 'AssignStatement' &&
        name !== 'UpdateStatement' &&
        name !== 'ForStatement' &&
        name !== 'WithStatement'
      )
        return;
      for (
        let child = inner.firstChild;
        child && child.name !== 'in' && child.name !== 'Body';
        child = child.nextSibling
      )
        if (child.name === 'VariableName') this.forget(this.source.slice(child));
    });
  }

  private forget(name: string): void {
    this.names.delete(name);
    this.batches.delete(name);
  }

  private add(operation: Operation, from: readonly number[], place?: SyntaxNode): number {
    const step: Step = { operation, from };
    this.steps.push(place ? { ...step, place: { start: place.from, end: place.to } } : step);
    return this.steps.length - 1;
  }

  /** The step that makes an expression's value. */
  private expression(node: SyntaxNode, depth = 0): number {
    if (depth > mostDepth) return this.add({ kind: 'unknown' }, []);
    switch (node.name) {
      case 'VariableName':
        return this.names.get(this.source.slice(node)) ?? this.add({ kind: 'unknown' }, []);
      case 'ParenthesizedExpression':
        return node.firstChild?.nextSibling
          ? this.expression(node.firstChild.nextSibling, depth + 1)
          : this.add({ kind: 'unknown' }, []);
      case 'BinaryExpression':
        return this.binary(node, depth);
      case 'CallExpression':
        return this.call(node, depth);
      default:
        return this.add({ kind: 'unknown' }, []);
    }
  }

  /** The step of an operand, or that it is one number for all cells. */
  private operand(node: SyntaxNode, depth = 0): number | 'number' {
    return this.source.valueOf(node).kind === 'number' ? 'number' : this.expression(node, depth + 1);
  }

  private binary(node: SyntaxNode, depth: number): number {
    const [left, sign, right] = partsOf(node);
    if (!left || !right || !sign || !/^[-+*/]$/.test(this.source.slice(sign))) return this.add({ kind: 'unknown' }, []);
    const [one, other] = [this.operand(left, depth), this.operand(right, depth)];
    if (one === 'number') return other === 'number' ? this.add({ kind: 'unknown' }, []) : other;
    return other === 'number' ? one : this.add({ kind: 'cell-by-cell' }, [one, other]);
  }

  private call(node: SyntaxNode, depth: number): number {
    const callee = node.firstChild;
    const { places, keywords } = pythonArguments(node, this.source.text);
    const input = places[0] ?? keywords.get('input');
    const given = () => (input ? this.expression(input, depth + 1) : this.add({ kind: 'unknown' }, []));
    if (callee?.name === 'CallExpression' && this.source.isLayer(callee.to))
      return this.add({ kind: 'layer', end: callee.to }, [given()]);
    if (this.source.isLayer(node.to)) return this.add({ kind: 'layer', end: node.to }, [given()]);
    if (callee?.name !== 'MemberExpression') return this.add({ kind: 'unknown' }, []);
    const receiver = callee.firstChild!;
    const member = this.source.slice(callee.lastChild!);
    if (receiver.name === 'VariableName' && this.source.slice(receiver) === 'self')
      return this.attribute(member, given(), node);
    if (/^torch\.(?:cat|concat|concatenate)$/.test(fullName(callee, this.source)))
      return this.join(input, keywords.get('dim') ?? keywords.get('axis') ?? places[1], depth);
    return this.method(member, receiver, places, keywords, depth);
  }

  private attribute(name: string, input: number, place: SyntaxNode): number {
    const stored = this.attributes.get(name);
    if (stored?.kind !== 'operations') return this.add({ kind: 'unknown' }, []);
    const isOne = stored.operations.length === 1;
    return stored.operations.reduce((last, operation) => this.add(operation, [last], isOne ? place : undefined), input);
  }

  private join(list: SyntaxNode | undefined, axis: SyntaxNode | undefined, depth: number): number {
    if (list?.name !== 'ArrayExpression' && list?.name !== 'TupleExpression') return this.add({ kind: 'unknown' }, []);
    const from = partsOf(list).map((item) => this.expression(item, depth + 1));
    const value = axis ? this.source.valueOf(axis) : undefined;
    const at = axis === undefined ? 0 : value?.kind === 'number' ? value.value : undefined;
    return this.add({ kind: 'join', axis: at }, from);
  }

  private method(
    name: string,
    receiver: SyntaxNode,
    places: readonly (SyntaxNode | undefined)[],
    keywords: ReadonlyMap<string, SyntaxNode>,
    depth: number,
  ): number {
    const from = () => [this.expression(receiver, depth + 1)];
    if (unchanging.has(name)) return this.add({ kind: 'same' }, from());
    if (name === 'view' || name === 'reshape')
      return this.add({ kind: 'reshape', sizes: this.reshapeSizes(places) }, from());
    if (name === 'flatten')
      return this.add(
        {
          kind: 'flatten',
          from: this.axis(keywords.get('start_dim') ?? places[0], 0),
          to: this.axis(keywords.get('end_dim') ?? places[1], -1),
        },
        from(),
      );
    return this.add({ kind: 'unknown' }, []);
  }

  private axis(node: SyntaxNode | undefined, otherwise: number): number | undefined {
    const value = node && this.source.valueOf(node);
    return value ? (value.kind === 'number' ? value.value : undefined) : otherwise;
  }

  private reshapeSizes(places: readonly (SyntaxNode | undefined)[]): readonly ReshapeSize[] {
    const [only] = places;
    const isList = places.length === 1 && (only?.name === 'TupleExpression' || only?.name === 'ArrayExpression');
    return (isList ? partsOf(only!) : places).map((node): ReshapeSize => {
      if (!node) return undefined;
      if (this.isBatch(node)) return 'batch';
      const value = this.source.valueOf(node);
      if (value.kind !== 'number') return undefined;
      return value.value === -1 ? 'rest' : value.value;
    });
  }

  /** `x.size(0)`, `x.shape[0]`, `len(x)`, or a name for one of them. */
  private isBatch(node: SyntaxNode): boolean {
    const written = this.source.slice({ from: node.from, to: Math.min(node.to, node.from + 60) }).replace(/\s/g, '');
    if (this.batches.has(written)) return true;
    const [, name] =
      /^(\w+)(?:\.size\(0\)|\.shape\[0\]|\.size\(\)\[0\])$/.exec(written) ?? /^len\((\w+)\)$/.exec(written) ?? [];
    return name !== undefined && this.names.has(name);
  }
}
