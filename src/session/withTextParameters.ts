import type { TextParameters } from '../literals/parameters/convolutionCall';
import { planeShape } from './operand';
import type { ParametersNotice, SessionState } from './state';
import { callParams, labelParams, type TextParams } from './textParams';

/**
 * A session with the parameters that its text says: those of the first call in the sense of its library, else those of
 * labels. What was not taken over is told.
 */
export function withTextParameters(state: SessionState, text: TextParameters): SessionState {
  const [call, ...otherCalls] = text.calls;
  const sizes = { input: planeShape(state.input), kernel: planeShape(state.kernel) };
  const said: TextParams = call ? callParams(call, sizes) : labelParams(text.labels, sizes.kernel);
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
