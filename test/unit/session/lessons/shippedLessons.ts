import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { type Expected, expectedAnswer } from '../../../../src/session/lessons/expectedAnswer';
import type { Lesson } from '../../../../src/session/lessons/lesson';
import { lessonEnding } from '../../../../src/session/lessons/lessonEnding';
import { readLesson } from '../../../../src/session/lessons/readLesson';
import { projectRoot } from '../../../tools/projectRoot.mjs';

const folder = path.join(projectRoot, 'media', 'lessons');

/** A file of `media/lessons`. */
export function lessonFile(name: string): string {
  return fs.readFileSync(path.join(folder, name), 'utf8');
}

/** The names of the lessons that lie in `media/lessons`, sorted. */
export function lessonsThere(): readonly string[] {
  const names = fs.readdirSync(folder).filter((name) => name.endsWith(lessonEnding));
  return names.map((name) => name.slice(0, -lessonEnding.length)).sort();
}

/** A lesson that comes with the extension. */
export function shipped(name: string): Lesson {
  const { lesson, problems } = readLesson(lessonFile(`${name}${lessonEnding}`));
  assert.deepEqual(problems, [], name);
  return lesson!;
}

/** The right answer to the question of a lesson's step, counted from 0, as the engine works it out. */
export function expectedIn(name: string, step: number): Expected | undefined {
  const { scene, question } = shipped(name).steps[step]!;
  return question && expectedAnswer(question.answer, scene);
}
