import type { NameRule } from './identifier';

const c =
  'auto break case char const continue default do double else enum extern float for goto if inline int long register ' +
  'restrict return short signed sizeof static struct switch typedef union unsigned void volatile while';

/** What each language that gives matrices names takes as one. */
export const nameRules = {
  python: {
    anyScript: true,
    underscoreFirst: true,
    reserved:
      'False None True and as assert async await break class continue def del elif else except finally for from ' +
      'global if import in is lambda nonlocal not or pass raise return try while with yield np torch tf',
  },
  javascript: {
    anyScript: true,
    underscoreFirst: true,
    reserved:
      'arguments await break case catch class const continue debugger default delete do else enum eval export extends ' +
      'false finally for function if implements import in instanceof interface let new null package private protected ' +
      'public return static super switch this throw true try typeof var void while with yield',
  },
  c: { anyScript: false, underscoreFirst: true, reserved: c },
  cpp: {
    anyScript: false,
    underscoreFirst: true,
    reserved:
      `${c} alignas alignof and asm bool catch class concept constexpr decltype delete dynamic_cast explicit export ` +
      'false friend mutable namespace new noexcept not nullptr operator or private protected public requires ' +
      'static_assert static_cast template this thread_local throw true try typeid typename using virtual wchar_t xor',
  },
  matlab: {
    anyScript: false,
    underscoreFirst: false,
    reserved:
      'break case catch classdef continue else elseif end for function global if otherwise parfor persistent return ' +
      'spmd switch try while',
  },
  julia: {
    anyScript: true,
    underscoreFirst: true,
    reserved:
      'baremodule begin break catch const continue do else elseif end export false finally for function global if ' +
      'import let local macro module quote return struct true try using while',
  },
  r: {
    anyScript: false,
    underscoreFirst: false,
    reserved: 'FALSE Inf NA NULL NaN TRUE break else for function if in next repeat while',
  },
} as const satisfies Record<string, NameRule>;
