import type { SyntaxNode } from '@lezer/common';
import type { Size } from '../layer';
import { pythonArguments } from '../syntax/pythonArguments';
import { partsOf } from '../syntax/pythonValue';
import type { Model } from './model';
import { fullName, type ModelSource, sizesOf } from './modelSource';
import type { TextLines } from './textLines';
import type { ToldShape } from './toldShapes';

/** Calls that make a tensor of the sizes that they are given. */
const makers =
  /^(?:torch\.(?:randn|rand|zeros|ones|empty|Tensor|FloatTensor)|(?:numpy|np)\.(?:random\.(?:rand|randn|random)|zeros|ones|empty)|(?:tensorflow|tf)\.(?:random\.(?:normal|uniform)|zeros|ones))$/;

/** Methods that leave a shape as it is: `torch.randn(…).to(device)`. */
const moves = new Set(['to', 'cuda', 'cpu', 'float', 'double', 'half', 'astype', 'eval', 'train']);
const mostMoves = 5;

/** The shapes that the models of a Python text are called with, or summarised for; by the key of a model. */
export function fedShapes(
  models: readonly Model[],
  source: ModelSource,
  lines: TextLines,
): ReadonlyMap<string, ToldShape> {
  const reader = new FedReader(new Set(models.map(({ key }) => key)), source, lines);
  source.tree.iterate({
    enter: ({ name, node }) => {
      if (name === 'FunctionDefinition') reader.scopes.push(node.from);
      if (name === 'AssignStatement') reader.assign(node);
      if (name === 'CallExpression') reader.call(node);
    },
    leave: ({ name }) => {
      if (name === 'FunctionDefinition') reader.scopes.pop();
    },
  });
  return reader.all(models);
}

class FedReader {
  readonly scopes: number[] = [];
  private readonly fed = new Map<string, ToldShape>();
  /** Tensors and models by scope and name. */
  private readonly tensors = new Map<string, readonly Size[]>();
  private readonly instances = new Map<string, string>();
  private readonly made: ToldShape[] = [];

  constructor(
    private readonly keys: ReadonlySet<string>,
    private readonly source: ModelSource,
    private readonly lines: TextLines,
  ) {}

  /** A tensor that no call hands over belongs to the only model, where it is the only one. */
  all(models: readonly Model[]): ReadonlyMap<string, ToldShape> {
    const inner = new Set(
      models.flatMap(({ steps }) => steps.map(({ operation }) => (operation.kind === 'model' ? operation.key : ''))),
    );
    const roots = models.filter(({ key }) => !inner.has(key) && !key.includes('.'));
    const shapes = new Set(this.made.map(({ shape }) => shape.join()));
    const [only] = this.made;
    if (this.fed.size === 0 && roots.length === 1 && shapes.size === 1 && only && only.shape.length > 2)
      this.fed.set(roots[0]!.key, only);
    return this.fed;
  }

  assign(node: SyntaxNode): void {
    const [target, sign, value] = partsOf(node);
    if (target?.name !== 'VariableName' || sign?.name !== 'AssignOp' || !value || value.nextSibling) return;
    const name = this.scoped(this.source.slice(target));
    this.tensors.delete(name);
    this.instances.delete(name);
    const shape = this.tensorOf(value);
    const model = shape ? undefined : this.modelOf(value);
    if (shape) {
      this.tensors.set(name, shape);
      this.made.push({ shape, origin: { kind: 'tensor', line: this.lines.lineAt(node.from) } });
    }
    if (model !== undefined) this.instances.set(name, model);
  }

  call(node: SyntaxNode): void {
    const callee = node.firstChild;
    if (!callee) return;
    const { places, keywords } = pythonArguments(node, this.source.text);
    const member = callee.name === 'MemberExpression' ? this.source.slice(callee.lastChild!) : '';
    const called = this.modelOf(member === 'forward' || member === 'build' ? callee.firstChild! : callee);
    if (called !== undefined && member === 'build') {
      this.feed(called, node, 'argument', this.listed(places[0] ?? keywords.get('input_shape')));
      return;
    }
    if (called !== undefined) this.feed(called, node, 'tensor', places[0] && this.tensorOf(places[0]));
    const [model, given] = places;
    const handed = model && called === undefined ? this.modelOf(model) : undefined;
    if (handed === undefined) return;
    const isSummary = /(?:^|\.)summary$/.test(fullName(callee, this.source));
    const size = keywords.get('input_size') ?? given;
    if (isSummary) this.feed(handed, node, 'summary', this.listed(size));
    const data = keywords.get('input_data') ?? given;
    this.feed(handed, node, 'tensor', data && this.tensorOf(data));
  }

  private feed(
    key: string,
    node: SyntaxNode,
    kind: 'tensor' | 'summary' | 'argument',
    shape: readonly Size[] | undefined,
  ): void {
    if (shape && !this.fed.has(key)) this.fed.set(key, { shape, origin: { kind, line: this.lines.lineAt(node.from) } });
  }

  /** A shape that is written out; of a list of shapes the only one. */
  private listed(node: SyntaxNode | undefined): readonly Size[] | undefined {
    const value = node && this.source.valueOf(node);
    const [first] = value?.kind === 'list' && value.items.length === 1 ? value.items : [];
    return sizesOf(first?.kind === 'list' ? first : value);
  }

  private tensorOf(node: SyntaxNode): readonly Size[] | undefined {
    if (node.name === 'VariableName') return this.tensors.get(this.scoped(this.source.slice(node)));
    const made = this.unmoved(node);
    if (made?.name !== 'CallExpression' || !makers.test(fullName(made.firstChild, this.source))) return undefined;
    const { places, keywords } = pythonArguments(made, this.source.text);
    const size = keywords.get('size') ?? keywords.get('shape') ?? places[0];
    const value = size && this.source.valueOf(size);
    const sizes =
      value?.kind === 'list'
        ? sizesOf(value)
        : places.map((place) => (place ? sizesOf(this.source.valueOf(place))?.[0] : undefined));
    return sizes?.some((one) => one !== undefined) ? sizes : undefined;
  }

  /** The key of the model that an expression stands for. */
  private modelOf(node: SyntaxNode): string | undefined {
    const made = this.unmoved(node);
    const named = made?.name === 'CallExpression' ? made.firstChild : made;
    if (named?.name !== 'VariableName') return undefined;
    const name = this.source.slice(named);
    const isClass = this.source.classes.has(name) && this.keys.has(name);
    if (made?.name === 'CallExpression') return isClass ? name : undefined;
    return this.instances.get(this.scoped(name)) ?? (!isClass && this.keys.has(name) ? name : undefined);
  }

  /** What `.to(device)` and the like were called on. */
  private unmoved(node: SyntaxNode): SyntaxNode | undefined {
    let inner: SyntaxNode | undefined = node;
    for (let moved = 0; moved < mostMoves && inner?.name === 'CallExpression'; moved++) {
      const callee: SyntaxNode | null = inner.firstChild;
      if (callee?.name !== 'MemberExpression' || !moves.has(this.source.slice(callee.lastChild!))) return inner;
      inner = callee.firstChild ?? undefined;
    }
    return inner;
  }

  private scoped(name: string): string {
    return `${this.scopes.at(-1) ?? ''} ${name}`;
  }
}
