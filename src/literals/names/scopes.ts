import { type Language, languageOf } from '../languages';

/** How names live in a language: where a block of its programs ends, and what a function can do to names around it. */
export interface Scopes {
  /** What ends a block: a line further left, a closing brace, the word `end`. */
  readonly blocks: 'indents' | 'braces' | 'ends';
  /** `f(image = 3)` names a parameter; elsewhere it assigns. */
  readonly hasKeywords: boolean;
  /** Assigning in a function makes a name of the function's own, unless a word says otherwise. */
  readonly assignsLocally: boolean;
  /** A function sees no name of the script around it. */
  readonly hasClosedFunctions: boolean;
  /** `b = a` copies: what happens to `b` does not happen to `a`. */
  readonly copies: boolean;
  /** A name declared in a block is unknown behind it. */
  readonly declaresInBlocks: boolean;
  /** A function may write to what is handed to it as any argument, also those known from other languages. */
  readonly writesArguments: boolean;
  /** A line that begins with a bracket goes on with the line before. */
  readonly joinsBrackets: boolean;
  /** `#if … #endif` decide what is compiled. */
  readonly hasPreprocessor: boolean;
}

const indents: Scopes = {
  blocks: 'indents',
  hasKeywords: true,
  assignsLocally: true,
  hasClosedFunctions: false,
  copies: false,
  declaresInBlocks: false,
  writesArguments: false,
  joinsBrackets: false,
  hasPreprocessor: false,
};
const braces: Scopes = {
  ...indents,
  blocks: 'braces',
  hasKeywords: false,
  assignsLocally: false,
  declaresInBlocks: true,
  writesArguments: true,
};
const ends: Scopes = { ...indents, blocks: 'ends', hasClosedFunctions: true, copies: true };
const compiled: Scopes = { ...braces, hasPreprocessor: true };
const script: Scopes = { ...braces, writesArguments: false, joinsBrackets: true };

const byId: Readonly<Record<string, Scopes>> = {
  python: indents,
  javascript: script,
  javascriptreact: script,
  typescript: script,
  typescriptreact: script,
  dart: braces,
  c: compiled,
  cpp: compiled,
  'cuda-cpp': compiled,
  'objective-c': compiled,
  'objective-cpp': compiled,
  java: braces,
  glsl: compiled,
  hlsl: compiled,
  csharp: compiled,
  rust: braces,
  go: braces,
  kotlin: { ...braces, hasKeywords: true },
  swift: braces,
  matlab: ends,
  octave: ends,
  scilab: ends,
  julia: { ...ends, hasClosedFunctions: false, copies: false },
  r: {
    ...braces,
    hasKeywords: true,
    assignsLocally: true,
    copies: true,
    declaresInBlocks: false,
    writesArguments: false,
  },
};

/** How names live in the language of a VS Code id; undefined where names are not followed. */
export function scopesOf(languageId: string): Scopes | undefined {
  return Object.hasOwn(byId, languageId) ? byId[languageId] : undefined;
}

/** A language's scopes without its id, from what its traits tell. */
export function likelyScopes(language: Language): Scopes {
  const known = Object.keys(byId).find((id) => languageOf(id) === language);
  if (known) return byId[known]!;
  return language.blankCells ? ends : language.lists === 'sequences' ? indents : braces;
}
