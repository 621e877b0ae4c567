/** The few assertions that both hosts can run; the web host has no `node:assert`. */
export const assert = {
  ok(condition: unknown, message = 'not so'): asserts condition {
    if (!condition) throw new Error(message);
  },

  equal<T>(actual: T, expected: T, message = ''): void {
    if (!Object.is(actual, expected)) fail(actual, expected, message);
  },

  /** Compares what JSON can say. */
  deepEqual<T>(actual: T, expected: T, message = ''): void {
    if (JSON.stringify(actual) !== JSON.stringify(expected)) fail(actual, expected, message);
  },

  match(actual: string, pattern: RegExp): void {
    if (!pattern.test(actual)) throw new Error(`${JSON.stringify(actual)} does not match ${pattern}`);
  },
};

function fail(actual: unknown, expected: unknown, message: string): never {
  throw new Error(`${message && `${message}: `}got ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`);
}
