import { paddingText } from '../../words/paddingText';
import { inputBlock } from './inputBlock';
import { largestOf, mapBlock } from './mapBlock';
import { matrixBlock } from './matrixBlock';
import type { PageOrder } from './pageOrder';
import { signInk } from './signInk';
import { type Block, numberWidth, svgAt, svgText } from './svgParts';

const gaps = { operator: 44, equals: 54 };
const captions = 52;
const captionSize = 13;

/** input ⊛ kernel = map, with a caption under each. */
export function equationBlock(order: PageOrder): Block {
  const { look } = order;
  const side = cellSide(order);
  const blocks = [inputBlock(order, side), kernelBlock(order, side), mapBlock(order, side)] as const;
  const height = Math.max(...blocks.map((block) => block.height));
  const titles = captionsOf(order);
  const rooms = blocks.map(({ width }, index) => Math.max(width, captionWidth(titles[index]!)));
  const second = rooms[0]! + gaps.operator;
  const third = second + rooms[1]! + gaps.equals;
  const places = [0, second, third];
  const sign = (text: string, x: number) =>
    svgText(text, x, height / 2 + 9, { size: 26, colour: look.ink, anchor: 'middle', family: 'symbols' });
  const svg = titles.map((title, index) => {
    const block = blocks[index]!;
    const caption = svgText(title, 0, height + 26, { size: captionSize, colour: look.ink });
    return svgAt(places[index]!, 0, svgAt(0, (height - block.height) / 2, block.svg) + caption);
  });
  svg.push(svgText(choicesText(order), 0, height + 46, { size: captionSize, colour: look.quiet, family: 'words' }));
  svg.push(sign('⊛', second - gaps.operator / 2), sign('=', third - gaps.equals / 2));
  return { width: third + rooms[2]!, height: height + captions, svg: svg.join('') };
}

function captionWidth(text: string): number {
  return text.length * captionSize * numberWidth;
}

/** What each matrix is, and its size. */
function captionsOf({ example, t }: PageOrder): readonly string[] {
  const { plan, inputName, kernelName } = example;
  const { height, width } = plan;
  return [
    `${inputName ?? t('input')}  ${sizeText(height.inputSize, width.inputSize)}`,
    `${kernelName ?? t('kernel')}  ${sizeText(height.kernelSize, width.kernelSize)}`,
    `${t('feature map')}  ${sizeText(height.outputSize, width.outputSize)}`,
  ];
}

/** What was chosen: padding and stride, and dilation and flip where they are not the usual ones. */
function choicesText({ example: { plan }, t }: PageOrder): string {
  const { height, width, flip } = plan;
  const padding = paddingText(t, plan);
  const isPadded = height.paddedSize > height.inputSize || width.paddedSize > width.inputSize;
  const both = (one: number, other: number) => (one === other ? `${one}` : `${one} × ${other}`);
  const parts = [isPadded ? t('{0}, in all {1}', padding, sizeText(height.paddedSize, width.paddedSize)) : padding];
  parts.push(t('stride {0}', both(height.stride, width.stride)));
  if (height.dilation > 1 || width.dilation > 1) parts.push(t('dilation {0}', both(height.dilation, width.dilation)));
  if (flip) parts.push(t('flipped'));
  return parts.join(' · ');
}

function sizeText(rows: number, cols: number): string {
  return `${rows} × ${cols}`;
}

/** The largest cell with which the equation is no larger than a page. */
function cellSide({ example: { plan } }: PageOrder): number {
  const cols = plan.width.paddedSize + plan.width.kernelSize + plan.width.outputSize;
  const rows = Math.max(plan.height.paddedSize, plan.height.kernelSize, plan.height.outputSize);
  return Math.max(3, Math.min(39, Math.floor(700 / cols), Math.floor(620 / rows)));
}

function kernelBlock({ look, example: { kernel } }: PageOrder, side: number): Block {
  const [rows, cols] = kernel.shape;
  const most = largestOf(kernel);
  const cell = (row: number, col: number) => {
    const value = kernel.data[row * cols + col]!;
    const tone = Number.isFinite(value) && most > 0 ? look.signed(value / most).fill : undefined;
    return { value, colour: signInk(value, look), tone };
  };
  return matrixBlock({ rows, cols, side, cell, brackets: look.hairline, dots: look.hairline });
}
