import type { Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import { planConv2d } from '../../engine/convolution/planConv2d';
import { isPlanProblem } from '../../engine/planProblem';
import type { Answer, LensScene, Lesson, LessonStep, Question } from '../../session/lessons/lesson';
import type { Translate } from '../../words/translate';
import { numpyArray, pythonNumber } from '../program/pythonParts';
import { notebookTools } from './notebookTools';

/** A cell of a notebook. */
export interface NotebookCell {
  readonly kind: 'markdown' | 'python';
  readonly text: string;
}

/** The number that each step asks for, where it asks for one. */
export type AskedNumbers = readonly (number | undefined)[];

interface Writing {
  readonly t: Translate;
  readonly number: number | undefined;
}

/**
 * A lesson as the cells of a notebook that runs in Python with NumPy alone: what is said, the scenes as arrays, a line to
 * write each answer into, and its check, which works the right one out; `numbers` gives what needs a network for that.
 */
export function lessonNotebook(lesson: Lesson, t: Translate, numbers: AskedNumbers): readonly NotebookCell[] {
  const head = markdown(`# ${plainMarkdown(lesson.title)}`, plainMarkdown(lesson.intro));
  const steps = lesson.steps.flatMap((step, index) =>
    stepCells(step, index, lesson.steps[index - 1], { t, number: numbers[index] }),
  );
  return [head, { kind: 'python', text: notebookTools }, ...steps];
}

function stepCells(
  step: LessonStep,
  index: number,
  before: LessonStep | undefined,
  how: Writing,
): readonly NotebookCell[] {
  const { scene, text, question } = step;
  const said = markdown(`## ${how.t('Step {0}', index + 1)}`, plainMarkdown(text));
  const isNew = scene !== before?.scene;
  const shown = scene.in === 'lens' && isNew ? [python(sceneLines(scene))] : [];
  const cells = [said, ...shown];
  if (!question) return scene.in === 'lens' ? [...cells, python(['print(convolve(image, kernel, **how))'])] : cells;
  return [
    ...cells,
    markdown(`**${plainMarkdown(question.ask)}**`, optionLines(question.answer)),
    ...questionCells(question, how),
  ];
}

function questionCells({ answer, why }: Question, { t, number }: Writing): readonly NotebookCell[] {
  const isOfNetwork = answer.kind === 'number' && answer.of.of === 'parameters';
  const expected = isOfNetwork && number !== undefined ? String(number) : expectedCode(answer);
  const given = answer.kind === 'kernel' && answer.sameMap ? ', given=convolved(answer)' : '';
  return [
    python([`answer = None  # ${answerHint(answer, t)}`]),
    python([`check(answer, ${expected}, ${JSON.stringify(why)}${given})`]),
  ];
}

function answerHint({ kind }: Answer, t: Translate): string {
  switch (kind) {
    case 'size':
      return t('(rows, columns)');
    case 'choice':
      return t('the number of the right line');
    case 'kernel':
      return t('rows of weights: [[…], […]]');
    default:
      return t('a number');
  }
}

function optionLines(answer: Answer): string {
  return answer.kind === 'choice'
    ? answer.options.map(({ text }, index) => `${index}. ${plainMarkdown(text)}`).join('\n')
    : '';
}

/** What works the right answer out, as an expression of Python. */
function expectedCode(answer: Answer): string {
  switch (answer.kind) {
    case 'size':
      return 'convolve(image, kernel, **how).shape';
    case 'cell':
      return `convolve(image, kernel, **how)[${answer.at.join(', ')}]`;
    case 'choice':
      return String(answer.right);
    case 'kernel': {
      const rows = numpyArray('wanted', answer.is)
        .replace(/^wanted = /, '')
        .replace(/\s*\n\s*/g, ' ');
      return answer.sameMap ? `convolve(image, ${rows}, **how)` : rows;
    }
    case 'number':
      return quantityCode(answer.of);
  }
}

function quantityCode(quantity: Extract<Answer, { kind: 'number' }>['of']): string {
  switch (quantity.of) {
    case 'value':
      return pythonNumber(quantity.value);
    case 'patches':
      return 'convolve(image, kernel, **how).size';
    case 'uses':
      return `uses(${quantity.at.join(', ')})`;
    case 'padding':
      return `least_padding(${quantity.size})`;
    case 'parameters':
      return 'None';
    case 'receptive-field':
      return `receptive_field([${quantity.layers.map(([kernel, stride]) => `(${kernel}, ${stride})`).join(', ')}])`;
  }
}

function sceneLines({ input, kernel, params }: LensScene): readonly string[] {
  const plan = planConv2d([1, 1, ...input.shape], [1, 1, ...kernel.shape], params);
  return [
    numpyArray('image', input),
    numpyArray('kernel', kernel),
    isPlanProblem(plan) ? 'how = {}' : `how = dict(${howOf(plan).join(', ')})`,
  ];
}

const padModes = {
  zeros: 'constant',
  constant: 'constant',
  replicate: 'edge',
  reflect: 'reflect',
  symmetric: 'symmetric',
  circular: 'wrap',
};

/** The arguments that differ from the usual ones. */
function howOf({ height, width, fill, flip }: Conv2dPlan): readonly string[] {
  const isPadded = [height, width].some(({ before, after }) => before + after > 0);
  return [
    ...(height.stride * width.stride > 1 ? [`stride=(${height.stride}, ${width.stride})`] : []),
    ...(isPadded ? [`padding=((${height.before}, ${height.after}), (${width.before}, ${width.after}))`] : []),
    ...(height.dilation * width.dilation > 1 ? [`dilation=(${height.dilation}, ${width.dilation})`] : []),
    ...(fill.kind === 'zeros' ? [] : [`mode="${padModes[fill.kind]}"`]),
    ...(fill.kind === 'constant' ? [`value=${pythonNumber(fill.value)}`] : []),
    ...(flip ? ['flip=True'] : []),
  ];
}

function markdown(...parts: readonly string[]): NotebookCell {
  return { kind: 'markdown', text: parts.filter((part) => part !== '').join('\n\n') };
}

function python(lines: readonly string[]): NotebookCell {
  return { kind: 'python', text: lines.join('\n') };
}

/** A person's text as Markdown that shows it as it is: no pictures, no links, no HTML. */
function plainMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~$&-]/g, (mark) => `\\${mark}`).replace(/\s*\n\s*/g, ' ');
}
