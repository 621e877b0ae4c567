import type { TextParameters } from '../literals/parameters/convolutionCall';
import { type CallSizes, callParams, labelParams, type TextParams } from './textParams';

/** Asks what the parameters that a text says are for matrices of these sizes; plain data, so that a thread can answer. */
export interface TextParamsRequest {
  readonly kind: 'text-params';
  readonly text: TextParameters;
  readonly sizes: CallSizes;
}

/** Those of the first call in the sense of its library, else those of labels. */
export function answerTextParams({ text, sizes }: TextParamsRequest): TextParams {
  const [call] = text.calls;
  return call ? callParams(call, sizes) : labelParams(text.labels, sizes.kernel);
}
