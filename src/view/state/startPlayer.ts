import { effect } from '@preact/signals';
import type { LensActions } from './lensActions';
import type { LensFacts } from './lensFacts';
import type { LensModel } from './lensModel';

const beat = 1100;

/** Steps on while playing; stops at the last step. Returns what ends it. */
export function startPlayer(model: LensModel, facts: LensFacts, actions: LensActions): () => void {
  return effect(() => {
    if (!model.playing.value) return;
    const timer = setInterval(() => {
      if (model.step.peek() < facts.steps.peek() - 1) actions.move('next');
      if (model.step.peek() >= facts.steps.peek() - 1) model.playing.value = false;
    }, beat / model.speed.value);
    return () => clearInterval(timer);
  });
}
