/** The whole numbers from one to another, both included. */
export function whole(first: number, last: number): number[] {
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index);
}

/** ⌊(N + P − span) / S⌋ + 1, and 0 where the kernel does not fit: the definition of PyTorch's Conv2d. */
export function outputSize(axis: {
  readonly inputSize: number;
  readonly kernelSize: number;
  readonly stride: number;
  readonly dilation: number;
  readonly before: number;
  readonly after: number;
}): number {
  const room = axis.inputSize + axis.before + axis.after - (axis.dilation * (axis.kernelSize - 1) + 1);
  return room < 0 ? 0 : Math.floor(room / axis.stride) + 1;
}
