import type { NumberBlock } from './numberBlock';

/** What a token is; numbers so that a text of a million tokens fits typed arrays. */
export const tokenKinds = {
  integer: 0,
  decimal: 1,
  complex: 2,
  bad: 3,
  name: 4,
  string: 5,
  open: 6,
  close: 7,
  comma: 8,
  semicolon: 9,
  newline: 10,
  colon: 11,
  assign: 12,
  dot: 13,
  ellipsis: 14,
  operator: 15,
  /** A long list of plain numbers, brackets and all; its value is its index in `blocks`. */
  block: 16,
  end: 17,
} as const;

/** The tokens of a text, without blanks, comments and prompts; token `count` is an `end` token at the text's end. */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  /** False where there were too many of them, and the last are missing. */
  readonly isWhole: boolean;
  readonly kinds: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** What number tokens are worth. */
  readonly values: Float64Array;
  readonly blocks: readonly NumberBlock[];
  /** Where comments start and end, in turn. */
  readonly comments: readonly number[];
  /** Where prompts start and end, in turn. */
  readonly prompts: readonly number[];
}

/** The characters of token `index`. */
export function tokenText({ text, starts, ends }: Tokens, index: number): string {
  return text.slice(starts[index], ends[index]);
}

/** The code unit with which token `index` begins. */
export function tokenCode({ text, starts }: Tokens, index: number): number {
  return text.charCodeAt(starts[index]!);
}

/** Whether white space or a comment stands before token `index`. */
export function hasBlankBefore({ starts, ends }: Tokens, index: number): boolean {
  return index === 0 || starts[index]! > ends[index - 1]!;
}

/** Whether token `index` is an opening bracket of the given code unit. */
export function opensWith(tokens: Tokens, index: number, code: number): boolean {
  return tokens.kinds[index] === tokenKinds.open && tokenCode(tokens, index) === code;
}

const firstCapacity = 1024;

/** A growing list of tokens. */
export class TokenList {
  count = 0;
  private readonly comments: number[] = [];
  private readonly prompts: number[] = [];
  private readonly blocks: NumberBlock[] = [];
  private kinds = new Uint8Array(firstCapacity);
  private starts = new Uint32Array(firstCapacity);
  private ends = new Uint32Array(firstCapacity);
  private values = new Float64Array(firstCapacity);

  constructor(private readonly text: string) {}

  get lastKind(): number {
    return this.count === 0 ? tokenKinds.newline : this.kinds[this.count - 1]!;
  }

  get lastEnd(): number {
    return this.count === 0 ? 0 : this.ends[this.count - 1]!;
  }

  push(kind: number, start: number, end: number, value = 0): void {
    if (this.count === this.kinds.length) this.grow();
    this.kinds[this.count] = kind;
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.values[this.count++] = value;
  }

  /** Keeps the place of a comment, which is no token. */
  pushComment(start: number, end: number): void {
    this.comments.push(start, end);
  }

  pushBlock(block: NumberBlock, start: number): void {
    this.push(tokenKinds.block, start, block.end, this.blocks.length);
    this.blocks.push(block);
  }

  /** What the last token before line ends is; `end` where there is none. */
  get lastKindOnAnyLine(): number {
    let last = this.count - 1;
    while (last >= 0 && this.kinds[last] === tokenKinds.newline) last--;
    return last < 0 ? tokenKinds.end : this.kinds[last]!;
  }

  /** Keeps the place of a prompt, which is no token either. */
  pushPrompt(start: number, end: number): void {
    this.prompts.push(start, end);
  }

  /** Makes the last token a bad one that reaches to `end`. */
  spoilLast(end: number): void {
    if (this.count === 0) return;
    this.kinds[this.count - 1] = tokenKinds.bad;
    this.ends[this.count - 1] = end;
  }

  finish(isWhole: boolean): Tokens {
    this.push(tokenKinds.end, this.text.length, this.text.length);
    const { text, kinds, starts, ends, values, blocks, comments, prompts } = this;
    return { text, count: this.count - 1, isWhole, kinds, starts, ends, values, blocks, comments, prompts };
  }

  private grow(): void {
    const capacity = this.kinds.length * 2;
    this.kinds = copied(new Uint8Array(capacity), this.kinds);
    this.starts = copied(new Uint32Array(capacity), this.starts);
    this.ends = copied(new Uint32Array(capacity), this.ends);
    this.values = copied(new Float64Array(capacity), this.values);
  }
}

function copied<T extends Uint8Array | Uint32Array | Float64Array>(target: T, source: T): T {
  target.set(source);
  return target;
}

/** The tokens from one index up to another, as a text of their own with the places of the whole. */
export function tokensBetween(tokens: Tokens, from: number, to: number): Tokens {
  const { text, isWhole, values, blocks, comments, prompts } = tokens;
  const kinds = tokens.kinds.slice(from, to + 1);
  const starts = tokens.starts.slice(from, to + 1);
  const ends = tokens.ends.slice(from, to + 1);
  const count = to - from;
  const end = count > 0 ? ends[count - 1]! : (starts[0] ?? text.length);
  kinds[count] = tokenKinds.end;
  starts[count] = end;
  ends[count] = end;
  const left = { comments, prompts };
  return { text, count, isWhole, kinds, starts, ends, values: values.slice(from, to + 1), blocks, ...left };
}

/** The first token that begins at or after an offset. */
export function firstTokenFrom({ starts, count }: Tokens, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
