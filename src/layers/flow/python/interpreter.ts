import type {
  Argument,
  Block,
  Clause,
  Expression,
  FunctionStatement,
  Parameter,
  Statement,
} from '../../syntax/pythonTree';
import type { ToldShape } from '../toldShapes';
import type { Trace } from '../trace';
import { callValue } from './callValue';
import { compared, computed, truthOf } from './computed';
import { elementsOf, itemAt, setItem } from './containers';
import { type Changes, Journal } from './journal';
import { memberOf } from './member';
import { mergedItems, mergedName, mergedValues } from './merged';
import type { ModelRun, ModelValue } from './modelRun';
import {
  anythingValue,
  type CallArgs,
  type ClassValue,
  constantValue,
  type DictValue,
  type FunctionValue,
  listValue,
  type ModelName,
  newNames,
  noneValue,
  placesBeforeSpread,
  type Scope,
  spreadValue,
  unknownValue,
  type Value,
} from './value';
import { writtenValue } from './writtenValue';

/** Steps that are followed in one text, at most, and calls in calls. */
const mostSteps = 40_000;
const mostCalls = 40;
/** Rounds of one loop that are followed. */
const mostRounds = 2000;

/** How a block ended before its end. */
type Ending = 'return' | 'break' | 'continue' | 'raise' | undefined;

/** A function that is being followed. */
interface Frame {
  readonly scope: Scope;
  readonly returned: Value[];
  readonly self: Value | undefined;
  readonly owner: ClassValue | undefined;
  /** Names that are other scopes'. */
  readonly outer: Map<string, Scope>;
  /** Whether what is called gives one thing after the other. */
  isGenerator: boolean;
}

/**
 * Follows a Python text as far as it makes and applies layers: names, numbers, lists, calls and loops with known ends.
 * Nothing is run: what cannot be told is unknown, of a branch that cannot be decided both ways are followed, and the work
 * is bounded.
 */
export class Interpreter {
  readonly journal = new Journal();
  /** Bodies of functions, and classes, that something calls. */
  readonly called = new Set<unknown>();
  /** Objects, lists of layers and graphs, in the order in which they are made. */
  readonly models: ModelValue[] = [];
  /** Those of them that something is put into. */
  readonly applied = new Set<Value>();
  /** Shapes of tensors that the text makes. */
  readonly madeTensors: ToldShape[] = [];
  /** What was followed from an input on. */
  readonly runs: ModelRun[] = [];
  readonly globals: Scope;
  /** Calls of attributes of which nothing is known. */
  unknownCalls = 0;
  /** How much has been followed. */
  steps = 0;
  private calls = 0;

  constructor(
    readonly text: string,
    readonly imports: ReadonlyMap<string, string>,
    readonly trace: Trace,
    private readonly isCertain = false,
  ) {
    this.globals = { names: newNames(), parent: undefined };
  }

  /** Whether so much has been followed that nothing more is. */
  get isSpent(): boolean {
    return this.steps > mostSteps;
  }

  /** The statements of the text itself, each a step. */
  *script(statements: readonly Statement[]): Generator<number, void> {
    const frame: Frame = { ...newFrame(this.globals), self: undefined, owner: undefined };
    for (const statement of statements) {
      this.statement(statement, frame);
      yield 0;
    }
  }

  /** What a function of the text gives. */
  function(called: FunctionValue, args: CallArgs): Value {
    if (this.calls >= mostCalls || this.isSpent) return unknownValue;
    this.called.add(called.body);
    this.calls++;
    const scope: Scope = { names: newNames([], this.journal.now), parent: called.scope };
    const frame: Frame = { ...newFrame(scope), self: called.self, owner: called.owner };
    this.bind(called.parameters, called.self ? { ...args, places: [called.self, ...args.places] } : args, frame);
    const { body } = called;
    const result =
      'body' in body && body.kind === 'function' ? this.body(body, frame) : this.expression(body as Expression, frame);
    this.calls--;
    return result;
  }

  private body({ body }: FunctionStatement, frame: Frame): Value {
    const ending = this.block(body, frame);
    if (frame.isGenerator) return anythingValue;
    if (frame.returned.length === 0) return noneValue;
    // A way that ends without a `return` gives None, which a caller that goes on does not mean.
    if (ending !== 'return' && ending !== 'raise') return mergedValues([...frame.returned, unknownValue]);
    return mergedValues(frame.returned);
  }

  private bind(parameters: readonly Parameter[], args: CallArgs, frame: Frame): void {
    const { state } = frame.scope.names;
    const keywords = new Map(args.keywords);
    const places = placesBeforeSpread(args);
    let place = 0;
    for (const { name, kind, otherwise } of parameters) {
      if (kind === 'places') {
        state.set(name, args.isOpen ? anythingValue : listValue(places.slice(place), 'tuple'));
        place = places.length;
      } else if (kind === 'keywords') state.set(name, args.isOpen ? anythingValue : dictOf(keywords));
      else if (place < places.length) state.set(name, places[place++]!);
      else if (keywords.has(name)) {
        state.set(name, keywords.get(name)!);
        keywords.delete(name);
      } else if (args.isOpen || !otherwise) state.set(name, anythingValue);
      else state.set(name, this.expression(otherwise, { ...frame, scope: frame.scope.parent ?? frame.scope }));
    }
  }

  block(body: Block, frame: Frame): Ending {
    for (const statement of body()) {
      const ending = this.statement(statement, frame);
      if (ending) return ending;
      if (this.isSpent) return undefined;
    }
    return undefined;
  }

  private statement(statement: Statement, frame: Frame): Ending {
    this.steps++;
    switch (statement.kind) {
      case 'assign': {
        const value = this.expression(statement.value, frame);
        for (const target of statement.targets) this.assign(target, value, frame, statement.from);
        return undefined;
      }
      case 'update': {
        const before = this.expression(statement.target, frame);
        const value = computed(before, statement.sign, this.expression(statement.value, frame));
        this.assign(statement.target, value, frame, statement.from);
        return undefined;
      }
      case 'expression':
        this.inPlace(statement.value, this.expression(statement.value, frame), frame);
        return undefined;
      case 'return':
        frame.returned.push(statement.value ? this.expression(statement.value, frame) : noneValue);
        return 'return';
      case 'if':
        return this.branch(statement, 0, frame);
      case 'for':
        return this.loop(statement, frame);
      case 'while':
        return this.repeat(statement, frame);
      case 'with':
        for (const name of statement.names) this.set(frame.scope, name, anythingValue);
        return this.block(statement.body, frame);
      case 'try':
        return this.attempt(statement, frame);
      case 'scope': {
        const scope = statement.isGlobal ? this.globals : frame.scope.parent;
        for (const name of statement.names) frame.outer.set(name, this.scopeOf(name, scope) ?? this.globals);
        return undefined;
      }
      case 'delete':
        for (const target of statement.targets) this.remove(target, frame);
        return undefined;
      case 'opaque':
        for (const body of statement.bodies) this.maybe(body, frame);
        return undefined;
      case 'yield':
        frame.isGenerator = true;
        return undefined;
      case 'function':
        this.set(frame.scope, statement.name, this.defined(statement, frame));
        return undefined;
      case 'class':
        this.set(frame.scope, statement.name, this.classOf(statement, frame));
        return undefined;
      case 'raise':
      case 'break':
      case 'continue':
        return statement.kind;
      default:
        return undefined;
    }
  }

  private defined(statement: FunctionStatement, frame: Frame, owner?: ClassValue): FunctionValue {
    const { name, parameters } = statement;
    return { kind: 'function', name, parameters, body: statement, scope: frame.scope, self: undefined, owner };
  }

  private classOf(statement: Extract<Statement, { kind: 'class' }>, frame: Frame): ClassValue {
    const bases = statement.bases.map((base) => this.expression(base, frame));
    const attributes = newNames([], this.journal.now);
    const fields: string[] = [];
    const made: ClassValue = { kind: 'class', statement, bases, attributes, fields };
    const inner: Frame = { ...frame, ...newFrame({ names: attributes, parent: frame.scope }) };
    for (const one of statement.body()) {
      if (one.kind === 'function') {
        // Methods see what stands around the class and not what stands in it.
        const method = this.defined(one, frame, made);
        const isStatic = one.decorators.includes('staticmethod');
        attributes.state.set(one.name, isStatic ? { ...method, owner: undefined } : method);
      } else {
        if (one.kind === 'field') fields.push(one.name);
        if (one.kind === 'assign' && one.targets[0]?.kind === 'name') fields.push(one.targets[0].name);
        this.statement(one, inner);
      }
    }
    return made;
  }

  /** One arm after the other; where a test cannot be told, both ways are followed and put together. */
  private branch(statement: Extract<Statement, { kind: 'if' }>, at: number, frame: Frame): Ending {
    const arm = statement.arms[at];
    if (!arm) return statement.otherwise ? this.block(statement.otherwise, frame) : undefined;
    const truth = truthOf(this.expression(arm.test, frame));
    if (truth === true) return this.block(arm.body, frame);
    if (truth === false) return this.branch(statement, at + 1, frame);
    this.trace.doubts++;
    const ending = this.either(
      () => this.block(arm.body, frame),
      () => this.branch(statement, at + 1, frame),
    );
    this.trace.doubts--;
    return ending;
  }

  /** What may also be done, after which both have to agree. */
  private maybe(body: Block, frame: Frame): void {
    this.trace.doubts++;
    this.once(body, frame);
    this.trace.doubts--;
  }

  private attempt({ body, ways, last }: Extract<Statement, { kind: 'try' }>, frame: Frame): Ending {
    // What is tried may be meant to fail.
    if (this.isCertain) this.trace.doubts++;
    const ending = this.block(body, frame);
    if (this.isCertain) this.trace.doubts--;
    for (const way of ways) this.maybe(way, frame);
    const after = last && this.block(last, frame);
    return after ?? (ending === 'raise' ? undefined : ending);
  }

  private remove(target: Expression, frame: Frame): void {
    if (target.kind === 'name') this.setName(target.name, anythingValue, frame);
    const object =
      target.kind === 'member' || target.kind === 'index' ? this.expression(target.object, frame) : undefined;
    if (target.kind === 'member' && object?.kind === 'object')
      this.journal.write(object.attributes, target.name, undefined);
    if (target.kind === 'index' && object) setItem(object, anythingValue, anythingValue, this);
  }

  /** Two ways, one of which is gone. A way that raises is none. */
  private either(one: () => Ending, other: () => Ending): Ending {
    const endings: Ending[] = [];
    const first = this.journal.tried(() => endings.push(one()));
    const second = this.journal.tried(() => endings.push(other()));
    const [firstEnding, secondEnding] = endings;
    if (firstEnding === 'raise' || (firstEnding !== undefined && secondEnding === undefined)) {
      this.journal.take(second);
      return secondEnding;
    }
    if (secondEnding === 'raise' || (secondEnding !== undefined && firstEnding === undefined)) {
      this.journal.take(first);
      return firstEnding;
    }
    this.join(first, second);
    return firstEnding;
  }

  private join(first: Changes, second: Changes): void {
    for (const names of new Set([...first.names.keys(), ...second.names.keys()])) {
      const [one, other] = [first.names.get(names), second.names.get(names)];
      for (const name of new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])) {
        const before = names.state.get(name);
        const after = (way: typeof one) => (way?.has(name) ? way.get(name) : before);
        this.journal.write(names, name, mergedName(after(one), after(other)));
      }
    }
    for (const cells of new Set([...first.lists.keys(), ...second.lists.keys()])) {
      const after = (way: Changes) => way.lists.get(cells) ?? cells.state;
      this.journal.setList(cells, mergedItems(after(first), after(second)));
    }
  }

  private loop(statement: Extract<Statement, { kind: 'for' }>, frame: Frame): Ending {
    const items = elementsOf(this.expression(statement.source, frame));
    if (!items || items.length > mostRounds) {
      for (const target of statement.targets) this.assign(target, anythingValue, frame, statement.from);
      return this.once(statement.body, frame);
    }
    for (const item of items) {
      this.assignAll(statement.targets, item, frame, statement.from);
      const ending = this.block(statement.body, frame);
      if (ending === 'break') return undefined;
      if (ending === 'return' || ending === 'raise') return ending;
      if (this.isSpent) return undefined;
    }
    return statement.otherwise && this.block(statement.otherwise, frame);
  }

  private repeat(statement: Extract<Statement, { kind: 'while' }>, frame: Frame): Ending {
    for (let round = 0; round < mostRounds; round++) {
      const truth = truthOf(this.expression(statement.test, frame));
      if (truth === false) return statement.otherwise && this.block(statement.otherwise, frame);
      if (truth === undefined) return this.once(statement.body, frame);
      const ending = this.block(statement.body, frame);
      if (ending === 'break') return undefined;
      if (ending === 'return' || ending === 'raise' || this.isSpent) return ending;
    }
    return undefined;
  }

  /** A block that is run nobody knows how often: once, or not at all. */
  private once(body: Block, frame: Frame): Ending {
    this.either(
      () => {
        const ending = this.block(body, frame);
        return ending === 'return' || ending === 'raise' ? ending : undefined;
      },
      () => undefined,
    );
    return undefined;
  }

  set(scope: Scope, name: string, value: Value): void {
    this.journal.write(scope.names, name, value);
  }

  /** In the scope that the name is of. */
  private setName(name: string, value: Value, frame: Frame): void {
    this.set(frame.outer.get(name) ?? frame.scope, name, value);
  }

  private scopeOf(name: string, scope: Scope | undefined): Scope | undefined {
    for (let one = scope; one; one = one.parent) if (one.names.state.has(name)) return one;
    return undefined;
  }

  /** `x.unsqueeze_(0)` gives x, which it has changed. */
  private inPlace(node: Expression, result: Value, frame: Frame): void {
    if (node.kind !== 'call' || node.callee.kind !== 'member' || !/[^_]_$/.test(node.callee.name)) return;
    const { object } = node.callee;
    if (object.kind === 'name' && this.lookUp(object.name, frame.scope)?.kind === 'tensor')
      this.set(frame.scope, object.name, result);
  }

  private assignAll(targets: readonly Expression[], value: Value, frame: Frame, from: number): void {
    if (targets.length === 1) {
      this.assign(targets[0]!, value, frame, from);
      return;
    }
    const items = elementsOf(value);
    for (const [index, target] of targets.entries())
      this.assign(target, items?.length === targets.length ? items[index]! : unknownValue, frame, from);
  }

  private assign(target: Expression, value: Value, frame: Frame, from: number): void {
    switch (target.kind) {
      case 'name':
        this.setName(target.name, value, frame);
        nameModel(value, target.name, from);
        return;
      case 'member': {
        const object = this.expression(target.object, frame);
        if (object.kind === 'layer' && /^(?:weight|bias|kernel)$/.test(target.name)) object.isAltered = true;
        if (object.kind !== 'object') return;
        this.journal.write(object.attributes, target.name, value);
        nameModel(value, `${object.of.statement.name}.${target.name}`, from);
        return;
      }
      case 'index': {
        const object = this.expression(target.object, frame);
        setItem(
          object,
          target.index.length === 1 ? this.expression(target.index[0]!, frame) : unknownValue,
          value,
          this,
        );
        return;
      }
      case 'list':
        this.assignAll(
          target.items.map((item) => item.value),
          target.items.some((item) => item.isSpread) ? unknownValue : value,
          frame,
          from,
        );
        return;
      default:
        return;
    }
  }

  /** What a name stands for. */
  lookUp(name: string, scope: Scope): Value | undefined {
    for (let one: Scope | undefined = scope; one; one = one.parent) {
      const value = one.names.state.get(name);
      if (value) return value;
    }
    return undefined;
  }

  private outside(name: string): Value {
    const path = this.imports.get(name);
    return { kind: 'path', path: path ?? name, isLoose: path === undefined };
  }

  expression(node: Expression, frame: Frame): Value {
    this.steps++;
    switch (node.kind) {
      case 'constant':
        return constantValue(node.value);
      case 'name':
        return this.lookUp(node.name, frame.scope) ?? this.outside(node.name);
      case 'member':
        return memberOf(this.expression(node.object, frame), node.name);
      case 'index':
        return this.index(node, frame);
      case 'call':
        return this.call(node, frame);
      case 'binary':
        return this.binary(node, frame);
      case 'unary':
        return this.unary(node.sign, this.expression(node.operand, frame));
      case 'conditional': {
        const truth = truthOf(this.expression(node.test, frame));
        if (truth === true) return this.expression(node.whenTrue, frame);
        if (truth === false) return this.expression(node.otherwise, frame);
        this.trace.doubts++;
        const values = [this.expression(node.whenTrue, frame), this.expression(node.otherwise, frame)];
        this.trace.doubts--;
        return mergedValues(values);
      }
      case 'list':
        return this.list(node, frame);
      case 'dict':
        return this.dict(node, frame);
      case 'comprehension':
        return this.comprehension(node, frame);
      case 'format': {
        const parts = node.parts.map((part) =>
          typeof part === 'string' ? part : writtenValue(this.expression(part, frame))?.text,
        );
        return parts.includes(undefined) ? unknownValue : { kind: 'text', text: parts.join('') };
      }
      case 'named': {
        const value = this.expression(node.value, frame);
        this.setName(node.name, value, frame);
        return value;
      }
      case 'lambda':
        return {
          kind: 'function',
          name: '',
          parameters: node.parameters,
          body: node.body,
          scope: frame.scope,
          self: undefined,
          owner: undefined,
        };
      default:
        return unknownValue;
    }
  }

  private index({ object, index }: Extract<Expression, { kind: 'index' }>, frame: Frame): Value {
    const from = this.expression(object, frame);
    return itemAt(
      from,
      index.map((one) =>
        one.kind === 'slice'
          ? { slice: one.parts.map((part) => part && this.expression(part, frame)) }
          : this.expression(one, frame),
      ),
    );
  }

  private binary({ sign, left, right }: Extract<Expression, { kind: 'binary' }>, frame: Frame): Value {
    const one = this.expression(left, frame);
    if (sign === 'and' || sign === 'or') {
      const truth = truthOf(one);
      if (truth === undefined) {
        const other = this.expression(right, frame);
        return truthOf(other) === (sign === 'or') && other.kind === 'truth' ? other : unknownValue;
      }
      return truth === (sign === 'or') ? one : this.expression(right, frame);
    }
    const other = this.expression(right, frame);
    return /^[<>=!]|in$|^is/.test(sign) ? compared(one, sign, other) : computed(one, sign, other);
  }

  private unary(sign: string, value: Value): Value {
    if (sign === 'not') {
      const truth = truthOf(value);
      return truth === undefined ? unknownValue : { kind: 'truth', value: !truth };
    }
    if (value.kind === 'tensor') return value;
    if (value.kind !== 'number' || (sign !== '-' && sign !== '+')) return unknownValue;
    return { kind: 'number', value: sign === '-' ? -value.value : value.value };
  }

  private list({ items, isTuple }: Extract<Expression, { kind: 'list' }>, frame: Frame): Value {
    const values: Value[] = [];
    let isOpen = false;
    for (const { isSpread, value } of items) {
      const one = this.expression(value, frame);
      const spread = isSpread ? elementsOf(one) : [one];
      isOpen ||= !spread;
      values.push(...(spread ?? [unknownValue]));
    }
    return listValue(values, isTuple ? 'tuple' : 'list', isOpen);
  }

  private dict({ entries }: Extract<Expression, { kind: 'dict' }>, frame: Frame): Value {
    const known = new Map<string, Value>();
    for (const [key, value] of entries) {
      const one = key ? this.expression(key, frame) : undefined;
      const content = this.expression(value, frame);
      if (!one && content.kind === 'dict') for (const [name, inner] of content.cells.state) known.set(name, inner);
      else if (one?.kind === 'text') known.set(one.text, content);
      else if (one?.kind === 'number') known.set(String(one.value), content);
      else return unknownValue;
    }
    return dictOf(known);
  }

  private comprehension(node: Extract<Expression, { kind: 'comprehension' }>, frame: Frame): Value {
    const inner: Frame = { ...frame, ...newFrame({ names: newNames([], this.journal.now), parent: frame.scope }) };
    const values: Value[] = [];
    const isKnown = this.clauses(node.clauses, 0, inner, () => values.push(this.expression(node.element, inner)));
    return listValue(values, 'list', !isKnown);
  }

  private clauses(clauses: readonly Clause[], at: number, frame: Frame, give: () => void): boolean {
    const clause = clauses[at];
    if (!clause) {
      give();
      return !this.isSpent;
    }
    const items = elementsOf(this.expression(clause.source, frame));
    if (!items || items.length > mostRounds) {
      for (const target of clause.targets) this.assign(target, unknownValue, frame, target.from);
      this.clauses(clauses, at + 1, frame, give);
      return false;
    }
    for (const item of items) {
      this.assignAll(clause.targets, item, frame, clause.source.from);
      const truths = clause.conditions.map((one) => truthOf(this.expression(one, frame)));
      if (truths.includes(undefined)) return false;
      if (!truths.includes(false) && !this.clauses(clauses, at + 1, frame, give)) return false;
    }
    return true;
  }

  private call(node: Extract<Expression, { kind: 'call' }>, frame: Frame): Value {
    const place = { start: node.from, end: node.to };
    if (node.callee.kind === 'name' && node.callee.name === 'super' && frame.owner && frame.self)
      return { kind: 'super', self: frame.self, owner: frame.owner };
    const callee = this.expression(node.callee, frame);
    const args = this.args(node.args, frame);
    // A name that the text leaves open, or fills later, is what people mostly mean by it.
    const isOpen = (callee.kind === 'unknown' || callee.kind === 'none') && node.path !== '';
    if (isOpen && node.path.startsWith('self.')) this.unknownCalls++;
    const known: Value = isOpen
      ? { kind: 'path', path: this.fullPath(node.path), isLoose: !this.imports.has(node.path.split('.')[0]!) }
      : callee;
    return callValue(known, args, { ...place, path: node.path }, this);
  }

  private fullPath(path: string): string {
    const [first = '', ...rest] = path.split('.');
    return [this.imports.get(first) ?? first, ...rest].join('.');
  }

  private args(args: readonly Argument[], frame: Frame): CallArgs {
    const places: Value[] = [];
    const keywords = new Map<string, Value>();
    let isOpen = false;
    for (const { kind, name, value } of args) {
      const given = this.expression(value, frame);
      if (kind === 'place') places.push(given);
      else if (kind === 'keyword') keywords.set(name, given);
      else if (kind === 'places') {
        const items = elementsOf(given);
        places.push(...(items ?? [spreadValue]));
        isOpen ||= !items;
      } else if (given.kind === 'dict') for (const [key, one] of given.cells.state) keywords.set(key, one);
      else isOpen = true;
    }
    return { places, keywords, isOpen };
  }
}

function newFrame(scope: Scope): Pick<Frame, 'scope' | 'returned' | 'outer' | 'isGenerator'> {
  return { scope, returned: [], outer: new Map(), isGenerator: false };
}

/** A list of layers is called as the first variable that holds it. */
function nameModel(value: Value, name: string, from: number): void {
  if (value.kind !== 'list' || !value.model || value.model.isNamed) return;
  const named: ModelName = { key: name, starts: [from, ...value.model.starts], isNamed: true };
  value.model = named;
}

/** A new dict. */
export function dictOf(entries: ReadonlyMap<string, Value>, role: DictValue['role'] = 'dict'): DictValue {
  return { kind: 'dict', role, cells: newNames(entries) };
}
