/** A state with what undo and redo go back and forth to; the last entry of each list is the nearest. */
export interface Timeline<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
}

const deepest = 200;

/** A state with nothing to undo. */
export function startTimeline<State>(present: State): Timeline<State> {
  return { past: [], present, future: [] };
}

/** The next state after the present one, to which no redo leads any more. */
export function stepOn<State>({ past, present }: Timeline<State>, next: State): Timeline<State> {
  return { past: [...past, present].slice(-deepest), present: next, future: [] };
}

/** One step back; the very same where there is none. */
export function stepBack<State>(timeline: Timeline<State>): Timeline<State> {
  const { past, present, future } = timeline;
  const previous = past.at(-1);
  if (previous === undefined) return timeline;
  return { past: past.slice(0, -1), present: previous, future: [...future, present] };
}

/** One step forward again; the very same where there is none. */
export function stepForward<State>(timeline: Timeline<State>): Timeline<State> {
  const { past, present, future } = timeline;
  const next = future.at(-1);
  if (next === undefined) return timeline;
  return { past: [...past, present], present: next, future: future.slice(0, -1) };
}
