import type { Term } from '../../engine/convolution/explainCell';
import { largestOf, mapCell } from './mapBlock';
import { type DrawnCell, matrixBlock } from './matrixBlock';
import { type PageOrder, stepTerms } from './pageOrder';
import { signInk } from './signInk';
import { type Block, svgAt, svgText } from './svgParts';

const gap = 48;
/** Larger kernels are not laid out tap by tap. */
const mostSide = 7;
const side = 30;

/** patch ⊙ kernel = products → sum; undefined for kernels that are too large for it. */
export function stepBlock(order: PageOrder): Block | undefined {
  const { example, look, t } = order;
  const { kernelSize: rows } = example.plan.height;
  const { kernelSize: cols } = example.plan.width;
  if (rows > mostSide || cols > mostSide) return undefined;
  const { terms, sum } = stepTerms(order);
  const grid = (cellOf: (term: Term) => DrawnCell, isBoxed = false) =>
    matrixBlock({
      rows,
      cols,
      side,
      cell: (row, col) => cellOf(terms[row * cols + col]!),
      above: isBoxed ? [{ row: 0, col: 0, rows, cols, stroke: look.accent, line: 2 }] : [],
      brackets: isBoxed ? undefined : look.hairline,
      dots: look.quiet,
    });
  const result = mapCell(sum, largestOf(example.output), look);
  const blocks = [
    [grid(({ value }) => ({ value, colour: look.ink }), true), t('patch'), '⊙'],
    [grid(({ weight }) => ({ value: weight, colour: signInk(weight, look) })), example.kernelName ?? t('kernel'), '='],
    // A negative weight times zero is −0, which would only puzzle here.
    [grid(({ product }) => ({ value: product + 0, colour: signInk(product, look) })), t('products'), '→'],
    [sumBlock(result, look.accent), t('sum'), ''],
  ] as const;
  return inRow(blocks, rows * side, look);
}

function sumBlock(cell: DrawnCell, accent: string): Block {
  const above = [{ row: 0, col: 0, rows: 1, cols: 1, stroke: accent, line: 2 }];
  return matrixBlock({
    rows: 1,
    cols: 1,
    side: side * 1.4,
    cell: () => cell,
    above,
    brackets: undefined,
    dots: accent,
  });
}

function inRow(
  blocks: readonly (readonly [block: Block, caption: string, sign: string])[],
  height: number,
  look: PageOrder['look'],
): Block {
  let x = 0;
  const tall = Math.max(height, ...blocks.map(([block]) => block.height));
  const parts: string[] = [];
  for (const [block, caption, sign] of blocks) {
    parts.push(svgAt(x, (tall - block.height) / 2, block.svg));
    const middle = x + block.width / 2;
    parts.push(
      svgText(caption, middle, tall + 22, { size: 12, colour: look.quiet, anchor: 'middle', family: 'words' }),
    );
    x += block.width + gap;
    const style = { size: 20, colour: look.ink, anchor: 'middle', family: 'symbols' } as const;
    if (sign !== '') parts.push(svgText(sign, x - gap / 2, tall / 2 + 7, style));
  }
  return { width: x - gap, height: tall + 26, svg: parts.join('') };
}
