import type { Cells, Items, Names, Value } from './value';

/** What one of two ways has made of names and lists; undefined where a name is gone. */
export interface Changes {
  readonly names: ReadonlyMap<Names, ReadonlyMap<string, Value | undefined>>;
  readonly lists: ReadonlyMap<Cells<Items>, Items>;
}

interface Level {
  readonly openedAt: number;
  readonly names: Map<Names, Map<string, Value | undefined>>;
  readonly lists: Map<Cells<Items>, Items>;
}

/** Writes names and lists so that what one of two ways has written can be taken back. */
export class Journal {
  private readonly levels: Level[] = [];
  private count = 0;

  /** Counts on: what is made now is no matter of ways that were begun before. */
  get now(): number {
    return ++this.count;
  }

  /** Gives a name a value; with undefined it is gone. */
  write(names: Names, name: string, value: Value | undefined): void {
    const level = this.levels.at(-1);
    // What was made on this way is gone with it.
    if (level && names.bornAt < level.openedAt) {
      const before = level.names.get(names) ?? new Map<string, Value | undefined>();
      level.names.set(names, before);
      if (!before.has(name)) before.set(name, names.state.get(name));
    }
    put(names, name, value);
  }

  /** Has to be called before a list is changed. */
  touch(cells: Cells<Items>): void {
    const level = this.levels.at(-1);
    if (level && !level.lists.has(cells)) level.lists.set(cells, copied(cells.state));
  }

  /** What an action has changed; taken back. */
  tried(action: () => void): Changes {
    const level: Level = { openedAt: this.now, names: new Map(), lists: new Map() };
    this.levels.push(level);
    action();
    this.levels.pop();
    const changes: Changes = {
      names: new Map([...level.names].map(([names, before]) => [names, valuesOf(names, before.keys())])),
      lists: new Map([...level.lists.keys()].map((cells) => [cells, cells.state])),
    };
    for (const [names, before] of level.names) for (const [name, value] of before) put(names, name, value);
    for (const [cells, state] of level.lists) cells.state = state;
    return changes;
  }

  /** Makes changes that were taken back. */
  take({ names, lists }: Changes): void {
    for (const [scope, changed] of names) for (const [name, value] of changed) this.write(scope, name, value);
    for (const [cells, state] of lists) this.setList(cells, state);
  }

  setList(cells: Cells<Items>, state: Items): void {
    this.touch(cells);
    cells.state = state;
  }
}

function put(names: Names, name: string, value: Value | undefined): void {
  if (value) names.state.set(name, value);
  else names.state.delete(name);
}

function valuesOf(names: Names, keys: Iterable<string>): ReadonlyMap<string, Value | undefined> {
  return new Map([...keys].map((key) => [key, names.state.get(key)]));
}

function copied({ items, isOpen }: Items): Items {
  return { items: [...items], isOpen };
}
