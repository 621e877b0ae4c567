import { batch } from '@preact/signals';
import type { Matrix } from '../../engine/tensor';
import { dispatch, type Handlers } from '../../protocol/dispatch';
import type { Snapshot, ToView } from '../../protocol/lens';
import type { LensFacts } from './lensFacts';
import type { LensModel } from './lensModel';

/** Takes in the messages of the host. */
export function receiver(model: LensModel, facts: LensFacts): (message: ToView) => void {
  const handlers: Handlers<ToView> = {
    hello: ({ words }) => {
      model.words.value = words;
    },
    matrix: ({ id, rows, cols, data }) => {
      const known = new Map(model.matrices.peek());
      known.set(id, { shape: [rows, cols], data });
      model.matrices.value = known;
    },
    snapshot: ({ snapshot }) => batch(() => showSnapshot(model, facts, snapshot)),
  };
  return (message) => {
    if (typeof message === 'object' && message !== null && Object.hasOwn(handlers, message.type))
      dispatch(message, handlers);
  };
}

function showSnapshot(model: LensModel, facts: LensFacts, snapshot: Snapshot): void {
  const before = model.snapshot.peek();
  if (before !== undefined && before.revision > snapshot.revision) return;
  const named = [snapshot.input.id, snapshot.kernel.id, snapshot.output?.id];
  const kept = new Map<string, Matrix>([...model.matrices.peek()].filter(([id]) => named.includes(id)));
  const mapWidth = facts.plan.peek()?.width.outputSize;
  model.matrices.value = kept;
  model.snapshot.value = snapshot;
  model.hoverStep.value = undefined;
  model.usesOf.value = undefined;
  if (before !== undefined && before.subject !== snapshot.subject) startOver(model);
  if (before !== undefined && before.subject !== snapshot.subject) startAnew(model);
  else keepPlace(model, facts, before === undefined ? undefined : mapWidth);
}

/** Other matrices begin at their first step. */
function startOver(model: LensModel): void {
  model.step.value = 0;
  model.pinned.value = false;
  model.playing.value = false;
}

/** Another pair of matrices begins at its first step. */
function startAnew(model: LensModel): void {
  model.step.value = 0;
  model.pinned.value = false;
  model.playing.value = false;
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
