import { outputSizeFormula } from '../../engine/convolution/formula';
import { shortNumber } from '../../words/numberText';
import { sentenceText, stepCaption, stepSentence } from '../../words/stepWords';
import { ownNames } from '../program/workedExample';
import { equationBlock } from './equationBlock';
import { type PageOrder, stepCell, stepTerms } from './pageOrder';
import { stepBlock } from './stepBlock';
import { type Block, numberWidth, svgAt, svgBox, svgText } from './svgParts';

const margin = 36;
const between = 26;
const sentenceSize = 15;
/** More terms are told by their number and sum. */
const mostTerms = 49;

/** A step of a worked example as one page, an SVG file of its own: the equation, the step, its sum, the sizes. */
export function pageSvg(order: PageOrder): string {
  const equation = equationBlock(order);
  const step = stepBlock(order);
  const room = Math.max(equation.width, step?.width ?? 0, 420);
  const blocks = [equation, captionBlock(order), ...(step ? [step] : []), sentenceBlock(order, room), sizeBlock(order)];
  const parts: string[] = [];
  let y = margin;
  for (const block of blocks) {
    parts.push(svgAt(margin, y, block.svg));
    y += block.height + between;
  }
  const width = Math.ceil(Math.max(room, ...blocks.map((block) => block.width)) + 2 * margin);
  const height = Math.ceil(y - between + margin);
  const paper = svgBox({ x: 0, y: 0, width, height }, { fill: order.look.paper });
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`;
  return `${head}${paper}${parts.join('')}</svg>\n`;
}

function captionBlock(order: PageOrder): Block {
  const [row, col] = stepCell(order);
  const text = stepCaption(order.t, order.example.plan, row, col, ownNames(order.example));
  const svg = svgText(text, 0, 12, { size: 13, colour: order.look.quiet, family: 'words' });
  return { width: text.length * 13 * 0.53, height: 14, svg };
}

/** The sum written out, on as many lines as it needs. */
function sentenceBlock(order: PageOrder, room: number): Block {
  const { terms, sum } = stepTerms(order);
  const sentence = stepSentence(terms, sum, 0);
  const text =
    terms.length > mostTerms
      ? `${order.t('{0} products', terms.length)} = ${shortNumber(sum, 9)}`
      : sentenceText(sentence);
  const most = Math.max(20, Math.floor(room / (sentenceSize * numberWidth)));
  const lines = wrapped(text, most);
  const style = { size: sentenceSize, colour: order.look.ink } as const;
  const svg = lines.map((line, index) => svgText(line, 0, 14 + index * 22, style)).join('');
  return { width: 0, height: lines.length * 22 - 6, svg };
}

function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > most) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** The formula of the map's sides, once where both follow from the same numbers. */
function sizeBlock({ example, look, t }: PageOrder): Block {
  const { height, width } = example.plan;
  const texts = [height, width].map((axis) => outputSizeFormula(axis));
  const isSame = texts[0]!.numeric === texts[1]!.numeric;
  const rows = isSame
    ? [[t('size'), texts[0]!] as const]
    : [[t('height'), texts[0]!] as const, [t('width'), texts[1]!] as const];
  const svg = rows.map(([name, { symbolic, numeric }], index) => {
    const y = 14 + index * 24;
    const label = svgText(name, 0, y, { size: 13, colour: look.quiet, family: 'words' });
    return label + svgText(`${symbolic} = ${numeric}`, 70, y, { size: 15, colour: look.ink, family: 'symbols' });
  });
  const longest = Math.max(...rows.map(([, { symbolic, numeric }]) => symbolic.length + numeric.length + 3));
  return { width: 70 + longest * 15 * 0.55, height: rows.length * 24 - 8, svg: svg.join('') };
}
