import type { Padding, PerAxis } from './conv2dParams';

/** Cells added on the four sides. */
type Explicit = Extract<Padding, { kind: 'explicit' }>;

/**
 * The padding, in cells, with which a kernel's place `anchor`, [row, column] counted from 0, lies on the output's own
 * cell: OpenCV's filter2D, whose anchor −1 is [kh // 2, kw // 2]. The output is as large as the input. SciPy's
 * ndimage.correlate with origin o has the anchor K // 2 + o, ndimage.convolve, on the turned kernel, (K − 1) // 2 − o.
 */
export function anchoredPadding([rows, cols]: PerAxis, [row, col]: PerAxis): Explicit {
  return { kind: 'explicit', top: row, bottom: rows - 1 - row, left: col, right: cols - 1 - col };
}
