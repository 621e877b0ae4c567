import { cFormat, cppFormat, javascriptFormat } from './braceFormats';
import { juliaFormat, matlabFormat, rFormat } from './columnFormats';
import type { FormatId } from './formatKinds';
import type { MatrixFormat } from './matrixFormat';
import { pythonFormats } from './pythonFormats';
import { csvFormat, latexFormat, markdownFormat, plainFormat, tsvFormat } from './tableFormats';

/** How each format is written. */
const formats: readonly MatrixFormat[] = [
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

/** How the format of that id is written; each has its own. */
export function formatById(id: FormatId): MatrixFormat {
  return formats.find((format) => format.id === id)!;
}
