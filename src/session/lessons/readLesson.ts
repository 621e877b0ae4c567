import type { Lesson, LessonStep, Scene } from './lesson';
import type { LessonProblem, Report } from './lessonProblem';
import { type PlacedJson, placedJson } from './placedJson';
import { readList, readMembers, readText } from './readParts';
import { readQuestion } from './readQuestion';
import { readScene } from './readScene';

/** A lesson file as it was read: the lesson, or everything that is wrong in it. */
export type LessonReading =
  | { readonly lesson: Lesson; readonly problems: readonly [] }
  | { readonly lesson: undefined; readonly problems: readonly LessonProblem[] };

/** The longest lesson file, in UTF-16 code units. */
const longestFile = 1_000_000;

/** Reads the text of a lesson file and checks all of it; never throws. */
export function readLesson(text: string): LessonReading {
  const problems: LessonProblem[] = [];
  const report: Report = (code, { start, end }, details = {}, plan = undefined) => {
    problems.push({ code, start, end, details, plan });
    return undefined;
  };
  const whole: PlacedJson = { start: 0, end: text.length, kind: 'plain', value: null };
  const root = text.length > longestFile ? report('too-long', whole, { most: longestFile }) : placedJson(text);
  const lesson = root && readRoot(root, report);
  if (!root && problems.length === 0) report('no-json', whole);
  return lesson && problems.length === 0 ? { lesson, problems: [] } : { lesson: undefined, problems };
}

function readRoot(root: PlacedJson, report: Report): Lesson | undefined {
  const members = readMembers(root, report, ['version', 'title', 'intro', 'steps'], ['$schema']);
  if (!members) return undefined;
  const version = members.get('version')!;
  if (version.kind !== 'plain' || version.value !== 1) report('version', version);
  const title = readText(members.get('title')!, report);
  const intro = readText(members.get('intro')!, report);
  let before: Scene | undefined;
  const steps = readList(members.get('steps')!, report, (node) => {
    const step = readStep(node, report, before);
    before = step?.scene ?? before;
    return step;
  });
  return title !== undefined && intro !== undefined && steps ? { title, intro, steps } : undefined;
}

function readStep(node: PlacedJson, report: Report, before: Scene | undefined): LessonStep | undefined {
  const members = readMembers(node, report, ['text'], ['scene', 'question']);
  if (!members) return undefined;
  const text = readText(members.get('text')!, report);
  const sceneNode = members.get('scene');
  const scene = sceneNode ? readScene(sceneNode, report) : before;
  if (!scene) return sceneNode ? undefined : report('no-scene', node);
  const questionNode = members.get('question');
  const question = questionNode && readQuestion(questionNode, report, scene);
  if (text === undefined || (questionNode && !question)) return undefined;
  return { scene, text, question };
}
