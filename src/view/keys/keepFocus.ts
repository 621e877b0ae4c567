/** A question that a key asks for takes the focus within this time, in milliseconds. */
const questionMilliseconds = 1000;

/**
 * Brings the focus back to where it was in the page after a question of the workbench, which takes it away: one that a
 * control was asked for by Enter or Space. Whoever leaves in another way comes back as the workbench has it. Returns what
 * ends it.
 */
export function keepFocus(): () => void {
  let last: HTMLElement | undefined;
  let asked = Number.NEGATIVE_INFINITY;
  const watchKey = ({ key, timeStamp }: KeyboardEvent) => {
    asked = key === 'Enter' || key === ' ' ? timeStamp : Number.NEGATIVE_INFINITY;
    last = focused();
  };
  const forget = () => {
    asked = Number.NEGATIVE_INFINITY;
    last = undefined;
  };
  const leave = ({ timeStamp }: FocusEvent) => {
    if (timeStamp - asked > questionMilliseconds) forget();
  };
  const bringBack = () => {
    if (document.activeElement === document.body && last?.isConnected) last.focus({ preventScroll: true });
    forget();
  };
  document.addEventListener('keydown', watchKey, true);
  // What is done with the focus in the page is no question.
  document.addEventListener('focusin', forget);
  document.addEventListener('pointerdown', forget, true);
  window.addEventListener('blur', leave);
  window.addEventListener('focus', bringBack);
  return () => {
    document.removeEventListener('keydown', watchKey, true);
    document.removeEventListener('focusin', forget);
    document.removeEventListener('pointerdown', forget, true);
    window.removeEventListener('blur', leave);
    window.removeEventListener('focus', bringBack);
  };
}

function focused(): HTMLElement | undefined {
  return document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
}
