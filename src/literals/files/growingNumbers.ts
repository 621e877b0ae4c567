/** Numbers of which nobody knows beforehand how many there are. */
export interface GrowingNumbers {
  values: Float64Array<ArrayBuffer>;
  size: number;
}

/** Nothing yet, with room for some. */
export function growingNumbers(): GrowingNumbers {
  return { values: new Float64Array(1024), size: 0 };
}

/** Adds a number; room doubles when it is used up. */
export function pushNumber(numbers: GrowingNumbers, value: number): void {
  if (numbers.size === numbers.values.length) {
    const larger = new Float64Array(2 * numbers.size);
    larger.set(numbers.values);
    numbers.values = larger;
  }
  numbers.values[numbers.size++] = value;
}
