import type { SyntaxNode } from '@lezer/common';
import { readBody } from './forwardBody';
import type { Model, Step } from './model';
import type { ModelSource, Stored } from './modelSource';
import { isSequential, listedSteps } from './sequentialSteps';

/** The models of a Python text: classes with a `forward`, lists of layers, and what is added to them. */
export function pythonModels(source: ModelSource): readonly Model[] {
  const found = new FoundModels(source);
  source.tree.iterate({
    enter: ({ name, node }) => {
      if (name === 'ClassDefinition') found.keep(classModel(node, source));
      if (name === 'AssignStatement') found.assigned(node);
      if (name === 'CallExpression') found.called(node);
    },
  });
  return found.all();
}

/** The models in the order of the text, and what was added to each by then. */
class FoundModels {
  private readonly models = new Map<string, Model>();
  /** The list that a variable holds at this place of the text. */
  private readonly held = new Map<string, string>();
  private readonly added = new Map<string, SyntaxNode[]>();
  /** Where the last list that was read ends: the lists in it are read with it. */
  private readTo = 0;

  constructor(private readonly source: ModelSource) {}

  all(): readonly Model[] {
    return [...this.models.values()].map((model) => {
      const nodes = this.added.get(model.key);
      return nodes ? withAdded(model, nodes, this.source) : model;
    });
  }

  /** Gives a model whose name is taken another one; the key that it has then. */
  keep(model: Model | undefined): string | undefined {
    if (!model) return undefined;
    const key = this.models.has(model.key) ? `${model.key} ${this.models.size}` : model.key;
    this.models.set(key, { ...model, key });
    return key;
  }

  /** `model = nn.Sequential(…)`, also of an attribute. */
  assigned(node: SyntaxNode): void {
    const [target, value] = [node.firstChild, node.lastChild];
    if (!target || !value) return;
    const name = this.source.slice(target);
    this.held.delete(name);
    if (value.name !== 'CallExpression' || !isSequential(value, this.source)) return;
    const owner = name.startsWith('self.') ? className(node, this.source) : undefined;
    this.list(owner ? name.replace('self', owner) : name, node.from, value, name);
  }

  called(node: SyntaxNode): void {
    if (node.from >= this.readTo && isSequential(node, this.source)) this.list('Sequential', node.from, node);
    const callee = node.firstChild;
    if (callee?.name !== 'MemberExpression' || callee.firstChild?.name !== 'VariableName') return;
    const key = this.held.get(this.source.slice(callee.firstChild));
    if (key === undefined || !changes.has(this.source.slice(callee.lastChild!))) return;
    const nodes = this.added.get(key);
    if (nodes) nodes.push(node);
    else this.added.set(key, [node]);
  }

  private list(key: string, start: number, node: SyntaxNode, name?: string): void {
    const kept = this.keep(chainModel(key, [start, node.from], node, this.source));
    if (name !== undefined && kept !== undefined) this.held.set(name, kept);
    this.readTo = node.to;
  }
}

/** Methods that change a list of layers. */
const changes = new Set(['add', 'append', 'extend', 'insert', 'pop', 'add_module']);

/** The class around an assignment in one of its methods. */
function className(node: SyntaxNode, source: ModelSource): string | undefined {
  let around: SyntaxNode | null = node;
  for (let level = 0; around && level < 8; level++) {
    if (around.name === 'ClassDefinition') return source.slice(around.getChild('VariableName') ?? around);
    around = around.parent;
  }
  return undefined;
}

function chainModel(key: string, starts: readonly number[], list: SyntaxNode, source: ModelSource): Model {
  const { operations, given } = listedSteps(list, source);
  const steps = operations.map((operation, index): Step => ({ operation, from: [index - 1] }));
  return { key, starts, steps, output: steps.length - 1, given };
}

/** Whether a statement is run once: in a loop or a branch, nobody knows how often. */
function isPlain({ parent: statement }: SyntaxNode): boolean {
  const parent = statement?.name === 'ExpressionStatement' ? statement.parent : undefined;
  return parent?.name === 'Script' || (parent?.name === 'Body' && parent.parent?.name === 'FunctionDefinition');
}

function withAdded(model: Model, nodes: readonly SyntaxNode[], source: ModelSource): Model {
  const lists = nodes.map((node) => {
    const isAdd = /^(?:add|append)$/.test(source.slice(node.firstChild!.lastChild!));
    return isAdd && isPlain(node)
      ? listedSteps(node, source)
      : { operations: [{ kind: 'unknown' } as const], given: undefined };
  });
  const operations = lists.flatMap((list) => list.operations);
  const first = model.steps.length;
  const more = operations.map((operation, index): Step => ({ operation, from: [first + index - 1] }));
  const steps = [...model.steps, ...more];
  const given = model.given ?? lists.find((list) => list.given)?.given;
  const starts = [...model.starts, ...nodes.slice(0, 1).map(({ from }) => from)];
  return { ...model, starts, steps, output: steps.length - 1, given };
}

function classModel(node: SyntaxNode, source: ModelSource): Model | undefined {
  const name = node.getChild('VariableName');
  const functions = new Map(
    (node.getChild('Body')?.getChildren('FunctionDefinition') ?? []).map((one) => [
      source.slice(one.getChild('VariableName') ?? one),
      one,
    ]),
  );
  const forward = functions.get('forward') ?? functions.get('call');
  if (!name || !forward) return undefined;
  const init = functions.get('__init__');
  const { steps, output, firstStatement } = readBody(forward, init ? attributesOf(init, source) : new Map(), source);
  const starts = [node.from, forward.from, ...(firstStatement === undefined ? [] : [firstStatement])];
  return { key: source.slice(name), starts, steps, output };
}

/** What `__init__` keeps in attributes, in statements of its own; what is kept twice or in a block is not known. */
function attributesOf(init: SyntaxNode, source: ModelSource): ReadonlyMap<string, Stored> {
  const stored = new Map<string, Stored>();
  init
    .getChild('Body')
    ?.cursor()
    .iterate(({ name, node }) => {
      if (name === 'ClassDefinition' || name === 'LambdaExpression') return false;
      if (name !== 'AssignStatement') return true;
      const target = node.firstChild;
      if (target?.name !== 'MemberExpression' || source.slice(target.firstChild ?? target) !== 'self') return true;
      const attribute = source.slice(target.lastChild ?? target);
      const isOwn = node.parent?.parent?.name === 'FunctionDefinition' && !stored.has(attribute);
      stored.set(attribute, isOwn && node.lastChild ? storedValue(node.lastChild, source) : { kind: 'unknown' });
      return true;
    });
  return stored;
}

function storedValue(node: SyntaxNode, source: ModelSource): Stored {
  if (node.name !== 'CallExpression') return { kind: 'unknown' };
  if (source.isLayer(node.to)) return { kind: 'operations', operations: [{ kind: 'layer', end: node.to }] };
  if (isSequential(node, source)) return { kind: 'operations', operations: listedSteps(node, source).operations };
  const callee = node.firstChild;
  return callee?.name === 'VariableName' && source.classes.has(source.slice(callee))
    ? { kind: 'operations', operations: [{ kind: 'model', key: source.slice(callee) }] }
    : { kind: 'unknown' };
}
