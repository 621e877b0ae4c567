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

function viewStateOf({ saved, step, speed, showWhole, showUses }: LensModel): ViewState | undefined {
  const session = saved.value;
  const state = { step: step.value, speed: speed.value, showWhole: showWhole.value, showUses: showUses.value };
  return session && { version: 1, session, ...state };
}
