import { unaskedWork } from '../../engine/convolution/planWithinCeiling';
import { presetOf } from '../../engine/kernels/presets';
import type { Matrix } from '../../engine/tensor';
import type { Operand, Origin } from '../operand';
import type { SessionState } from '../state';
import type { LensScene } from './lesson';

/** A scene of the lens as a session. */
export function lessonSession({ input, kernel, params }: LensScene): SessionState {
  const preset = presetOf(kernel);
  return {
    input: operandOf(input, { kind: 'draft' }),
    kernel: operandOf(kernel, preset ? { kind: 'preset', id: preset.id } : { kind: 'draft' }),
    params,
    ceiling: unaskedWork,
    candidates: [],
    notice: undefined,
  };
}

function operandOf(tensor: Matrix, origin: Origin): Operand {
  return { name: undefined, tensor, plane: 0, origin, written: undefined };
}
