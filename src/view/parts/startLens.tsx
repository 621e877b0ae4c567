import { render } from 'preact';
import { afterPaint } from '../channel/afterPaint';
import type { HostApi } from '../channel/hostApi';
import { watchTheme } from '../colour/watchTheme';
import { listenToKeys } from '../keys/listenToKeys';
import { keepViewState, readViewState } from '../state/keepViewState';
import { type Lens, LensContext } from '../state/lens';
import { lensActions } from '../state/lensActions';
import { lensFacts } from '../state/lensFacts';
import { lensModel, type Surface } from '../state/lensModel';
import { receiver } from '../state/receive';
import { startPlayer } from '../state/startPlayer';
import { LensRoot } from './LensRoot';
import { WordsContext } from './words';

/** Builds a surface in the page, restores what it kept and asks the host for its state. */
export function startLens(surface: Surface, host: HostApi, parent: HTMLElement): Lens {
  const model = lensModel(surface, readViewState(host.getState()));
  const facts = lensFacts(model);
  const actions = lensActions(model, facts, host.post);
  const lens: Lens = { model, facts, actions };
  watchTheme(model.theme);
  render(
    <LensContext.Provider value={lens}>
      <WordsContext.Provider value={facts.t}>
        <LensRoot />
      </WordsContext.Provider>
    </LensContext.Provider>,
    parent,
  );
  listenToKeys(lens);
  // Nothing has the focus before the first picture.
  void import('../keys/keepFocus').then(({ keepFocus }) => keepFocus());
  startPlayer(model, facts, actions);
  keepViewState(model, host.setState);
  host.listen(receiver(model, facts, host.post, afterPaint));
  host.post({ type: 'ready' });
  return lens;
}
