import { keyCommand } from '../../keys/keyCommand';
import type { Network } from './network';

/** Undo and redo wherever the focus is; Escape gives up a computation, else closes what is being changed. */
export function listenToNetworkKeys({ model, actions }: Network): () => void {
  const listener = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const isField = event.target instanceof Element && event.target.matches('input[type=text]');
    const command = keyCommand(event, isField ? 'field' : 'elsewhere');
    if (command === 'undo' || command === 'redo') actions.act({ kind: command });
    else if (command !== 'let-go') return;
    else if (model.snapshot.peek()?.progress !== undefined) actions.post({ type: 'cancel' });
    else model.editing.value = undefined;
    event.preventDefault();
  };
  document.addEventListener('keydown', listener);
  return () => document.removeEventListener('keydown', listener);
}
