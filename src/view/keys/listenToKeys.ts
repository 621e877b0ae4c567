import type { Lens } from '../state/lens';
import { type KeyPlace, keyCommand } from './keyCommand';

/** Listens to keys wherever the focus is; grids take theirs first. Returns what ends it. */
export function listenToKeys(lens: Lens): () => void {
  // Not needed for the first picture, but before the first key.
  const loading = import('./runCommand');
  const listener = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const command = keyCommand(event, placeOf(event.target));
    if (command === undefined || (event.repeat && command === 'play')) return;
    event.preventDefault();
    void loading.then(({ runCommand }) => runCommand(lens, command));
  };
  document.addEventListener('keydown', listener);
  return () => document.removeEventListener('keydown', listener);
}

function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof Element)) return 'elsewhere';
  if (target.matches('input, textarea')) return 'field';
  if (target.matches('select')) return 'choice';
  if (target.matches('button, a')) return 'button';
  return target.closest('.grid.map') === null ? 'elsewhere' : 'map';
}
