import type { Operand } from './operand';
import { operandLayout } from './operand';

/** Which of two matrices is convolved with which. */
export interface Roles {
  readonly input: Operand;
  readonly kernel: Operand;
}

const kernelWords = new Set(
  (
    'kernel kernels filter filt k ker w weight weights mask stencil psf taps sobel scharr prewitt roberts laplace ' +
    'laplacian gaussian gauss blur sharpen emboss edge edges box gabor'
  ).split(' '),
);

/** True when a name says kernel: one of its words is `kernel`, `filter`, `k`, `w`, `mask`, `sobel` and the like. */
export function namesKernel(name: string | undefined): boolean {
  if (name === undefined) return false;
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  return words.some((word) => kernelWords.has(word));
}

function cells(operand: Operand): number {
  const { rows, cols } = operandLayout(operand);
  return rows * cols;
}

/** Names decide which is the kernel, else the smaller one is; of two equals the first is the input. */
export function assignRoles(first: Operand, second: Operand): Roles {
  const firstIsNamed = namesKernel(first.name);
  const secondIsNamed = namesKernel(second.name);
  const firstIsKernel = firstIsNamed === secondIsNamed ? cells(first) < cells(second) : firstIsNamed;
  return firstIsKernel ? { input: second, kernel: first } : { input: first, kernel: second };
}
