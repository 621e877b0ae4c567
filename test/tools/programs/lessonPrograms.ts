import { lessonNotebook } from '../../../src/export/notebook/lessonNotebook';
import { type Expected, expectedAnswer, numberIn } from '../../../src/session/lessons/expectedAnswer';
import { readLesson } from '../../../src/session/lessons/readLesson';
import { translator } from '../../../src/words/translate';

/** What a lesson's notebook runs, cell after cell: as it is opened, and with the right answers written in. */
export interface LessonProgram {
  readonly open: string;
  readonly answered: string;
  readonly questions: number;
}

/** The programs of a lesson file; undefined where it is no lesson. */
export function lessonProgram(text: string): LessonProgram | undefined {
  const { lesson } = readLesson(text);
  if (!lesson) return undefined;
  const numbers = lesson.steps.map(numberIn);
  const code = lessonNotebook(lesson, translator({}), numbers).filter(({ kind }) => kind === 'python');
  const right = lesson.steps.flatMap(({ question, scene }) =>
    question ? [expectedAnswer(question.answer, scene)!] : [],
  );
  let asked = 0;
  const answered = code.map((cell) =>
    cell.text.startsWith('answer = None') ? `answer = ${written(right[asked++]!)}` : cell.text,
  );
  return { open: code.map((cell) => cell.text).join('\n'), answered: answered.join('\n'), questions: right.length };
}

function written(expected: Expected): string {
  switch (expected.kind) {
    case 'size':
      return `(${expected.rows}, ${expected.cols})`;
    case 'number':
      return String(expected.value);
    case 'choice':
      return String(expected.index);
    case 'kernel':
      return `np.reshape([${[...expected.matrix.data].join(', ')}], (${expected.matrix.shape.join(', ')}))`;
  }
}
