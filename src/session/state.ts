import type { Conv2dParams } from '../engine/convolution/conv2dParams';
import type { Work } from '../engine/convolution/planWithinCeiling';
import type { LiteralProblem } from '../literals/literal';
import type { Operand } from './operand';

/** What the person should know about the text behind the panel; the last good result stays shown meanwhile. */
export type Notice =
  | { readonly code: 'source-deleted'; readonly place: string }
  | { readonly code: 'source-unreadable'; readonly place: string; readonly problem: LiteralProblem };

/** Everything that a panel or the playground shows, apart from what follows from it. */
export interface SessionState {
  readonly input: Operand;
  readonly kernel: Operand;
  readonly params: Conv2dParams;
  /** What may be computed unasked; what the person has agreed to, once they were asked. */
  readonly ceiling: Work;
  /** Other matrices of the file or notebook, offered as input or kernel. */
  readonly candidates: readonly Operand[];
  readonly notice: Notice | undefined;
}
