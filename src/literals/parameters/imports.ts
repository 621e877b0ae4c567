import { type Tokens, tokenKinds, tokenText } from '../text/tokens';
import { pathEnd } from './callValue';

/** What the names that a Python text imports stand for: `F` → `torch.nn.functional`. */
export function importedNames(tokens: Tokens): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kinds[i] !== tokenKinds.name || !startsLine(tokens, i)) continue;
    const word = tokenText(tokens, i);
    if (word === 'import') i = readImport(tokens, i + 1, '', names);
    else if (word === 'from') i = readFrom(tokens, i + 1, names);
  }
  return names;
}

function startsLine(tokens: Tokens, i: number): boolean {
  return i === 0 || tokens.kinds[i - 1] === tokenKinds.newline || tokens.kinds[i - 1] === tokenKinds.semicolon;
}

/** `from scipy import signal, ndimage as ndi`. */
function readFrom(tokens: Tokens, from: number, names: Map<string, string>): number {
  const end = pathEnd(tokens, from, tokens.count);
  if (end === from || tokenText(tokens, end) !== 'import') return from;
  return readImport(tokens, end + 1, `${pathText(tokens, from, end)}.`, names);
}

function readImport(tokens: Tokens, from: number, prefix: string, names: Map<string, string>): number {
  let at = from;
  const isOpen = tokens.kinds[at] === tokenKinds.open;
  if (isOpen) at++;
  while (at < tokens.count) {
    while (isOpen && tokens.kinds[at] === tokenKinds.newline) at++;
    const end = pathEnd(tokens, at, tokens.count);
    if (end === at) return at;
    const path = pathText(tokens, at, end);
    const isRenamed = tokenText(tokens, end) === 'as' && tokens.kinds[end + 1] === tokenKinds.name;
    if (isRenamed) names.set(tokenText(tokens, end + 1), prefix + path);
    else if (prefix !== '') names.set(path, prefix + path);
    at = isRenamed ? end + 2 : end;
    if (tokens.kinds[at] !== tokenKinds.comma) return at;
    at++;
  }
  return at;
}

/** A path with dots between its names. */
export function pathText(tokens: Tokens, from: number, to: number): string {
  const parts: string[] = [];
  for (let at = from; at < to; at += 2) parts.push(tokenText(tokens, at));
  return parts.join('.');
}
