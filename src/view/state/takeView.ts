import { batch } from '@preact/signals';
import type { KeptView } from '../../protocol/keptView';
import type { LensFacts } from './lensFacts';
import type { LensModel } from './lensModel';

/** Shows the session as somebody else had it; a step that the map does not have becomes its last. */
export function takeView(model: LensModel, facts: LensFacts, view: KeptView): void {
  const plan = facts.plan.peek();
  const steps = plan === undefined ? 1 : plan.height.outputSize * plan.width.outputSize;
  batch(() => {
    model.step.value = Math.min(view.step, steps - 1);
    model.showWhole.value = view.showWhole;
    model.showUses.value = view.showUses;
    model.settings.value = view.settings;
    model.zoom.value = view.zoom;
    model.playing.value = false;
  });
}
