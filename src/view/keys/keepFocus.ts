/**
 * Brings the focus back to where it was in the page: the workbench takes it away from there when it goes elsewhere, as
 * to a question of ours. Returns what ends it.
 */
export function keepFocus(): () => void {
  let last = focused();
  let isLeaving = false;
  const remember = () => {
    last = focused();
    isLeaving = false;
  };
  // Who leaves by Tab comes back to the beginning, or the next Tab would lead out again.
  const watchKey = ({ key }: KeyboardEvent) => {
    isLeaving = key === 'Tab';
  };
  const leave = () => {
    if (isLeaving) last = undefined;
    isLeaving = false;
  };
  // What the pointer goes to takes the focus, or nothing does.
  const forget = () => {
    last = undefined;
  };
  const bringBack = () => {
    if (document.activeElement === document.body && last?.isConnected) last.focus({ preventScroll: true });
  };
  document.addEventListener('focusin', remember);
  document.addEventListener('keydown', watchKey, true);
  window.addEventListener('blur', leave);
  document.addEventListener('pointerdown', forget, true);
  window.addEventListener('focus', bringBack);
  return () => {
    document.removeEventListener('focusin', remember);
    document.removeEventListener('keydown', watchKey, true);
    window.removeEventListener('blur', leave);
    document.removeEventListener('pointerdown', forget, true);
    window.removeEventListener('focus', bringBack);
  };
}

function focused(): HTMLElement | undefined {
  return document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
}
