import assert from 'node:assert/strict';
import { programIds, programLanguage } from '../../../src/export/program/programKinds';
import type { WorkedExample } from '../../../src/export/program/workedExample';
import { writeProgram } from '../../../src/export/program/writeProgram';
import { readMatrices } from '../../../src/literals/readMatrices';
import { workedExamples } from '../../tools/programs/settings';

const examples = [...workedExamples()];

/** The matrices of a program, paragraph by paragraph: what the lines between do with them is not the reader's. */
const matricesOf = (program: string, languageId: string) =>
  program.split('\n\n').flatMap((paragraph) => readMatrices(paragraph, languageId).literals);

describe('programs of worked examples', () => {
  for (const id of programIds) {
    const languageId = programLanguage(id);
    const write = (example: WorkedExample) => writeProgram(id, example);

    it(`${id}: the matrices of the program are those of the example`, () => {
      for (const example of examples) {
        const literals = matricesOf(write(example), languageId);
        for (const { shape, data } of [example.input, example.kernel, example.output]) {
          const isThere = literals.some(
            (literal) =>
              `${literal.shape}` === `${shape}` && data.every((value, i) => Object.is(value, literal.data[i])),
          );
          assert.ok(isThere, write(example));
        }
      }
    });

    it(`${id}: names of the person's that mean something in the program, or are one, give way`, () => {
      const named = (inputName: string, kernelName: string): WorkedExample => ({
        ...examples[1]!,
        inputName,
        kernelName,
      });
      const names = (example: WorkedExample) =>
        matricesOf(write(example), languageId).flatMap(({ name }) => name ?? []);
      assert.deepEqual(names(named('photo', 'sobel_x')), ['photo', 'sobel_x', 'expected']);
      assert.deepEqual(names(named('expected', 'feature_map')), ['expected_', 'feature_map_', 'expected']);
      assert.deepEqual(names(named('a', 'a')), ['image', 'kernel', 'expected']);
    });
  }
});
