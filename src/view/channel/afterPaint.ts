/** Frames do not come to a page that nobody sees. */
const paintMilliseconds = 100;

/** Does something once the next frame is painted, or would have been. */
export function afterPaint(act: () => void): void {
  let isDone = false;
  const once = () => {
    if (!isDone) act();
    isDone = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, paintMilliseconds);
}
