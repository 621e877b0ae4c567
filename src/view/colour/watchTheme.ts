import type { Signal } from '@preact/signals';
import type { Theme } from '../state/lensModel';
import { parseColour } from './parseColour';
import { black, white } from './rgb';
import { isDark, themeKindOf } from './themeKind';

/** Keeps the theme up to date with the body's classes and the page's variables. Returns what ends it. */
export function watchTheme(theme: Signal<Theme>): () => void {
  const read = () => {
    theme.value = themeOfPage();
  };
  const observer = new MutationObserver(read);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['class', 'style'] });
  const motion = matchMedia('(prefers-reduced-motion: reduce)');
  motion.addEventListener('change', read);
  read();
  return () => {
    observer.disconnect();
    motion.removeEventListener('change', read);
  };
}

function themeOfPage(): Theme {
  const kind = themeKindOf(document.body.className);
  const background = parseColour(getComputedStyle(document.body).backgroundColor);
  const still =
    document.body.classList.contains('vscode-reduce-motion') || matchMedia('(prefers-reduced-motion: reduce)').matches;
  return { kind, ground: background ?? (isDark(kind) ? black : white), still };
}
