import { effect } from '@preact/signals';
import { freshView, type KeptView, readKeptView } from '../../protocol/keptView';
import type { ViewState } from '../../protocol/lens';
import type { LensModel } from './lensModel';

const delay = 200;

/** Keeps what a reload must bring back, a moment after the last change. Returns what ends it. */
export function keepViewState(model: LensModel, setState: (state: ViewState) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    const session = model.saved.value;
    const kept = keptViewOf(model);
    clearTimeout(timer);
    if (session !== undefined) timer = setTimeout(() => setState({ version: 1, session, ...kept }), delay);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** What an earlier page kept; the defaults where it is of another version or nonsense. */
export function readViewState(kept: unknown): KeptView {
  const isKnown = typeof kept === 'object' && kept !== null && 'version' in kept && kept.version === 1;
  return isKnown ? readKeptView(kept) : freshView;
}

/** How the view shows its session at this moment. */
export function keptViewOf(model: LensModel): KeptView {
  return {
    step: model.step.value,
    speed: model.speed.value,
    showWhole: model.showWhole.value,
    showUses: model.showUses.value,
    settings: model.settings.value,
    zoom: model.zoom.value,
    presenting: model.presenting.value,
  };
}
