import type { Language } from '../languages';
import { type Tokens, tokenCode, tokenKinds, tokenText } from '../text/tokens';

interface Block {
  readonly id: number;
  readonly indent: number;
  readonly isFunction: boolean;
}

const openers = new Set('if for while switch try parfor function begin let do module struct macro quote'.split(' '));

/** Knows in which block of a program a token stands: by braces, by indentation in Python, by `end` in MATLAB and Julia. */
export class BlockTracker {
  private readonly stack: Block[] = [{ id: 0, indent: -1, isFunction: false }];
  private readonly functions = new Set<number>();
  private readonly parents = new Map<number, number>();
  private nextId = 1;
  private pending: 'function' | 'block' | undefined;

  constructor(
    private readonly tokens: Tokens,
    private readonly language: Language,
  ) {}

  get current(): number {
    return this.stack.at(-1)!.id;
  }

  /** The block that will open next. */
  get next(): number {
    return this.nextId;
  }

  /** Whether a block is still open. */
  isOpen(id: number): boolean {
    return this.stack.some((block) => block.id === id);
  }

  /** Whether a block is a function's body, or lies in one that is not open any more. */
  isForeign(id: number): boolean {
    for (let at: number | undefined = id; at !== undefined && !this.isOpen(at); at = this.parents.get(at)) {
      if (this.functions.has(at)) return true;
    }
    return false;
  }

  /** Takes notice of a token; `outside` when it stands in no bracket but blocks. */
  visit(i: number, outside: boolean): void {
    if (this.language.blankCells) this.visitKeyword(i, outside);
    else if (this.language.lists === 'sequences') this.visitIndent(i, outside);
    else this.visitBrace(i);
  }

  private open(indent: number, isFunction: boolean): void {
    const id = this.nextId++;
    this.parents.set(id, this.current);
    if (isFunction) this.functions.add(id);
    this.stack.push({ id, indent, isFunction });
  }

  private close(): void {
    if (this.stack.length > 1) this.stack.pop();
  }

  private visitBrace(i: number): void {
    const { tokens } = this;
    if (tokens.kinds[i] === tokenKinds.open && tokenCode(tokens, i) === 123) {
      // A bracket or an arrow before the brace: a function's body, or a loop's, in which a declaration is local anyway.
      const before = tokens.kinds[i - 1];
      const isBody = before === tokenKinds.close || before === tokenKinds.operator || before === tokenKinds.name;
      this.open(0, isBody && this.pending === 'function');
      this.pending = undefined;
    } else if (tokens.kinds[i] === tokenKinds.close && tokenCode(tokens, i) === 125) this.close();
    else if (tokens.kinds[i] === tokenKinds.name) {
      const word = tokenText(tokens, i);
      if (word === 'function' || word === 'func' || word === 'fn') this.pending = 'function';
    }
  }

  private visitKeyword(i: number, outside: boolean): void {
    const { tokens } = this;
    if (!outside || tokens.kinds[i] !== tokenKinds.name) return;
    const word = tokenText(tokens, i);
    if (openers.has(word)) {
      // In scripts of MATLAB functions need no `end`; a new one ends the one before.
      this.open(0, word === 'function');
    } else if (word === 'end' || (word.startsWith('end') && openers.has(word.slice(3)))) this.close();
  }

  private visitIndent(i: number, outside: boolean): void {
    const { tokens } = this;
    if (!outside) return;
    const kind = tokens.kinds[i];
    const isFirst = i === 0 || tokens.kinds[i - 1] === tokenKinds.newline;
    if (isFirst && kind !== tokenKinds.newline) this.beginLine(i);
    if (kind === tokenKinds.newline && this.pending && tokens.kinds[i - 1] === tokenKinds.colon) {
      this.open(this.lineIndent + 1, this.pending === 'function');
      this.pending = undefined;
    }
  }

  private lineIndent = 0;

  private beginLine(i: number): void {
    const { tokens } = this;
    const start = tokens.starts[i]!;
    const lineStart = i === 0 ? tokens.text.lastIndexOf('\n', start - 1) + 1 : tokens.ends[i - 1]!;
    this.lineIndent = start - lineStart;
    while (this.stack.length > 1 && this.lineIndent < this.stack.at(-1)!.indent) this.close();
    const word = tokens.kinds[i] === tokenKinds.name ? tokenText(tokens, i) : '';
    this.pending = word === 'def' || word === 'class' || word === 'async' ? 'function' : 'block';
  }
}
