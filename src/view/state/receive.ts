import { batch, type Signal } from '@preact/signals';
import { dispatch, type Handlers } from '../../protocol/dispatch';
import { wholePicture } from '../../protocol/keptView';
import type { FromView, ShownMatrix, Snapshot, ToView } from '../../protocol/lens';
import type { Region } from './cells';
import type { LensFacts } from './lensFacts';
import type { LensModel } from './lensModel';

/** Enough for the corners of a circular fill and for taps that lie far apart, where one was and where one is. */
const mostRegions = 128;

/** 16 MB: a zoomed picture asks for large regions. */
const mostHeldCells = 2 ** 21;

/** Takes in the messages of the host, and answers each snapshot once it is painted. */
export function receiver(
  model: LensModel,
  facts: LensFacts,
  post: (message: FromView) => void,
  afterPaint: (act: () => void) => void,
): (message: ToView) => void {
  const handlers: Handlers<ToView> = {
    hello: ({ words }) => {
      model.words.value = words;
    },
    matrix: ({ id, rows, cols, data }) => put(model.matrices, id, { shape: [rows, cols], data }),
    picture: ({ id, picture }) => put(model.pictures, id, picture),
    region: ({ id, window, data }) => {
      // What was asked for a matrix that is no longer shown comes too late.
      if (!model.pictures.peek().has(id)) return;
      const known = model.regions.peek().get(id) ?? [];
      put(model.regions, id, newest([{ ...window, data }, ...known]));
    },
    snapshot: ({ snapshot }) => {
      batch(() => showSnapshot(model, facts, snapshot));
      afterPaint(() => post({ type: 'painted', revision: snapshot.revision }));
    },
    caret: ({ marks }) => {
      model.caret.value = marks;
    },
    lesson: ({ lesson }) => {
      model.lesson.value = lesson;
    },
    present: () => {
      model.presenting.value = !model.presenting.peek();
    },
    solve: () => {
      model.popover.value = 'size';
    },
    decode: (message) => void import('../picture/decodePicture').then((part) => part.decodePicture(message, post)),
    'ask-page': ({ id }) => void import('../page/answerPage').then((part) => post(part.answerPage(id, model, facts))),
    rasterise: (message) => void import('../page/rasterise').then((part) => part.rasterise(message, post)),
    view: ({ view }) => void import('./takeView').then((part) => part.takeView(model, facts, view)),
    saved: ({ session }) => {
      model.saved.value = session;
    },
  };
  return (message) => {
    if (typeof message === 'object' && message !== null && Object.hasOwn(handlers, message.type))
      dispatch(message, handlers);
  };
}

function newest(regions: readonly Region[]): readonly Region[] {
  let cells = 0;
  const held = regions.filter(({ data }) => {
    cells += data.length;
    return cells <= mostHeldCells;
  });
  return held.slice(0, mostRegions);
}

function put<T>(map: Signal<ReadonlyMap<string, T>>, id: string, thing: T): void {
  map.value = new Map(map.peek()).set(id, thing);
}

function keep<T>(map: Signal<ReadonlyMap<string, T>>, ids: readonly (string | undefined)[]): void {
  map.value = new Map([...map.peek()].filter(([id]) => ids.includes(id)));
}

function showSnapshot(model: LensModel, facts: LensFacts, snapshot: Snapshot): void {
  const before = model.snapshot.peek();
  if (before !== undefined && before.revision > snapshot.revision) return;
  const named = [snapshot.input.id, snapshot.kernel.id, snapshot.output?.id];
  const mapWidth = facts.plan.peek()?.width.outputSize;
  keep(model.matrices, named);
  keep(model.pictures, named);
  keep(model.regions, named);
  model.snapshot.value = snapshot;
  model.hoverStep.value = undefined;
  model.usesOf.value = undefined;
  if (before !== undefined && !isOfOneSize(before.input, snapshot.input)) model.zoom.value = wholePicture;
  if (before !== undefined && before.subject !== snapshot.subject) startAnew(model);
  else keepPlace(model, facts, before === undefined ? undefined : mapWidth);
}

function isOfOneSize(a: ShownMatrix, b: ShownMatrix): boolean {
  return a.rows === b.rows && a.cols === b.cols;
}

/** Another pair of matrices begins at its first step. */
function startAnew(model: LensModel): void {
  model.step.value = 0;
  model.pinned.value = false;
  model.playing.value = false;
  model.zoom.value = wholePicture;
}

/** Where the map changes its size, the step stays at its row and column as far as they are still there. */
function keepPlace(model: LensModel, facts: LensFacts, widthBefore: number | undefined): void {
  const plan = facts.plan.value;
  if (plan === undefined) return;
  const width = plan.width.outputSize;
  const step = model.step.peek();
  const row = Math.min(plan.height.outputSize - 1, Math.floor(step / (widthBefore ?? width)));
  const col = Math.min(width - 1, step % (widthBefore ?? width));
  model.step.value = row * width + col;
}
