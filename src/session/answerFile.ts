import type { Picture } from '../engine/picture/picture';
import { pictureSlices } from '../engine/picture/pictureOf';
import type { FileReading, FileRequest } from '../literals/files/fileReading';
import { readFile } from '../literals/files/readFile';

/** Asks for a file to be read; plain data, so that a thread can answer. */
export interface OpenFileRequest extends FileRequest {
  /** A matrix of more cells is shown as a picture. */
  readonly mostWholeCells: number;
  /** The longer side of such a picture. */
  readonly pictureSide: number;
}

/** What a file was read as, and by the place of each matrix its picture: of those of two axes that need one to be shown. */
export interface FileAnswer {
  readonly reading: FileReading;
  readonly pictures: readonly (Picture | undefined)[];
}

/** Reads a file in steps. Throws a RangeError where there is no memory for it. */
export function* answerFile(request: OpenFileRequest): Generator<number, FileAnswer> {
  const reading = yield* readFile(request);
  const pictures: (Picture | undefined)[] = [];
  if ('problem' in reading) return { reading, pictures };
  for (const { shape, data } of reading.matrices) {
    const [rows, cols, ...more] = shape;
    const isPicture =
      rows !== undefined && cols !== undefined && more.length === 0 && data.length > request.mostWholeCells;
    pictures.push(isPicture ? yield* pictureSlices({ shape: [rows, cols], data }, request.pictureSide) : undefined);
  }
  return { reading, pictures };
}
