import { cFormat, cppFormat, javascriptFormat } from './braceFormats';
import { juliaFormat, matlabFormat, rFormat } from './columnFormats';
import type { MatrixFormat } from './matrixFormat';
import { pythonFormats } from './pythonFormats';
import { csvFormat, latexFormat, markdownFormat, plainFormat, tsvFormat } from './tableFormats';

/** Every format that a matrix can be written in, in the order in which they are offered. */
export const formats: readonly MatrixFormat[] = [
  ...pythonFormats,
  javascriptFormat,
  cFormat,
  cppFormat,
  matlabFormat,
  juliaFormat,
  rFormat,
  latexFormat,
  markdownFormat,
  csvFormat,
  tsvFormat,
  plainFormat,
];

/** The format of that id; undefined when there is none. */
export function formatById(id: unknown): MatrixFormat | undefined {
  return formats.find((format) => format.id === id);
}

/** The format in which a file of a language has its matrices; undefined where no language says so. */
export function formatOfLanguage(languageId: string): MatrixFormat | undefined {
  return formats.find(({ languages }) => languages.includes(languageId));
}
