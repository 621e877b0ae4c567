import type { ArgumentValue } from './argumentValue';

/** A call as it is written: what is called, and what it is given. */
export interface SourceCall {
  /** `nn.Conv2d`, as written. */
  readonly path: string;
  readonly args: readonly ArgumentValue[];
  readonly keywords: ReadonlyMap<string, ArgumentValue>;
  /** Names whose content is handed over too: `*args`, `**options`, `...rest`. */
  readonly spreads: readonly string[];
  /** UTF-16 code units of the text, from the first character of the name to the closing bracket. */
  readonly start: number;
  readonly end: number;
  /** False where the closing bracket is not there yet, or something in between cannot be read. */
  readonly isComplete: boolean;
}

/** The calls of a text in the order of their beginnings, and what its imports call things. */
export interface SourceCalls {
  readonly calls: readonly SourceCall[];
  /** Full names by the name that the text uses: `nn` → `torch.nn`. */
  readonly imports: ReadonlyMap<string, string>;
}
