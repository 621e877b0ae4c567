/** Which values may be parts of one object, and where one of them is changed. */
export interface Sharing {
  readonly parents: number[];
  readonly changes: { readonly value: number; readonly at: number }[];
}

/** No values yet. */
export function newSharing(): Sharing {
  return { parents: [], changes: [] };
}

/** A value that shares nothing with another. */
export function newValue({ parents }: Sharing): number {
  parents.push(parents.length);
  return parents.length - 1;
}

/** The number that stands for all values that may be parts of one object with this one. */
export function groupOf({ parents }: Sharing, value: number): number {
  let root = value;
  while (parents[root] !== root) {
    parents[root] = parents[parents[root]!]!;
    root = parents[root]!;
  }
  return root;
}

/** From now on a change of one value may change the other. */
export function share(sharing: Sharing, one: number, other: number): void {
  const [low, high] = [groupOf(sharing, one), groupOf(sharing, other)].sort((a, b) => a - b) as [number, number];
  sharing.parents[high] = low;
}

/** The positions of all changes by the group of what they change, each list in order. */
export function changesByGroup(sharing: Sharing): ReadonlyMap<number, readonly number[]> {
  const byGroup = new Map<number, number[]>();
  for (const { value, at } of sharing.changes) {
    const group = groupOf(sharing, value);
    const list = byGroup.get(group);
    if (list) list.push(at);
    else byGroup.set(group, [at]);
  }
  for (const list of byGroup.values()) list.sort((a, b) => a - b);
  return byGroup;
}

/** How many values each group has. */
export function groupSizes(sharing: Sharing): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  for (let value = 0; value < sharing.parents.length; value++) {
    const group = groupOf(sharing, value);
    sizes.set(group, (sizes.get(group) ?? 0) + 1);
  }
  return sizes;
}
