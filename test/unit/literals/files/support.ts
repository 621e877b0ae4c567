import assert from 'node:assert/strict';
import type { FileFormat, FileProblem, FileReading } from '../../../../src/literals/files/fileReading';
import { readFile } from '../../../../src/literals/files/readFile';

/** What a file is read as. */
export function read(format: FileFormat, file: Uint8Array | string): FileReading {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const steps = readFile({ kind: 'file', format, bytes });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    assert.ok(step.value >= 0 && step.value <= 1);
  }
}

/** The only matrix of a file, as shape and numbers. */
export function onlyMatrix(format: FileFormat, file: Uint8Array | string) {
  const reading = read(format, file);
  if ('problem' in reading) assert.fail(JSON.stringify(reading));
  assert.equal(reading.matrices.length, 1);
  const { name, shape, data } = reading.matrices[0]!;
  return { name, shape, data, rounded: reading.rounded };
}

/** The problem of a file that cannot be read. */
export function onlyProblem(format: FileFormat, file: Uint8Array | string): FileProblem {
  const reading = read(format, file);
  if (!('problem' in reading)) assert.fail(JSON.stringify(reading.matrices));
  return reading;
}
