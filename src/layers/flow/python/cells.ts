/** What can be changed while a text is followed, and be put back when one of two ways was tried. */
export interface Cells<State> {
  state: State;
  readonly copy: (state: State) => State;
}

/** Remembers what is changed on one of two ways that a text may take. */
export class Journal {
  private readonly levels: Map<Cells<unknown>, unknown>[] = [];

  /** Has to be called before cells are changed. */
  touch<State>(cells: Cells<State>): void {
    const level = this.levels.at(-1);
    // Whatever it holds, a state goes back into the cells that it is from.
    const any = cells as unknown as Cells<unknown>;
    if (level && !level.has(any)) level.set(any, cells.copy(cells.state));
  }

  /** What an action has changed; undone. */
  tried(action: () => void): ReadonlyMap<Cells<unknown>, unknown> {
    const before = new Map<Cells<unknown>, unknown>();
    this.levels.push(before);
    action();
    this.levels.pop();
    const after = new Map<Cells<unknown>, unknown>();
    for (const [cells, state] of before) {
      after.set(cells, cells.state);
      cells.state = state;
    }
    return after;
  }

  /** Takes over a state. */
  set(cells: Cells<unknown>, state: unknown): void {
    this.touch(cells);
    cells.state = state;
  }
}
