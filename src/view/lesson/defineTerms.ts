import { isTerm, termText } from '../../words/terms';
import type { Translate } from '../../words/translate';

/**
 * Gives every label with `data-term` its definition once it is pointed at, and its group once that has the focus: as a
 * title, and as a description for screen readers. Returns what ends it.
 */
export function defineTerms(translate: () => Translate): () => void {
  const listener = ({ target }: Event) => {
    if (!(target instanceof Element)) return;
    const label = target.closest('[data-term]') ?? target.closest('[role="group"]')?.querySelector('[data-term]');
    if (label instanceof HTMLElement) define(label, translate());
  };
  document.addEventListener('pointerover', listener);
  document.addEventListener('focusin', listener);
  return () => {
    document.removeEventListener('pointerover', listener);
    document.removeEventListener('focusin', listener);
  };
}

function define(label: HTMLElement, t: Translate): void {
  const { term } = label.dataset;
  if (!isTerm(term)) return;
  const text = termText(t, term);
  label.title = text;
  (label.closest('[role="group"]') ?? label).setAttribute('aria-description', text);
}
