import { lazy } from '../parts/lazy';

/** The picture of a large matrix; most people never open one. */
export const PictureCanvas = lazy(() => import('./PictureCanvas').then((module) => module.PictureCanvas));
