import type { FormatId } from '../literals/write/formatKinds';
import type { Translate } from './translate';

/** What a person calls a format. */
export function formatName(t: Translate, id: FormatId): string {
  return names[id](t);
}

const names: Readonly<Record<FormatId, (t: Translate) => string>> = {
  numpy: () => 'NumPy',
  list: (t) => t('Nested list (Python)'),
  torch: () => 'PyTorch',
  tensorflow: () => 'TensorFlow',
  javascript: () => 'JavaScript',
  c: () => 'C',
  cpp: () => 'C++',
  matlab: () => 'MATLAB',
  julia: () => 'Julia',
  r: () => 'R',
  latex: () => 'LaTeX',
  markdown: (t) => t('Markdown table'),
  csv: (t) => t('CSV: comma-separated'),
  tsv: (t) => t('TSV: tab-separated'),
  plain: (t) => t('Plain: separated by blanks'),
};
