/** Copies `rows` rows of `bytes` bytes each; both sides may have gaps between their rows. Addresses and steps in bytes. */
export function copyRows(to: usize, toStep: usize, from: usize, fromStep: usize, bytes: usize, rows: usize): void {
  for (let row: usize = 0; row < rows; row++) {
    memory.copy(to + row * toStep, from + row * fromStep, bytes);
  }
}
