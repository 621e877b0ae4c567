/**
 * Brings the focus back to where it was in the page: the workbench takes it away from there when it goes elsewhere, as
 * to a question of ours. Returns what ends it.
 */
export function keepFocus(): () => void {
  let last = focused();
  const remember = () => {
    last = focused();
  };
  // What the pointer goes to takes the focus, or nothing does.
  const forget = () => {
    last = undefined;
  };
  const bringBack = () => {
    if (document.activeElement === document.body && last?.isConnected) last.focus({ preventScroll: true });
  };
  document.addEventListener('focusin', remember);
  document.addEventListener('pointerdown', forget, true);
  window.addEventListener('focus', bringBack);
  return () => {
    document.removeEventListener('focusin', remember);
    document.removeEventListener('pointerdown', forget, true);
    window.removeEventListener('focus', bringBack);
  };
}

function focused(): HTMLElement | undefined {
  return document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
}
