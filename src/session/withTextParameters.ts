import type { TextParameters } from '../literals/parameters/convolutionCall';
import { planeShape } from './operand';
import type { ParametersNotice, SessionState } from './state';
import type { CallSizes, TextParams } from './textParams';

/** The sizes of what a session shows, for which its text's parameters are worked out. */
export function callSizes({ input, kernel }: SessionState): CallSizes {
  return { input: planeShape(input), kernel: planeShape(kernel) };
}

/** A session with the parameters that its text says (`answerTextParams`). What was not taken over is told. */
export function withTextParameters(state: SessionState, text: TextParameters, said: TextParams): SessionState {
  const [call, ...otherCalls] = text.calls;
  const left = [...said.left, ...otherCalls.map(({ callee }) => callee), ...text.strangers];
  const isSet = Object.keys(said.params).length > 0;
  if (!isSet && left.length === 0) return state;
  const notice: ParametersNotice = {
    code: 'parameters',
    callee: call?.callee,
    isSet,
    left: [...new Set(left)],
    isCut: said.isCut,
  };
  const { input, kernel } = said.isSwapped ? { input: state.kernel, kernel: state.input } : state;
  return { ...state, input, kernel, params: { ...state.params, ...said.params }, notice };
}
