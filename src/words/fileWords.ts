import type { FileProblem, FileProblemCode } from '../literals/files/fileReading';
import { bytesText } from './bytesText';
import { countText } from './numberText';
import type { Translate } from './translate';

type Details = FileProblem['details'];

/** Why a file was not read: what was found, and what would be right. */
export function fileProblemText(t: Translate, { problem, details }: FileProblem): string {
  return sentences[problem](t, details);
}

const sentences: Readonly<Record<FileProblemCode, (t: Translate, details: Details) => string>> = {
  'not-npy': (t) => t('This is no .npy file: it does not begin with \\x93NUMPY.'),
  'npy-version': (t, { found }) => t('It has the .npy format {0}; 1.0, 2.0 and 3.0 can be read.', found ?? ''),
  'npy-header': (t, { found }) =>
    found
      ? t('Its header cannot be read: {0}. It should name descr, fortran_order and shape.', found)
      : t('It ends within its header.'),
  'npy-type': (t, { found }) =>
    t(
      'Its numbers are of the type {0}; bool, int8 to int64, uint8 to uint64 and float16 to float64 can be read.',
      found ?? '',
    ),
  'not-json': (t, { found }) => t('It is no JSON: {0}. JSON has no NaN and no infinity.', found ?? ''),
  'no-numbers': (t) => t('There are no rows of numbers in it.'),
  'no-number': noNumber,
  ragged: (t, { line, place, found, expected }) =>
    line === undefined
      ? t('The list at [{0}] has {1} items, the ones before it have {2}.', place ?? '', found ?? '', expected ?? '')
      : t('Line {0} has {1} numbers, the lines before it have {2}.', line, found ?? '', expected ?? ''),
  axes: (t, { found, expected }) => t('Its numbers have {0} axes; a matrix has 1 to {1}.', found ?? '', expected ?? ''),
  empty: (t, { shape }) => t('It is empty: its shape is {0}.', shape ?? ''),
  'cut-off': (t, { shape, found, expected }) =>
    t('It is cut off: {0} numbers would take {1} bytes, it has {2}.', shape ?? '', shown(expected), shown(found)),
  'too-many-numbers': (t, { found, expected }) =>
    t(
      'It has {0} numbers or more; files of up to {1} are read. Save a part of it, or a smaller one.',
      shown(found),
      shown(expected),
    ),
  'not-picture': (t) => t('It is no PNG, JPEG or WebP that can be decoded.'),
};

function noNumber(t: Translate, { line, column, place, found }: Details): string {
  if (line === undefined) return t('At [{0}] there is {1} where a number should be.', place ?? '', found ?? '');
  return found === ''
    ? t('Line {0}, column {1} is empty where a number should be.', line, column ?? '')
    : t('Line {0}, column {1} says {2} where a number should be.', line, column ?? '', found ?? '');
}

function shown(count: string | number | undefined): string {
  return typeof count === 'number' ? countText(count) : String(count ?? '');
}

/** Why a file is not even opened: it has more bytes than one with the most numbers. */
export function fileTooLargeText(t: Translate, bytes: number, most: number): string {
  return t('It has {0}; files of up to {1} are read.', bytesText(t, bytes), bytesText(t, most));
}
