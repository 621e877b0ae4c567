import type { Expected } from '../session/lessons/expectedAnswer';
import type { LessonProblem, LessonProblemCode } from '../session/lessons/lessonProblem';
import type { Mistake } from '../session/lessons/mistakes';
import { countText, shortNumber } from './numberText';
import { planProblemText } from './problemWords';
import type { Translate } from './translate';

/** Which rule a wrong answer follows, as a hint that does not tell the right one. */
export function mistakeText(t: Translate, mistake: Mistake): string {
  return mistakeSentences[mistake](t);
}

const mistakeSentences: Readonly<Record<Mistake, (t: Translate) => string>> = {
  'forgot-plus-one': (t) => t('That counts the hops. The start is a position too: add 1.'),
  'rounded-up': (t) => t('That rounds up. A patch that would cross the border is not taken: round down.'),
  'padding-once': (t) => t('That adds the padding on one side only. It is there on both: 2P.'),
  'total-for-per-side': (t) =>
    t('That takes the padding of both sides together for that of each side, and so counts it twice.'),
  'forgot-padding': (t) => t('That leaves the padding out.'),
  'forgot-stride': (t) => t('That is right for stride 1. Mind the stride here.'),
  'forgot-dilation': (t) => t('That takes the taps as neighbours. With dilation the kernel spans more cells.'),
  'counted-hops-by-stride-last': (t) => t('That adds 1 before dividing. Divide first, round down, then add 1.'),
  'size-of-input': (t) => t('That is the size of the input. How often does the kernel fit?'),
  'size-of-kernel': (t) => t('That is the size of the kernel. How often does it fit into the input?'),
  'size-of-padded': (t) => t('That is the size of the padded input. How often does the kernel fit into it?'),
  'rows-for-columns': (t) => t('Rows and columns have changed places: rows come first.'),
  'flipped-kernel': (t) =>
    t('That turns the kernel by half a turn first. Deep-learning libraries lay it down as it is written.'),
  'transposed-kernel': (t) => t('That takes the kernel’s rows for its columns.'),
  'forgot-weights': (t) => t('That adds the cells of the patch. Multiply each by its weight first.'),
  'forgot-signs': (t) => t('That leaves the minus signs of the weights out.'),
  'wrong-sign': (t) => t('The sign is the wrong way round.'),
  'counted-from-one': (t) => t('That counts rows and columns from 1. Here the first is 0.'),
  'neighbour-cell': (t) => t('That is the value of the cell beside it.'),
  'one-product': (t) => t('That is one product alone. Add them all.'),
  'mirrored-kernel': (t) => t('That is the mirror image of what is wanted.'),
  'scaled-kernel': (t) => t('The pattern is right, the weights are all too large or too small by one factor.'),
  'half-of-kernel': (t) => t('That keeps the size with stride 1. Another size or stride is wanted here.'),
  'uses-at-border': (t) => t('That holds in the middle. Here the kernel would stick out on some sides.'),
};

/** What is said of an answer that no rule explains, or that is no number. */
export function wrongText(t: Translate): string {
  return t('Not yet. Look at the scene once more.');
}

/** What is said where a field holds no number. */
export function unreadText(t: Translate): string {
  return t('Fill in a number: 3, −4, 1/9 or a calculation such as 28−3+1.');
}

/** The right answer in words. */
export function answerText(t: Translate, expected: Expected, options: readonly string[]): string {
  switch (expected.kind) {
    case 'size':
      return t('{0} × {1}', expected.rows, expected.cols);
    case 'number':
      return expected.value >= 10_000 ? countText(expected.value) : shortNumber(expected.value, 12);
    case 'choice':
      return options[expected.index] ?? '';
    case 'kernel': {
      const { shape, data } = expected.matrix;
      const row = (index: number) =>
        Array.from(data.subarray(index * shape[1], (index + 1) * shape[1]), (weight) => shortNumber(weight, 6)).join(
          ' ',
        );
      return Array.from({ length: shape[0] }, (_, index) => row(index)).join(' / ');
    }
  }
}

/** What is wrong at a place of a lesson file. */
export function lessonProblemText(t: Translate, problem: LessonProblem): string {
  return problemSentences[problem.code](t, problem);
}

const problemSentences: Readonly<Record<LessonProblemCode, (t: Translate, problem: LessonProblem) => string>> = {
  'no-json': (t) => t('The file is no JSON.'),
  'too-long': (t, { details }) => t('This is longer than {0} characters.', countText(Number(details.most))),
  missing: (t, { details }) => t('“{0}” is missing here.', details.name!),
  'unknown-name': (t, { details }) => t('“{0}” means nothing here.', details.name!),
  'other-kind': (t, { details }) => t('Something else is expected here: {0}.', details.expected!),
  version: (t) => t('This is a version of lesson files that is not known here; version 1 is.'),
  ragged: (t, { details }) =>
    t('Row {0} has {1} numbers, row 0 has {2}.', details.row!, details.found!, details.expected!),
  'unknown-preset': (t, { details }) => t('There is no kernel of the name “{0}”.', details.found!),
  'no-map': (t, { plan }) => (plan ? planProblemText(t, plan) : t('These sizes have no map.')),
  'outside-map': (t, { details }) =>
    t('The map has {0} rows and {1} columns, counted from 0.', details.rows!, details.cols!),
  'outside-input': (t, { details }) =>
    t('The input has {0} rows and {1} columns, counted from 0.', details.rows!, details.cols!),
  'no-such-option': (t, { details }) => t('The options are counted from 0 to {0}.', details.most!),
  'no-calculation': (t, { details }) =>
    t('“{0}” is neither a number nor a calculation with + − * / and brackets.', details.found!),
  'unreachable-size': (t) => t('No padding that is the same on both sides gives this size.'),
  'other-size': (t, { details }) =>
    t(
      'The scene’s kernel has {0} rows and {1} columns, and this one is to fit its fields.',
      details.rows!,
      details.cols!,
    ),
  'no-scene': (t) => t('The first step needs a scene.'),
  'no-such-layer': (t) => t('The scene’s network has no such layer with parameters; layers are counted from 0.'),
  'not-of-lens': (t) => t('This can be asked about a scene in the lens only.'),
};
