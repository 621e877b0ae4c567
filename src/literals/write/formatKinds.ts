export type FormatId =
  | 'numpy'
  | 'list'
  | 'torch'
  | 'tensorflow'
  | 'javascript'
  | 'c'
  | 'cpp'
  | 'matlab'
  | 'julia'
  | 'r'
  | 'latex'
  | 'markdown'
  | 'csv'
  | 'tsv'
  | 'plain';

/** What has to be known of a format before anything is written in it. */
export interface FormatKind {
  readonly id: FormatId;
  /** Matrices with more axes cannot be written in it. */
  readonly mostAxes: number;
  /** Later lines begin under the first number's bracket, not at the margin. */
  readonly isHanging: boolean;
  /** The languages, by VS Code's ids, in whose files it is the first choice. */
  readonly languages: readonly string[];
}

/** Every format that a matrix can be written in, in the order in which they are offered. */
export const formatKinds: readonly FormatKind[] = [
  { id: 'numpy', mostAxes: 4, isHanging: true, languages: ['python'] },
  { id: 'list', mostAxes: 4, isHanging: true, languages: ['json', 'jsonc'] },
  { id: 'torch', mostAxes: 4, isHanging: true, languages: [] },
  { id: 'tensorflow', mostAxes: 4, isHanging: true, languages: [] },
  {
    id: 'javascript',
    mostAxes: 4,
    isHanging: false,
    languages: ['javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'vue'],
  },
  { id: 'c', mostAxes: 4, isHanging: false, languages: ['c', 'objective-c', 'cuda-cpp'] },
  { id: 'cpp', mostAxes: 4, isHanging: false, languages: ['cpp', 'objective-cpp'] },
  { id: 'matlab', mostAxes: 4, isHanging: true, languages: ['matlab', 'octave'] },
  { id: 'julia', mostAxes: 4, isHanging: true, languages: ['julia'] },
  { id: 'r', mostAxes: 4, isHanging: true, languages: ['r'] },
  { id: 'latex', mostAxes: 2, isHanging: false, languages: ['latex', 'tex'] },
  { id: 'markdown', mostAxes: 2, isHanging: false, languages: ['markdown'] },
  { id: 'csv', mostAxes: 2, isHanging: false, languages: ['csv'] },
  { id: 'tsv', mostAxes: 2, isHanging: false, languages: ['tsv'] },
  { id: 'plain', mostAxes: 2, isHanging: false, languages: ['plaintext'] },
];

/** The format of that id; undefined when there is none. */
export function formatKind(id: unknown): FormatKind | undefined {
  return formatKinds.find((kind) => kind.id === id);
}

/** The format in which a file of a language has its matrices; undefined where no language says so. */
export function formatOfLanguage(languageId: string): FormatKind | undefined {
  return formatKinds.find(({ languages }) => languages.includes(languageId));
}
