import type { Act } from './act';
import { reduce } from './reduce';
import { isAboutAct, type Notice, type SessionState } from './state';
import type { TextEdit } from './textEdit';
import { startTimeline, stepBack, stepForward, stepOn, type Timeline } from './timeline';

/** A session with what undo and redo go back and forth to. */
export type History = Timeline<SessionState>;

/** A session with nothing to undo. */
export function startHistory(present: SessionState): History {
  return startTimeline(present);
}

/** The history after an act. Acts that change nothing leave no step behind. */
export function perform(history: History, act: Act): History {
  if (act.kind === 'undo') return history.past.length === 0 ? history : stepBack(leaving(history));
  if (act.kind === 'redo') return history.future.length === 0 ? history : stepForward(leaving(history));
  const present = reduce(history.present, act);
  return present === history.present ? history : moveOn(history, present);
}

/** The history with another state after the present one, to which undo leads back. */
export function moveOn(history: History, present: SessionState): History {
  const isTold = present.notice !== history.present.notice;
  const next = isTold ? present : withoutActNotice(present);
  return stepOn(leaving(history), next.wrote === undefined ? next : { ...next, wrote: undefined });
}

/** The history after an act that writes into a text, which all its states follow. */
export function moveOnWriting(history: History, wrote: TextEdit): History {
  return stepOn(leaving(history), { ...withoutActNotice(history.present), wrote });
}

/** The history without its last step, to which no redo leads. */
export function withoutLastStep({ past, present }: History): History {
  return { past: past.slice(0, -1), present: past.at(-1) ?? present, future: [] };
}

/** The history with something to tell, which is no step of its own. */
export function tellInHistory(history: History, notice: Notice): History {
  return { ...history, present: { ...history.present, notice } };
}

/** The history as the present state is left. */
function leaving(history: History): History {
  const present = withoutActNotice(history.present);
  return present === history.present ? history : { ...history, present };
}

/** What is told of an act goes with the next one. */
function withoutActNotice(state: SessionState): SessionState {
  return state.notice && isAboutAct(state.notice) ? { ...state, notice: undefined } : state;
}

/**
 * Every state of the history mapped: for changes that come from the text and are not the person's act here. The very
 * same history where nothing changes.
 */
export function mapHistory(history: History, change: (state: SessionState) => SessionState): History {
  const past = history.past.map(change);
  const present = change(history.present);
  const future = history.future.map(change);
  const isSame =
    present === history.present &&
    past.every((state, i) => state === history.past[i]) &&
    future.every((state, i) => state === history.future[i]);
  return isSame ? history : { past, present, future };
}
