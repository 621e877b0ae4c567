interface Assert {
  ok(condition: unknown, message?: string): asserts condition;
  equal<T>(actual: T, expected: T, message?: string): void;
  /** Compares what JSON can say. */
  deepEqual<T>(actual: T, expected: T, message?: string): void;
  match(actual: string, pattern: RegExp): void;
}

/** The few assertions that both hosts can run; the web host has no `node:assert`. */
export const assert: Assert = {
  ok(condition, message = 'not so') {
    if (!condition) throw new Error(message);
  },

  equal(actual, expected, message = '') {
    if (!Object.is(actual, expected)) fail(actual, expected, message);
  },

  deepEqual(actual, expected, message = '') {
    if (JSON.stringify(actual) !== JSON.stringify(expected)) fail(actual, expected, message);
  },

  match(actual, pattern) {
    if (!pattern.test(actual)) throw new Error(`${JSON.stringify(actual)} does not match ${pattern}`);
  },
};

function fail(actual: unknown, expected: unknown, message: string): never {
  throw new Error(`${message && `${message}: `}got ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`);
}
