export { conv } from './conv';
export { engine } from './engine';
export { parse } from './parse';

/** Layer calls are not read yet. */
export function hover(): never {
  throw Object.assign(new Error('Layer calls are not read yet.'), { code: 'unsupported' });
}
