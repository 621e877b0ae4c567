import assert from 'node:assert/strict';
import { isOfSchema } from '../../../../src/session/lessons/lessonProblem';
import { readLesson } from '../../../../src/session/lessons/readLesson';
import { type JsonSchema, matchesSchema } from '../../../tools/matchesSchema';
import { lessonFile } from './shippedLessons';

const schema: JsonSchema = JSON.parse(lessonFile('lesson.schema.json'));

const lens = { in: 'lens', input: [[1, 2, 3]], kernel: [[1, -1]] };
const question = { ask: 'How many?', answer: { kind: 'size' }, why: 'Count.' };
const lesson = { version: 1, title: 'A', intro: 'B', steps: [{ scene: lens, text: 'C', question }] };

/** The lesson with another part of its one step. */
function withStep(part: object): object {
  return { ...lesson, steps: [{ ...lesson.steps[0]!, ...part }] };
}

function withAnswer(answer: object, scene: object = lens): object {
  return withStep({ scene, question: { ...question, answer } });
}

describe('readLesson(text)', () => {
  it('reads a lesson', () => {
    const read = readLesson(JSON.stringify(lesson)).lesson!;
    assert.equal(read.title, 'A');
    const [step] = read.steps;
    assert.ok(step?.scene.in === 'lens');
    assert.deepEqual([...step.scene.input.data], [1, 2, 3]);
    assert.equal(step.question?.hides, 'size');
  });

  it('keeps the scene of the step before', () => {
    const { steps } = readLesson(JSON.stringify({ ...lesson, steps: [...lesson.steps, { text: 'D' }] })).lesson!;
    assert.equal(steps[1]!.scene, steps[0]!.scene);
  });

  it('reads calculations as numbers', () => {
    const scene = { ...lens, kernel: [['1/4', '-3*2']] };
    const [step] = readLesson(JSON.stringify(withStep({ scene }))).lesson!.steps;
    assert.ok(step?.scene.in === 'lens');
    assert.deepEqual([...step.scene.kernel.data], [0.25, -6]);
  });

  /** What JSON schema cannot say, with the characters at which the problem stands. */
  const meaning: readonly (readonly [string, object, string])[] = [
    ['no-map', withStep({ scene: { ...lens, kernel: [[1, 2, 3, 4]] } }), '[[1,2,3,4]]'],
    ['ragged', withStep({ scene: { ...lens, input: [[1, 2], [3]] } }), '[3]'],
    ['unknown-preset', withStep({ scene: { ...lens, kernel: 'sobleX' } }), '"sobleX"'],
    ['outside-map', withStep({ scene: { ...lens, at: [0, 2] } }), '[0,2]'],
    ['outside-map', withAnswer({ kind: 'cell', at: [1, 0] }), '{"kind":"cell","at":[1,0]}'],
    [
      'outside-input',
      withAnswer({ kind: 'number', of: 'uses', at: [0, 3] }),
      '{"kind":"number","of":"uses","at":[0,3]}',
    ],
    ['no-such-option', withAnswer({ kind: 'choice', options: ['x', 'y'], right: 2 }), '2'],
    ['no-calculation', withAnswer({ kind: 'number', is: '28×' }), '"28×"'],
    ['other-size', withAnswer({ kind: 'kernel', is: [[1, 2, 3]] }), '{"kind":"kernel","is":[[1,2,3]]}'],
    [
      'unreachable-size',
      withAnswer(
        { kind: 'number', of: 'padding', size: 1 },
        {
          ...lens,
          input: [
            [1, 2, 3],
            [1, 2, 3],
          ],
        },
      ),
      '{"kind":"number","of":"padding","size":1}',
    ],
    ['no-scene', { ...lesson, steps: [{ text: 'C' }] }, '{"text":"C"}'],
  ];
  for (const [code, file, at] of meaning) {
    it(`${code} at ${at}`, () => {
      const text = JSON.stringify(file);
      const { problems } = readLesson(text);
      assert.deepEqual(
        problems.map((problem) => [problem.code, text.slice(problem.start, problem.end)]),
        [[code, at]],
      );
      assert.ok(!isOfSchema(problems[0]!));
      assert.ok(code === 'unknown-preset' || matchesSchema(file, schema));
    });
  }

  /** What both say. */
  const form: readonly (readonly [string, unknown])[] = [
    ['other-kind', []],
    ['missing', { version: 1, title: 'A', intro: 'B' }],
    ['version', { ...lesson, version: 2 }],
    ['unknown-name', { ...lesson, colour: 'red' }],
    ['other-kind', { ...lesson, steps: [] }],
    ['other-kind', { ...lesson, title: ' ' }],
    ['too-long', { ...lesson, title: 'x'.repeat(2001) }],
    ['other-kind', withStep({ scene: { ...lens, stride: 0 } })],
    ['other-kind', withStep({ scene: { ...lens, padding: [1, 2, 3] } })],
    ['other-kind', withAnswer({ kind: 'guess' })],
    ['missing', withAnswer({ kind: 'number' })],
    ['missing', withAnswer({ kind: 'number', of: 'uses' })],
  ];
  for (const [code, file] of form) {
    it(`${code}, as the schema says too: ${JSON.stringify(file).slice(0, 60)}`, () => {
      const { problems } = readLesson(JSON.stringify(file));
      assert.ok(problems.some((problem) => problem.code === code));
      assert.ok(problems.every(isOfSchema));
      assert.ok(!matchesSchema(file, schema));
    });
  }

  it('takes no text for a lesson that is none, and throws on none', () => {
    for (const text of [
      '',
      '{',
      'null',
      '1',
      '"x"',
      '[]',
      `${'['.repeat(200_000)}`,
      `${'['.repeat(1e5)}${']'.repeat(1e5)}`,
      '{"__proto__":{"version":1}}',
      'x'.repeat(1_000_001),
    ]) {
      const { lesson: read, problems } = readLesson(text);
      assert.equal(read, undefined);
      assert.ok(problems.length > 0);
    }
  });
});
