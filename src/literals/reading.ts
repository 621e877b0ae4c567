import type { Finding } from './expression/machine';
import type { Language } from './languages';
import type { LiteralForm, LiteralProblem, MatrixLiteral } from './literal';
import { scan } from './text/scanner';
import type { Tokens } from './text/tokens';

/** A text with what its readers share. */
export interface Source {
  readonly text: string;
  readonly languageId: string | undefined;
  readonly language: Language;
  readonly tokens: () => Tokens;
  /** Whether tokens were asked for, and there are more than can be held. */
  readonly isTooLong: () => boolean;
}

/** What a reader of one syntax makes of a text. */
export interface LiteralReader {
  readonly form: LiteralForm;
  /** The findings in text order, or undefined where the text is not of this form. */
  readonly read: (source: Source) => readonly Finding[] | undefined;
}

/** A text for the readers; its tokens are cut once. */
export function sourceOf(text: string, languageId: string | undefined, language: Language): Source {
  let tokens: Tokens | undefined;
  return {
    text,
    languageId,
    language,
    tokens: () => {
      tokens ??= scan(text, language);
      return tokens;
    },
    isTooLong: () => tokens?.isWhole === false,
  };
}

/** A problem among the findings of a text. */
export function problemFinding(problem: LiteralProblem, weak = false): Finding {
  return { problem, weak, loose: false };
}

/** A literal among the findings of a text. */
export function literalFinding(literal: MatrixLiteral): Finding {
  return { literal, weak: false, loose: false };
}
