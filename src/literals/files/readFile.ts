import { readDelimited } from './delimited';
import type { FileRequest, FileSteps } from './fileReading';
import { readJson } from './jsonFile';
import { readNpy } from './npy';

/** Reads a file in steps. Throws a RangeError where there is no memory for it. */
export function* readFile({ format, bytes }: FileRequest): FileSteps {
  switch (format) {
    case 'npy':
      return yield* readNpy(bytes);
    case 'json':
      return readJson(bytes);
    case 'csv':
    case 'tsv':
      return yield* readDelimited(bytes, format);
  }
}
