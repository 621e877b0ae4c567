import { stepCaption } from '../../words/stepWords';
import { type PageOrder, stepCell } from '../page/pageOrder';
import { ownNames } from '../program/workedExample';
import { exampleMath } from './exampleMath';

/** A step of a worked example as LaTeX for a document that uses `amsmath` and `amssymb`. */
export function exampleLatex(order: Pick<PageOrder, 'example' | 'step' | 't'>): string {
  const { plan } = order.example;
  const { equation, sum, size } = exampleMath(order);
  const [row, col] = stepCell(order);
  const [height, width] = [size(plan.height), size(plan.width)];
  const sizes = height === width ? [height] : [height, width];
  return [
    '% \\usepackage{amsmath, amssymb}',
    displayed(equation),
    `${texText(stepCaption(order.t, plan, row, col, ownNames(order.example)))}.`,
    displayed(sum),
    ...sizes.map(displayed),
    '',
  ].join('\n');
}

function displayed(math: string): string {
  return `\\[\n${math}\n\\]`;
}

/** Words with LaTeX's own signs made harmless. */
function texText(text: string): string {
  return text
    .replace(/[\\{}$&#%_^~]/g, (sign) => (sign === '\\' ? '\\textbackslash{}' : `\\${sign}{}`))
    .replaceAll('−', '$-$');
}
