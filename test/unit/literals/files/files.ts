import { readFileSync } from 'node:fs';

/** A `.npy` file of NumPy, and the doubles that NumPy reads from it. */
export interface NpyCase {
  readonly name: string;
  readonly file: string;
  readonly shape: readonly number[];
  /** Row-major, most significant byte first. */
  readonly doubles: string;
}

/** A picture that OpenCV has written. */
export interface PictureCase {
  readonly name: string;
  readonly file: string;
  readonly rows: number;
  readonly cols: number;
  readonly planes: 1 | 3;
  readonly bits: number;
  /** What OpenCV reads: row by row of grey, or of red, green and blue one after another. */
  readonly levels: readonly number[];
}

interface Files {
  readonly npy: readonly NpyCase[];
  readonly refused: readonly Pick<NpyCase, 'name' | 'file'>[];
  readonly pictures: readonly PictureCase[];
}

/** Files of NumPy 1.24.2 and OpenCV 4.6.0; `test/fixtures/makeFiles.py` makes them. */
export const files: Files = JSON.parse(readFileSync('test/fixtures/files.json', 'utf8'));

/** The bytes of a case. */
export function bytesOf({ file }: { readonly file: string }): Uint8Array {
  return new Uint8Array(Buffer.from(file, 'base64'));
}
