import type { FlowingTensor } from '../tensor';
import type { GraphValue, ListValue, ObjectValue, Value } from './value';

/** What a text can put a tensor into, beside a single layer. */
export type ModelValue = ObjectValue | ListValue | GraphValue;

/** A model that was followed from its input on. */
export interface ModelRun {
  readonly key: string;
  readonly model: ModelValue;
  readonly input: FlowingTensor;
  readonly output: Value;
  /** Its uses of layers stand in the trace from here to there. */
  readonly firstRow: number;
  readonly endRow: number;
  /** Whether something was called of which nothing is known. */
  readonly isOpen: boolean;
}
