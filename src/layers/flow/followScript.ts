import { isLayerProblem } from '../layerProblem';
import type { LayerCall } from '../readLayer';
import { unknownTensor } from './tensor';
import { freshTensor, type Trace } from './trace';
import { axesOf } from './useLayer';

/** How far before a call its list is looked for. */
const reach = 120;
/** What is farther apart is not looked through. */
const widest = 2000;

/** Follows what a JavaScript text adds to its lists of layers, call after call. */
export function followScript(text: string, layers: readonly LayerCall[], trace: Trace): void {
  for (const [key, added] of listsOf(text, layers)) followList(text, key, added, trace);
}

/** What is added to each variable; the same name in another function holds another list. */
function listsOf(text: string, layers: readonly LayerCall[]): ReadonlyMap<string, readonly LayerCall[]> {
  const lists = new Map<string, LayerCall[]>();
  const made = [...text.matchAll(/\bsequential\s?\(/g)].map(({ index }) => index);
  let lastMade = 0;
  for (const layer of layers) {
    const { start } = layer.call;
    while (lastMade < made.length && made[lastMade]! < start) lastMade++;
    const before = text.slice(Math.max(0, start - reach), start);
    const name = /([A-Za-z_$][\w$]{0,60})\s?\.add\(\s{0,40}$/.exec(before)?.[1];
    if (name === undefined) continue;
    const key = lastMade > 1 ? `${name} ${lastMade}` : name;
    const list = lists.get(key);
    if (list) list.push(layer);
    else lists.set(key, [layer]);
  }
  return lists;
}

function followList(text: string, key: string, added: readonly LayerCall[], trace: Trace): void {
  const [first] = added;
  const axes = added.flatMap(({ layer }) => (isLayerProblem(layer) ? [] : (axesOf(layer) ?? [])))[0];
  let tensor = trace.modelInput({ key, starts: [first!.call.start] }, axes, freshTensor, undefined);
  const end = trace.begin(key, tensor);
  for (const [index, { library, layer, call }] of added.entries()) {
    const last = added[index - 1]?.call.end;
    const isApart = last !== undefined && !isNext(text.slice(last, Math.min(call.start, last + widest + 1)));
    const { path, start } = call;
    tensor = trace.layer(
      { library, layer, path, start, end: call.end },
      isApart ? unknownTensor : tensor,
      undefined,
    ).tensor;
  }
  end();
}

/** Between two layers that follow each other, nothing else is added, and no block begins or ends. */
function isNext(between: string): boolean {
  return between.length <= widest && !/[{}]/.test(between) && between.split('.add(').length === 2;
}
