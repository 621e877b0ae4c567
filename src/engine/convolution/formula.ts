import type { AxisPlan } from './conv2dPlan';

/** The output-size formula of one axis as text, with U+2212 for minus and floor brackets only where they cut off. */
export interface OutputSizeFormula {
  /** For example `(N − F + 2P) / S + 1`. */
  readonly symbolic: string;
  /** The same with the numbers and the result: `(5 − 3 + 2·1) / 1 + 1 = 5`. */
  readonly numeric: string;
  /** The numbers without padding 0 and stride 1: `28 − 3 + 1 = 26`. */
  readonly short: string;
  readonly result: number;
}

/**
 * The formula of an axis: N input, F kernel, S stride, P padding on each side (P₁ before and P₂ after where they
 * differ), D dilation; with D ≠ 1 in the form of PyTorch's Conv2d documentation.
 */
export function outputSizeFormula(axis: AxisPlan): OutputSizeFormula {
  const { inputSize: n, kernelSize: f, stride, dilation: d, outputSize } = axis;
  const isEven = axis.before === axis.after;
  const padded = isEven ? `2·${axis.before}` : `${axis.before} + ${axis.after}`;
  const symbols = room('N', 'F', 'D', isEven ? '2P' : 'P₁ + P₂', d !== 1);
  const numbers = room(`${n}`, `${f}`, `${d}`, padded, d !== 1);
  const brief = room(`${n}`, `${f}`, `${d}`, axis.paddedSize === n ? '' : padded, d !== 1);
  const isFloored = axis.rest > 0;
  return {
    symbolic: hops(symbols, 'S', isFloored),
    numeric: `${hops(numbers, `${stride}`, isFloored)} = ${outputSize}`,
    short: `${stride === 1 ? `${brief} + 1` : hops(brief, `${stride}`, isFloored)} = ${outputSize}`,
    result: outputSize,
  };
}

function room(n: string, f: string, d: string, padding: string, isDilated: boolean): string {
  const added = padding && ` + ${padding}`;
  return isDilated ? `${n}${added} − ${d}·(${f} − 1) − 1` : `${n} − ${f}${added}`;
}

function hops(cells: string, stride: string, isFloored: boolean): string {
  return isFloored ? `⌊(${cells}) / ${stride}⌋ + 1` : `(${cells}) / ${stride} + 1`;
}
