import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { LensActions } from './lensActions';
import type { LensFacts } from './lensFacts';
import type { LensModel } from './lensModel';

/** All that a part of the view can read and do. */
export interface Lens {
  readonly model: LensModel;
  readonly facts: LensFacts;
  readonly actions: LensActions;
}

/** Hands the lens down the tree. */
export const LensContext = createContext<Lens | undefined>(undefined);

/** The lens that this part belongs to. */
export function useLens(): Lens {
  const lens = useContext(LensContext);
  if (lens === undefined) throw new Error('No lens above this part.');
  return lens;
}
