/** What kinds of files hold matrices as bytes or text. */
export type FileFormat = 'npy' | 'csv' | 'tsv' | 'json';

/** A file to be read, as plain data, so that another thread can. */
export interface FileRequest {
  readonly kind: 'file';
  readonly format: FileFormat;
  readonly bytes: Uint8Array;
}

/** A matrix in a file: of 1 to 4 axes, in row-major order, in a buffer of its own. */
export interface FileMatrix {
  /** The name that the file gives it. */
  readonly name: string | undefined;
  readonly shape: readonly number[];
  readonly data: Float64Array<ArrayBuffer>;
}

/** What a file was read as. */
export type FileReading =
  | {
      readonly matrices: readonly FileMatrix[];
      /** How many whole numbers have more digits than a double holds. */
      readonly rounded: number;
    }
  | FileProblem;

export type FileProblemCode =
  | 'not-npy'
  | 'npy-version'
  | 'npy-header'
  | 'npy-type'
  | 'not-json'
  | 'no-numbers'
  | 'no-number'
  | 'ragged'
  | 'axes'
  | 'empty'
  | 'cut-off'
  | 'too-many-numbers'
  | 'not-picture';

/** Why a file was not read: a code, and what was found and would be right. */
export interface FileProblem {
  readonly problem: FileProblemCode;
  readonly details: Readonly<Record<string, string | number>>;
}

/** A file with more numbers is refused before there is room made for them. */
export const mostFileNumbers = 2 ** 25;

/** A matrix has so many axes at most. */
export const mostFileAxes = 4;

/** Reads in steps of a few milliseconds: yields the share done, and returns what was read. */
export type FileSteps = Generator<number, FileReading>;

/** A problem of a file. */
export function fileProblem(problem: FileProblemCode, details: FileProblem['details'] = {}): FileProblem {
  return { problem, details };
}

/** What is wrong with a shape, whatever holds its numbers; undefined for one that can be read. */
export function shapeProblem(shape: readonly number[]): FileProblem | undefined {
  const found = shape.reduce((product, size) => product * size, 1);
  if (shape.length < 1 || shape.length > mostFileAxes)
    return fileProblem('axes', { found: shape.length, expected: mostFileAxes });
  if (found === 0) return fileProblem('empty', { shape: shape.join(' × ') });
  return found > mostFileNumbers ? fileProblem('too-many-numbers', { found, expected: mostFileNumbers }) : undefined;
}
