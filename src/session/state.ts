import type { Conv2dParams } from '../engine/convolution/conv2dParams';
import type { Work } from '../engine/convolution/planWithinCeiling';
import type { LiteralProblem } from '../literals/literal';
import type { NotInText } from './cellEdit';
import type { Operand } from './operand';
import type { TextEdit } from './textEdit';

/** Why what was changed here was not written into its text, but counts here; `whole` is of acts on the whole matrix. */
export type KeptHere = NotInText | 'closed' | 'read-only' | 'refused' | 'says-otherwise' | 'whole';

/**
 * What the person should know about the text behind the panel; the last good result stays shown meanwhile. The last three
 * are about an act, and go with the next one.
 */
export type Notice =
  | { readonly code: 'source-deleted'; readonly place: string }
  | { readonly code: 'source-unreadable'; readonly place: string; readonly problem: LiteralProblem }
  | { readonly code: 'kept-here'; readonly place: string; readonly reason: KeptHere }
  | { readonly code: 'not-taken-back'; readonly place: string; readonly reason: 'changed' | 'closed' | 'refused' }
  | ParametersNotice;

/** Where the parameters come from that the text says, and what of it was not taken over, as it is written. */
export interface ParametersNotice {
  readonly code: 'parameters';
  /** The function that is called; undefined where labels say them. */
  readonly callee: string | undefined;
  readonly isSet: boolean;
  readonly left: readonly string[];
  readonly isCut: boolean;
}

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
  /** What the act that led to this state wrote into a text; undo takes it back there. */
  readonly wrote?: TextEdit | undefined;
}

/** True for what is told of an act, which goes with the next one. */
export function isAboutAct({ code }: Notice): boolean {
  return code === 'kept-here' || code === 'not-taken-back' || code === 'parameters';
}
