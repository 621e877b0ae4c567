/** How long a computation may hold the thread at a time, and how often it may tell how far it is. */
const holdMilliseconds = 8;
const tellMilliseconds = 150;

/**
 * Runs a sliced computation beside other work of the thread. Resolves to its result, or to undefined once
 * `isWanted` says no; `tell` hears the share done when it takes longer than a moment.
 */
export async function runSliced<T>(
  slices: Generator<number, T>,
  isWanted: () => boolean,
  tell: (share: number) => void,
): Promise<T | undefined> {
  let hold = Date.now() + holdMilliseconds;
  let told = Date.now();
  for (;;) {
    const slice = slices.next();
    if (slice.done) return slice.value;
    if (Date.now() < hold) continue;
    if (Date.now() - told > tellMilliseconds) {
      told = Date.now();
      tell(slice.value);
    }
    await new Promise<void>((resolve) => setTimeout(resolve));
    if (!isWanted()) return undefined;
    hold = Date.now() + holdMilliseconds;
  }
}
