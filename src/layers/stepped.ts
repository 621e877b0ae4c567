/** A value that is made in steps by whoever needs it; all who need it go on with the same work. */
export interface Stepped<T> {
  /** The value, once it is there. */
  readonly done: () => { readonly value: T } | undefined;
  /** One step of the work; throws what the work throws. */
  readonly step: () => void;
}

/** Begins with the first step. */
export function stepped<T>(begin: () => Iterator<unknown, T>): Stepped<T> {
  let steps: Iterator<unknown, T> | undefined;
  let result: { readonly value: T } | undefined;
  let failure: { readonly thrown: unknown } | undefined;
  const step = () => {
    if (failure) throw failure.thrown;
    if (result) return;
    try {
      steps ??= begin();
      const next = steps.next();
      if (next.done) result = { value: next.value };
    } catch (thrown) {
      failure = { thrown };
      throw thrown;
    }
  };
  return { done: () => result, step };
}

/** Does all steps of some work at once. */
export function atOnce<T>(steps: Iterator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Goes on with some work, step by step, until its value is there; what share is done, nobody is told. */
export function* untilDone<T>({ done, step }: Stepped<T>): Generator<number, T> {
  for (;;) {
    const result = done();
    if (result) return result.value;
    step();
    yield 0;
  }
}
