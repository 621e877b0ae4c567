import { presets } from '../../../engine/kernels/presets';

/** The kernels that can be hidden: those of 3 × 3 that do something. */
export const hiddenKernels = presets.filter(({ id, matrix }) => matrix.shape.join() === '3,3' && id !== 'identity');
