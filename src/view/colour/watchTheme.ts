import type { Signal } from '@preact/signals';
import type { Theme } from '../state/lensModel';
import { digitInk } from './contrast';
import { parseColour } from './parseColour';
import { black, white } from './rgb';
import { isDark, themeKindOf } from './themeKind';

const lessMotion = '(prefers-reduced-motion: reduce)';
const forcedColours = '(forced-colors: active)';

/** Keeps the theme up to date with the body's classes and the page's variables. Returns what ends it. */
export function watchTheme(theme: Signal<Theme>): () => void {
  const read = () => {
    theme.value = themeOfPage();
  };
  const observer = new MutationObserver(read);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['class', 'style'] });
  const wishes = [matchMedia(lessMotion), matchMedia(forcedColours)];
  for (const wish of wishes) wish.addEventListener('change', read);
  read();
  return () => {
    observer.disconnect();
    for (const wish of wishes) wish.removeEventListener('change', read);
  };
}

function themeOfPage(): Theme {
  const named = themeKindOf(document.body.className);
  const background = parseColour(getComputedStyle(document.body).backgroundColor);
  const still = document.body.classList.contains('vscode-reduce-motion') || matchMedia(lessMotion).matches;
  const ground = background ?? (isDark(named) ? black : white);
  // The colours of the system may be light where the theme is dark.
  const forced = digitInk(ground) === white ? 'hc-dark' : 'hc-light';
  return { kind: matchMedia(forcedColours).matches ? forced : named, ground, still, scale: scaleOfText() };
}

/** The size of text that places and boxes are drawn for, and up to which they have room as they are, in pixels. */
const drawnFor = 14;
const mostAsDrawn = 17;

function scaleOfText(): number {
  const size = Number.parseFloat(
    getComputedStyle(document.documentElement).getPropertyValue('--vscode-editor-font-size'),
  );
  return size > mostAsDrawn ? size / drawnFor : 1;
}
