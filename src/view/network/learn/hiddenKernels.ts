import { type KernelPreset, presets } from '../../../engine/kernels/presets';

/** The kernels that can be hidden: those of 3 × 3 that do something, edges before those that only smooth. */
export const hiddenKernels = presets
  .filter(({ id, matrix }) => matrix.shape.join() === '3,3' && id !== 'identity')
  .toSorted((one, other) => Number(isEdge(other)) - Number(isEdge(one)));

function isEdge({ matrix }: KernelPreset): boolean {
  return matrix.data.some((weight) => weight < 0);
}
