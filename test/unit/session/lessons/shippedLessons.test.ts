import assert from 'node:assert/strict';
import { lessonNames } from '../../../../src/host/lessonNames';
import { answerForm } from '../../../../src/session/lessons/answerForm';
import { checkAnswer } from '../../../../src/session/lessons/checkAnswer';
import { expectedAnswer } from '../../../../src/session/lessons/expectedAnswer';
import { givenAnswer } from '../../../../src/session/lessons/givenAnswer';
import { type JsonSchema, matchesSchema } from '../../../tools/matchesSchema';
import { expectedIn, lessonFile, lessonsThere, shipped } from './shippedLessons';

const schema: JsonSchema = JSON.parse(lessonFile('lesson.schema.json'));

/** Figures of the course (mission, rows S1 to S16), which the engine must work out of each lesson's scenes. */
const figures: readonly (readonly [lesson: string, step: number, figure: unknown])[] = [
  ['every-step', 0, -4],
  ['every-step', 1, -4],
  ['every-step', 2, [2, 2]],
  ['one-patch', 0, 3],
  ['strong-and-weak', 0, 760],
  ['feature-map', 1, [26, 26]],
  ['output-size', 0, 26],
  ['stride', 0, [3, 3]],
  ['stride', 1, [2, 2]],
  ['padding', 0, [5, 5]],
  ['padding', 2, -3],
  ['solve-for-padding', 0, 1],
  ['solve-for-padding', 1, 4],
  ['solve-for-padding', 2, 2],
  ['solve-for-padding', 3, [3, 3]],
  ['nine-patches', 0, 9],
  ['nine-patches', 1, -4],
  ['nine-patches', 2, -2],
  ['nine-patches', 3, 4],
  ['nine-patches', 4, -1],
  ['nine-patches', 5, 5],
  ['numpy', 1, [5, 5]],
  ['images-as-tensors', 0, 784],
  ['images-as-tensors', 1, 3072],
  ['images-as-tensors', 2, 27],
  ['images-as-tensors', 3, 1792],
  ['parameters', 0, 784_000],
  ['parameters', 1, 785_000],
  ['parameters', 2, 150_528_000],
  ['parameters', 3, 1728],
  ['stacked-layers', 0, 5],
  ['stacked-layers', 1, 8],
  // Not in the course: counted on paper.
  ['use-counts', 0, 1],
  ['use-counts', 2, 4],
  ['same-with-stride', 1, [4, 4]],
  ['locality', 0, 9],
];

describe('the lessons that come with the extension', () => {
  it('are all in the tree, each once', () => assert.deepEqual([...lessonNames].sort(), lessonsThere()));

  for (const name of lessonNames) {
    describe(name, () => {
      it('is as the schema says, and has no problems', () => {
        assert.ok(matchesSchema(JSON.parse(lessonFile(`${name}.convlesson.json`)), schema));
        shipped(name);
      });

      it('takes its own answers for right', () => {
        for (const { scene, question } of shipped(name).steps) {
          if (!question) continue;
          const expected = expectedAnswer(question.answer, scene)!;
          const fields =
            expected.kind === 'size'
              ? [expected.rows, expected.cols]
              : expected.kind === 'kernel'
                ? [...expected.matrix.data]
                : [expected.kind === 'choice' ? expected.index : expected.value];
          const given = givenAnswer(answerForm(question.answer, scene), fields.map(String));
          assert.ok(given, question.ask);
          assert.deepEqual(checkAnswer(question.answer, scene, given), { isRight: true }, question.ask);
        }
      });
    });
  }

  for (const [lesson, step, figure] of figures) {
    it(`${lesson}, step ${step + 1}: ${JSON.stringify(figure)}`, () => {
      const expected = expectedIn(lesson, step);
      const found =
        expected?.kind === 'size' ? [expected.rows, expected.cols] : expected && 'value' in expected && expected.value;
      assert.deepEqual(found, figure);
    });
  }
});
