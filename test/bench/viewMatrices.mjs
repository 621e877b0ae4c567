/** Matrices to measure the panel with, as texts and as bytes. */

/** Rows of whole numbers, without a pattern that a kernel would answer with zeros. */
export function csv(rows, cols, seed = 1) {
  return matrix(rows, cols, (y, x) => (y * 7919 + x * 104_729 + y * x * 31 + seed * 37) % 256)
    .map((row) => row.join(','))
    .join('\n');
}

/** An assignment on one line. */
export function assignment(name, rows, cols, value) {
  return `${name} = [${matrix(rows, cols, value).map((row) => `[${row.join(', ')}]`)}]`;
}

/** Rings as bytes in NumPy's format: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html */
export function ringsFile(side) {
  const header = `{'descr': '|u1', 'fortran_order': False, 'shape': (${side}, ${side}), }`.padEnd(117);
  const start = Buffer.from(`\u0093NUMPY\u0001\u0000v\u0000${header}\n`, 'latin1');
  const values = Buffer.alloc(side * side);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      values[y * side + x] = Math.round(128 + 127 * Math.sin(Math.hypot(x - side / 2, y - side / 2) / 19));
  return Buffer.concat([start, values]);
}

function matrix(rows, cols, value) {
  return Array.from({ length: rows }, (_, y) => Array.from({ length: cols }, (_, x) => value(y, x)));
}
