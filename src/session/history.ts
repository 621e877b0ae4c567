import type { Act } from './act';
import { reduce } from './reduce';
import { isAboutAct, type Notice, type SessionState } from './state';
import type { TextEdit } from './textEdit';

/** A session with what undo and redo go back and forth to; the last entry of each list is the nearest. */
export interface History {
  readonly past: readonly SessionState[];
  readonly present: SessionState;
  readonly future: readonly SessionState[];
}

const deepest = 200;

/** A session with nothing to undo. */
export function startHistory(present: SessionState): History {
  return { past: [], present, future: [] };
}

/** The history after an act. Acts that change nothing leave no step behind. */
export function perform(history: History, act: Act): History {
  if (act.kind === 'undo') return stepBack(history);
  if (act.kind === 'redo') return stepForward(history);
  const present = reduce(history.present, act);
  return present === history.present ? history : moveOn(history, present);
}

/** The history with another state after the present one, to which undo leads back. */
export function moveOn(history: History, present: SessionState): History {
  const isTold = present.notice !== history.present.notice;
  const next = isTold ? present : withoutActNotice(present);
  return stepOn(history, next.wrote === undefined ? next : { ...next, wrote: undefined });
}

/** The history after an act that writes into a text, which all its states follow. */
export function moveOnWriting(history: History, wrote: TextEdit): History {
  return stepOn(history, { ...withoutActNotice(history.present), wrote });
}

/** The history without its last step, to which no redo leads. */
export function withoutLastStep({ past, present }: History): History {
  return { past: past.slice(0, -1), present: past.at(-1) ?? present, future: [] };
}

/** The history with something to tell, which is no step of its own. */
export function tellInHistory(history: History, notice: Notice): History {
  return { ...history, present: { ...history.present, notice } };
}

function stepOn({ past, present }: History, next: SessionState): History {
  return { past: [...past, withoutActNotice(present)].slice(-deepest), present: next, future: [] };
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

function stepBack({ past, present, future }: History): History {
  const previous = past.at(-1);
  if (previous === undefined) return { past, present, future };
  return { past: past.slice(0, -1), present: previous, future: [...future, withoutActNotice(present)] };
}

function stepForward({ past, present, future }: History): History {
  const next = future.at(-1);
  if (next === undefined) return { past, present, future };
  return { past: [...past, withoutActNotice(present)], present: next, future: future.slice(0, -1) };
}
