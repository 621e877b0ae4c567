import type { SourceCall } from '../syntax/sourceCall';
import type { Model, Step } from './model';

/** How far before a call its list is looked for. */
const reach = 120;
/** What is farther apart is not looked through. */
const widest = 2000;

/** The models of a JavaScript text: what is added to a variable, call after call. */
export function scriptModels(text: string, calls: readonly SourceCall[]): readonly Model[] {
  const lists = new Map<string, SourceCall[]>();
  const made = [...text.matchAll(/\bsequential\s?\(/g)].map(({ index }) => index);
  let lastMade = 0;
  for (const call of calls) {
    while (lastMade < made.length && made[lastMade]! < call.start) lastMade++;
    const before = text.slice(Math.max(0, call.start - reach), call.start);
    const name = /([A-Za-z_$][\w$]{0,60})\s?\.add\(\s{0,40}$/.exec(before)?.[1];
    if (name === undefined) continue;
    // The same name in another function holds another list.
    const key = lastMade > 1 ? `${name} ${lastMade}` : name;
    const list = lists.get(key);
    if (list) list.push(call);
    else lists.set(key, [call]);
  }
  return [...lists].map(([key, added]) => modelOf(text, key, added));
}

function modelOf(text: string, key: string, added: readonly SourceCall[]): Model {
  const steps: Step[] = [];
  const add = (operation: Step['operation']) => steps.push({ operation, from: [steps.length - 1] });
  for (const [index, { start, end }] of added.entries()) {
    const last = added[index - 1];
    if (last && !isNext(text.slice(last.end, Math.min(start, last.end + widest + 1)))) add({ kind: 'unknown' });
    add({ kind: 'layer', end });
  }
  return { key, starts: [added[0]!.start], steps, output: steps.length - 1 };
}

/** Between two layers that follow each other, nothing else is added, and no block begins or ends. */
function isNext(between: string): boolean {
  return between.length <= widest && !/[{}]/.test(between) && between.split('.add(').length === 2;
}
