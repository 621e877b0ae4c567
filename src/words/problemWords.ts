import { canBeAgreed } from '../engine/convolution/planWithinCeiling';
import type { PlanProblem, PlanProblemCode } from '../engine/planProblem';
import type { LiteralProblem, LiteralProblemCode } from '../literals/literal';
import type { KeptHere, Notice, ParametersNotice } from '../session/state';
import { bytesText } from './bytesText';
import { countText } from './numberText';
import type { Translate } from './translate';

type PlanNumbers = PlanProblem['numbers'];

/** Why there is no convolution of these sizes and parameters, with the numbers that disagree. */
export function planProblemText(t: Translate, { problem, axis, numbers }: PlanProblem): string {
  const where = axis === 'height' ? t('height') : axis === 'width' ? t('width') : undefined;
  return planSentences[problem](t, numbers, where);
}

/** Why a text was not read as a matrix. */
export function literalProblemText(t: Translate, { problem, details }: LiteralProblem): string {
  return literalSentences[problem](t, details);
}

/** What happened to the text behind the panel. */
export function noticeText(t: Translate, notice: Notice): string {
  switch (notice.code) {
    case 'source-deleted':
      return t('The matrix is no longer in {0}. The last result stays.', notice.place);
    case 'source-unreadable':
      return t('{0} {1} The last result stays.', place(t, notice.place), literalProblemText(t, notice.problem));
    case 'kept-here':
      return keptHereText(t, notice.reason, notice.place);
    case 'not-taken-back':
      return notTakenBack[notice.reason](t, notice.place);
    case 'parameters':
      return parametersText(t, notice);
  }
}

function keptHereText(t: Translate, reason: KeptHere, where: string): string {
  const why = keptHere[reason](t, where);
  return `${why} ${reason === 'whole' ? t('The new numbers count here alone.') : t('The new number counts here alone.')}`;
}

const keptHere: Readonly<Record<KeptHere, (t: Translate, place: string) => string>> = {
  computed: (t, where) => t('{0} computes this matrix, so a single number cannot be changed there.', where),
  unknown: (t, where) => t('It is not known which characters of {0} are this number.', where),
  'edited-here': (t, where) => t('Cells were changed here, and {0} says something else.', where),
  'other-characters': (t, where) => t('{0} writes this number in a way that cannot be written anew.', where),
  closed: (t, where) => t('{0} is closed.', where),
  'read-only': (t, where) => t('{0} is read-only.', where),
  refused: (t, where) => t('The editor did not take the change in {0}.', where),
  'says-otherwise': (t, where) => t('With this number, {0} would not say this matrix.', where),
  whole: (t, where) => t('{0} still says the matrix as it was.', where),
};

/** What the text has set, and what of it has no place here. */
function parametersText(t: Translate, { callee, isSet, left, isCut }: ParametersNotice): string {
  const set = !isSet ? '' : callee === undefined ? t('Parameters from the text.') : t('Parameters as in {0}.', callee);
  const cut = isCut ? t('Results are neither rounded nor cut to a type of number here.') : '';
  const rest = left.length > 0 ? t('Not taken over: {0}.', left.join(', ')) : '';
  return [set, rest, cut].filter((sentence) => sentence !== '').join(' ');
}

type NotTakenBack = Extract<Notice, { code: 'not-taken-back' }>['reason'];

const notTakenBack: Readonly<Record<NotTakenBack, (t: Translate, place: string) => string>> = {
  changed: (t, where) => t('The characters in {0} have changed meanwhile, so nothing was taken back.', where),
  closed: (t, where) => t('{0} is closed, so nothing was taken back.', where),
  refused: (t, where) => t('The editor did not take the change in {0}, so nothing was taken back.', where),
};

function place(t: Translate, name: string): string {
  return t('In {0}:', name);
}

const planSentences: Readonly<
  Record<PlanProblemCode, (t: Translate, numbers: PlanNumbers, axis: string | undefined) => string>
> = {
  'kernel-larger-than-input': largerThanInput,
  'stride-not-positive': (t, { stride }) => t('A stride must be at least 1; it is {0}.', shown(stride)),
  'dilation-not-positive': (t, { dilation }) => t('A dilation must be at least 1; it is {0}.', shown(dilation)),
  'padding-negative': (t, { before, after }) =>
    t('Padding cannot be negative; it is {0} before and {1} after.', shown(before), shown(after)),
  'not-an-integer': (t, numbers) =>
    t('Sizes, stride, padding and dilation must be whole numbers; there is a {0}.', shown(Object.values(numbers)[0])),
  'channel-mismatch': (t, { inputChannels, kernelChannels, groups }) =>
    t(
      'The input has {0} channels, the kernel reads {1} in each of {2} groups.',
      shown(inputChannels),
      shown(kernelChannels),
      shown(groups ?? 1),
    ),
  'groups-do-not-divide': (t, { groups, inputChannels, outputChannels }) =>
    t(
      '{0} groups do not divide {1} input channels and {2} output channels.',
      shown(groups),
      shown(inputChannels),
      shown(outputChannels),
    ),
  'bias-mismatch': (t, { biasLength, outputChannels }) =>
    t('There are {0} biases for {1} output channels.', shown(biasLength), shown(outputChannels)),
  'empty-kernel': (t) => t('The kernel has no cells.'),
  'empty-input': (t) => t('The input has no cells.'),
  'too-large': tooLarge,
  'rank-unsupported': (t, { inputRank, kernelRank }) =>
    t('A matrix of {0} axes cannot be convolved here.', shown(inputRank ?? kernelRank)),
  'same-with-stride': (t, { strideHeight, strideWidth }) =>
    t(
      'This kind of same padding knows no stride; it is {0} in height and {1} in width.',
      shown(strideHeight),
      shown(strideWidth),
    ),
  'reflect-pad-too-large': (t, { inputSize, before, after }) =>
    t(
      'PyTorch reflects fewer cells than the input has: {0} before and {1} after are too many for {2}.',
      shown(before),
      shown(after),
      shown(inputSize),
    ),
  'circular-pad-too-large': (t, { inputSize, before, after }) =>
    t(
      'PyTorch goes round only once: {0} cells before and {1} after are too many for an input of {2}.',
      shown(before),
      shown(after),
      shown(inputSize),
    ),
  'neither-contains-other': (t, numbers) =>
    t(
      'A valid result needs one matrix that is at least as large as the other on both axes; these are {0}×{1} and {2}×{3}.',
      shown(numbers.inputRows),
      shown(numbers.inputCols),
      shown(numbers.kernelRows),
      shown(numbers.kernelCols),
    ),
  'pool-window-not-positive': (t, { window }) =>
    t('A pooling window needs at least 1 cell; it has {0}.', shown(window)),
  'pool-pad-too-large': (t, { before, after, most }) =>
    t(
      'PyTorch pads a pooling by at most half of its window, here {0}; it is {1} before and {2} after.',
      shown(most),
      shown(before),
      shown(after),
    ),
  'divisor-zero': (t) => t('An average cannot be divided by 0.'),
  'output-padding-negative': (t, { outputPadding }) =>
    t('Output padding cannot be negative; it is {0}.', shown(outputPadding)),
  'output-padding-too-large': (t, { outputPadding, stride, dilation }) =>
    t(
      'Output padding must be smaller than the stride, {1}, or the dilation, {2}; it is {0}.',
      shown(outputPadding),
      shown(stride),
      shown(dilation),
    ),
  'output-size-unreachable': (t, { wanted, smallest, largest }) =>
    t('An output of {0} cannot be had here, only {1} to {2}.', shown(wanted), shown(smallest), shown(largest)),
  'output-empty': (t, { outputSize }) => t('Nothing would be left of the output: its size is {0}.', shown(outputSize)),
};

/** Work that is known and can be agreed to is told by its figures; the rest has a map that no memory holds. */
function tooLarge(t: Translate, numbers: PlanNumbers): string {
  const { multiplyAdds, outputCells } = numbers;
  if (outputCells === undefined || multiplyAdds === undefined) return t('That is too large to compute.');
  const memory = bytesText(t, outputCells * 8);
  return canBeAgreed(numbers)
    ? t('This takes {0} multiply-adds and {1} for the map.', countText(multiplyAdds), memory)
    : t('The map would have {0} cells and take {1}: more than can be held here.', countText(outputCells), memory);
}

function largerThanInput(
  t: Translate,
  { inputSize, paddedSize, kernelSize, span, dilation }: PlanNumbers,
  axis: string | undefined,
): string {
  const padded =
    paddedSize !== undefined && paddedSize !== inputSize ? t(' with its padding, {0} without', shown(inputSize)) : '';
  const spread = (dilation ?? 1) > 1 ? t(' ({0} taps with dilation {1})', shown(kernelSize), shown(dilation)) : '';
  const first = t(
    'The kernel is larger than the input: in {0} it spans {1} cells{2}, the input has {3}{4}.',
    axis ?? t('size'),
    shown(span),
    spread,
    shown(paddedSize ?? inputSize),
    padded,
  );
  return `${first} ${t('Swap the two, add padding, or take a smaller kernel.')}`;
}

type Details = LiteralProblem['details'];

const literalSentences: Readonly<Record<LiteralProblemCode, (t: Translate, details: Details) => string>> = {
  ragged: raggedText,
  empty: (t) => t('There is a matrix without numbers.'),
  'not-numeric': (t, { found, row, column }) =>
    withCell(
      t,
      found === undefined ? t('Something there is no number.') : t('“{0}” is no number.', found),
      row,
      column,
    ),
  complex: (t, { found }) =>
    found === undefined
      ? t('Complex numbers cannot be convolved here.')
      : t('“{0}” is a complex number, and those cannot be convolved here.', found),
  unbalanced: (t, { found, expected, row }) =>
    found !== undefined && row !== undefined
      ? t('The text ends inside the number “{0}”.', found)
      : found !== undefined && expected !== undefined
        ? t('The brackets do not match: “{0}” where “{1}” is due.', found, expected)
        : t('The brackets do not match: one is missing or too many.'),
  truncated: (t) =>
    t(
      'The text leaves numbers out (…), so the matrix is not complete. Print it whole, or select it where it is written.',
    ),
  'no-matrix': (t) =>
    t(
      'There is no matrix. Brackets, NumPy and PyTorch prints, MATLAB and LaTeX matrices, CSV and rows of numbers can be read.',
    ),
  unsupported: (t, { found, reason, line }) =>
    reason !== undefined
      ? drawRefused(t, found ?? '', { reason, line: line ?? '' })
      : found === undefined
        ? t('The text computes its matrix; only written numbers can be read.')
        : t('“{0}” is computed; only written numbers can be read.', found),
  ambiguous: (t, { found, expected }) =>
    found === undefined
      ? t('The text can be read in more than one way.')
      : expected !== undefined
        ? t('The declaration says {0}, the numbers are {1}.', expected, found)
        : t('“{0}” can be read in more than one way.', found),
  'too-deep': (t) => t('The brackets are nested too deep: up to four axes can be read.'),
  'too-large': largeText,
  'not-finite': (t, { found }) => t('“{0}” is too large for a number.', found ?? '∞'),
};

function largeText(t: Translate, { most, expected }: Details): string {
  if (most !== undefined)
    return t(
      'There are more than {0} numbers. Select fewer, or save them as a file and choose Open File as Matrix; {1} in the settings sets how many are read.',
      countText(Number(most)),
      'convolutionLens.reading.maxNumbers',
    );
  if (expected !== undefined)
    return t('The text makes more than {0} numbers, the most it can.', countText(Number(expected)));
  return t('That is too large to read. Select less, or save it as a file and choose Open File as Matrix.');
}

function raggedText(t: Translate, { row, found, expected }: Details): string {
  if (row === undefined || found === undefined || expected === undefined) return t('The rows have different lengths.');
  const has = found === 1 ? t('Row {0} has 1 number', row) : t('Row {0} has {1} numbers', row, found);
  if (row === 1) return t('{0}, row 0 has {1}.', has, expected);
  if (row === 2) return t('{0}, rows 0 and 1 have {1}.', has, expected);
  return t('{0}, rows 0 to {1} have {2}.', has, Number(row) - 1, expected);
}

function withCell(
  t: Translate,
  sentence: string,
  row: string | number | undefined,
  column: string | number | undefined,
): string {
  return row === undefined || column === undefined
    ? sentence
    : `${sentence} ${t('It stands in row {0}, column {1}.', row, column)}`;
}

function shown(value: number | undefined): string | number {
  return value === undefined ? '?' : value < 0 ? `−${-value}` : value;
}

/** Why random numbers are not known. */
function drawRefused(
  t: Translate,
  found: string | number,
  { reason, line }: { readonly reason: string | number; readonly line: string | number },
): string {
  if (reason === 'unseeded') return t('“{0}” draws random numbers, and no seed is in sight.', found);
  if (reason === 'drawn-between')
    return t('“{0}” draws random numbers, and line {1} may have drawn some before.', found, line);
  return t('What “{0}” draws is not reproduced here.', found);
}
