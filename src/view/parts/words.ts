import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Translate } from '../../words/translate';

/** Hands the translator down the tree, to parts that any surface can use. */
export const WordsContext = createContext<ReadonlySignal<Translate> | undefined>(undefined);

/** The translator of the surface that this part belongs to. */
export function useWords(): Translate {
  const t = useContext(WordsContext);
  if (t === undefined) throw new Error('No words above this part.');
  return t.value;
}
