import type { ComponentType } from 'preact';
import type { Translate } from '../../words/translate';
import { lazy } from '../parts/lazy';

/** A way to look at the network, which has the panel to itself below the tabs. */
export interface Scene {
  /** Kept over a reload; never changed. */
  readonly id: string;
  readonly title: (t: Translate) => string;
  /** Its code comes with its first use. */
  readonly Part: ComponentType;
}

/**
 * The scenes in the order of their tabs. A scene reads state through `useNetwork()`, changes the network through
 * `actions.act`, has things computed through `useAnswer`, and keeps what is its own through `useKept`.
 */
export const scenes: readonly Scene[] = [
  {
    id: 'layers',
    title: (t) => t('Layers'),
    Part: lazy(() => import('./layers/LayersScene').then((module) => module.LayersScene)),
  },
  {
    id: 'parameters',
    title: (t) => t('Parameters'),
    Part: lazy(() => import('./parameters/ParametersScene').then((module) => module.ParametersScene)),
  },
  {
    id: 'shift',
    title: (t) => t('Shift'),
    Part: lazy(() => import('./shift/ShiftScene').then((module) => module.ShiftScene)),
  },
  {
    id: 'flatten',
    title: (t) => t('Flatten'),
    Part: lazy(() => import('./flatten/FlattenScene').then((module) => module.FlattenScene)),
  },
  {
    id: 'learn',
    title: (t) => t('Learn'),
    Part: lazy(() => import('./learn/LearnScene').then((module) => module.LearnScene)),
  },
  {
    id: 'backward',
    title: (t) => t('Backward'),
    Part: lazy(() => import('./backward/BackwardScene').then((module) => module.BackwardScene)),
  },
];
