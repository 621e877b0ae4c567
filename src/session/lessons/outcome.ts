import type { Verdict } from './checkAnswer';
import type { Expected } from './expectedAnswer';

/** What has become of a question. */
export type Outcome =
  | { readonly is: 'open' }
  /** A field holds no number. */
  | { readonly is: 'unread'; readonly fields: readonly string[] }
  | { readonly is: 'wrong'; readonly fields: readonly string[]; readonly verdict: Extract<Verdict, { isRight: false }> }
  /** `weights` are those of a kernel that was answered. */
  | {
      readonly is: 'right';
      readonly fields: readonly string[];
      readonly expected: Expected | undefined;
      readonly weights: readonly number[] | undefined;
    }
  | { readonly is: 'revealed'; readonly expected: Expected | undefined };
