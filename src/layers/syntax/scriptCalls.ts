import { languageOf } from '../../literals/languages';
import { scan } from '../../literals/text/scanner';
import { type Tokens, tokenKinds, tokenText } from '../../literals/text/tokens';
import { type ArgumentValue, namesOf, noValue, numberValue } from './argumentValue';
import type { SourceCall, SourceCalls } from './sourceCall';

const mostDepth = 40;
/** Longer argument lists are no layer's; the bound keeps nested calls from being read again and again. */
const mostTokens = 600;
/** Tokens of a dotted name. */
const mostParts = 20;
const mostNames = 20;

/**
 * The calls of a JavaScript or TypeScript text whose dotted name is wanted, with their arguments: numbers, strings, lists
 * and records. Never throws.
 */
export function scriptCalls(text: string, isWanted: (path: string) => boolean): SourceCalls {
  const tokens = scan(text, languageOf('javascript'));
  const calls: SourceCall[] = [];
  for (let at = 0; at < tokens.count; at++) {
    const isStart = tokens.kinds[at] === tokenKinds.name && tokens.kinds[at - 1] !== tokenKinds.dot;
    const call = isStart ? callAt(tokens, at, isWanted) : undefined;
    if (call) calls.push(call);
  }
  return { calls, imports: new Map() };
}

function callAt(tokens: Tokens, from: number, isWanted: (path: string) => boolean): SourceCall | undefined {
  let at = from + 1;
  const longest = from + mostParts;
  while (at < longest && tokens.kinds[at] === tokenKinds.dot && tokens.kinds[at + 1] === tokenKinds.name) at += 2;
  if (!isSign(tokens, at, '(')) return undefined;
  const path = tokens.text.slice(tokens.starts[from], tokens.ends[at - 1]).replace(/\s/g, '');
  if (!isWanted(path)) return undefined;
  const reader = new ArgumentReader(tokens, at + 1);
  const { values, spreads, isClosed } = reader.list(')', 0);
  const end = tokens.ends[Math.max(reader.at - 1, at)]!;
  return { path, args: values, keywords: new Map(), spreads, start: tokens.starts[from]!, end, isComplete: isClosed };
}

function isSign(tokens: Tokens, at: number, sign: string): boolean {
  return at < tokens.count && tokenText(tokens, at) === sign;
}

/** Reads values from tokens, one after another; what it does not know becomes `unknown` up to the next comma. */
class ArgumentReader {
  constructor(
    private readonly tokens: Tokens,
    public at: number,
  ) {
    this.limit = Math.min(tokens.count, at + mostTokens);
  }

  private readonly limit: number;

  list(
    close: string,
    depth: number,
  ): { readonly values: readonly ArgumentValue[]; readonly spreads: readonly string[]; readonly isClosed: boolean } {
    const values: ArgumentValue[] = [];
    const spreads: string[] = [];
    for (;;) {
      this.skipLines();
      if (this.at >= this.limit) return { values, spreads, isClosed: false };
      if (this.takes(close)) return { values, spreads, isClosed: true };
      if (this.tokens.kinds[this.at] === tokenKinds.ellipsis) {
        this.at++;
        spreads.push(...namesOf(this.value(close, depth + 1)));
      } else values.push(this.value(close, depth + 1));
      if (!this.takes(',') && !isSign(this.tokens, this.at, close)) return { values, spreads, isClosed: false };
    }
  }

  /** One value; a word between operators makes it unknown as a whole. */
  private value(close: string, depth: number): ArgumentValue {
    const first = depth > mostDepth ? undefined : this.simple(depth);
    this.skipLines();
    if (first && (isSign(this.tokens, this.at, ',') || isSign(this.tokens, this.at, close))) return first;
    return this.rest(close, first ? [...namesOf(first)] : []);
  }

  private simple(depth: number): ArgumentValue | undefined {
    this.skipLines();
    const { kinds, values } = this.tokens;
    const kind = kinds[this.at];
    if (this.takes('[')) return { kind: 'list', items: this.list(']', depth).values };
    if (this.takes('{')) return this.record(depth);
    if (isSign(this.tokens, this.at, '-') && isNumber(kinds[this.at + 1])) {
      this.at += 2;
      return numberValue(-values[this.at - 1]!);
    }
    if (isNumber(kind)) return numberValue(values[this.at++]!);
    if (kind === tokenKinds.string) return textValue(tokenText(this.tokens, this.at++));
    return kind === tokenKinds.name ? wordValue(tokenText(this.tokens, this.at++)) : undefined;
  }

  private record(depth: number): ArgumentValue {
    const entries = new Map<string, ArgumentValue>();
    const spreads: string[] = [];
    for (;;) {
      this.skipLines();
      if (this.at >= this.limit || this.takes('}')) return { kind: 'record', entries, spreads };
      if (this.tokens.kinds[this.at] === tokenKinds.ellipsis) {
        this.at++;
        spreads.push(...namesOf(this.value('}', depth + 1)));
      } else this.entry(entries, depth);
      if (!this.takes(',') && !isSign(this.tokens, this.at, '}')) return { kind: 'unknown', names: spreads };
    }
  }

  private entry(entries: Map<string, ArgumentValue>, depth: number): void {
    const key = textOf(tokenText(this.tokens, this.at++));
    this.skipLines();
    if (this.takes(':')) entries.set(key, this.value('}', depth + 1));
    else entries.set(key, wordValue(key));
  }

  /** Goes on to the end of what is not understood; brackets inside are skipped whole. */
  private rest(close: string, names: string[]): ArgumentValue {
    let open = 0;
    for (; this.at < this.limit; this.at++) {
      const kind = this.tokens.kinds[this.at];
      if (open === 0 && (isSign(this.tokens, this.at, ',') || isSign(this.tokens, this.at, close))) break;
      if (kind === tokenKinds.open) open++;
      if (kind === tokenKinds.close && --open < 0) break;
      if (kind === tokenKinds.name && names.length < mostNames) names.push(tokenText(this.tokens, this.at));
    }
    return { kind: 'unknown', names };
  }

  private takes(sign: string): boolean {
    if (!isSign(this.tokens, this.at, sign)) return false;
    this.at++;
    return true;
  }

  private skipLines(): void {
    while (this.tokens.kinds[this.at] === tokenKinds.newline && this.at < this.tokens.count) this.at++;
  }
}

function isNumber(kind: number | undefined): boolean {
  return kind === tokenKinds.integer || kind === tokenKinds.decimal;
}

function wordValue(word: string): ArgumentValue {
  if (word === 'true' || word === 'false') return { kind: 'truth', value: word === 'true' };
  return word === 'null' || word === 'undefined' ? noValue : { kind: 'name', path: word };
}

function textValue(written: string): ArgumentValue {
  return written.includes('\\') || written.includes('${')
    ? { kind: 'unknown', names: [] }
    : { kind: 'text', text: textOf(written) };
}

function textOf(written: string): string {
  return /^['"`]/.test(written) ? written.slice(1, -1) : written;
}
