import { effect } from '@preact/signals';
import type { ViewState } from '../../protocol/lens';
import type { LensModel } from './lensModel';

const delay = 200;

/** Keeps what a reload must bring back, a moment after the last change. Returns what ends it. */
export function keepViewState(model: LensModel, setState: (state: ViewState) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    const state = viewStateOf(model);
    clearTimeout(timer);
    if (state !== undefined) timer = setTimeout(() => setState(state), delay);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

function viewStateOf(model: LensModel): ViewState | undefined {
  const session = model.saved.value;
  const state = {
    step: model.step.value,
    speed: model.speed.value,
    showWhole: model.showWhole.value,
    showUses: model.showUses.value,
    settings: model.settings.value,
    zoom: model.zoom.value,
    presenting: model.presenting.value,
  };
  return session && { version: 1, session, ...state };
}
