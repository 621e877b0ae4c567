/** One number where all are the same, else a tuple; undefined where one is not known. */
export function tupleText(sizes: readonly (number | undefined)[]): string | undefined {
  if (sizes.length === 0 || sizes.includes(undefined)) return undefined;
  return sizes.every((size) => size === sizes[0]) ? String(sizes[0]) : `(${sizes.join(', ')})`;
}

/** Arguments of a call; undefined ones are left out. */
export function callText(name: string, args: readonly (string | undefined)[]): string {
  return `${name}(${args.filter((arg) => arg !== undefined).join(', ')})`;
}

/** `name=value` unless the value is the default. */
export function keyword(name: string, value: string, otherwise: string): string | undefined {
  return value === otherwise ? undefined : `${name}=${value}`;
}

/** Cells that are added, or with negative numbers cut, on both sides of each axis. */
export type Sides = readonly (readonly [before: number, after: number])[];

/** Whether nothing is added anywhere. */
export function isNothing(sides: Sides): boolean {
  return sides.every(([before, after]) => before === 0 && after === 0);
}
