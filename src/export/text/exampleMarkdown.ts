import { paddingText } from '../../words/paddingText';
import { stepCaption } from '../../words/stepWords';
import { type PageOrder, stepCell } from '../page/pageOrder';
import { ownNames } from '../program/workedExample';
import { exampleMath } from './exampleMath';

/** A step of a worked example as Markdown with mathematics between `$$`, as VS Code's preview and GitHub show it. */
export function exampleMarkdown(order: Pick<PageOrder, 'example' | 'step' | 't'>): string {
  const { example, t } = order;
  const { plan } = example;
  const { equation, sum, size } = exampleMath(order);
  const [row, col] = stepCell(order);
  const [height, width] = [size(plan.height), size(plan.width)];
  const sizes =
    height === width ? [displayed(height)] : [t('Height:'), displayed(height), t('Width:'), displayed(width)];
  const names = `${example.inputName ?? t('input')} ⊛ ${example.kernelName ?? t('kernel')}`;
  const strides =
    plan.height.stride === plan.width.stride ? `${plan.height.stride}` : `${plan.height.stride} × ${plan.width.stride}`;
  return [
    `## ${markdownText(names)}`,
    displayed(equation),
    `${paddingText(t, plan)}, ${t('stride {0}', strides)}`,
    `${markdownText(stepCaption(t, plan, row, col, ownNames(example)))}:`,
    displayed(sum),
    t('The size of the map:'),
    ...sizes,
    '',
  ].join('\n\n');
}

function displayed(math: string): string {
  return `$$\n${math}\n$$`;
}

/** Names with Markdown's own signs made harmless. */
function markdownText(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~$]/g, '\\$&');
}
