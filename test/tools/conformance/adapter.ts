export { conv } from './conv';
export { parse } from './parse';

/** Layer calls are not read yet. */
export function hover(): never {
  throw Object.assign(new Error('Layer calls are not read yet.'), { code: 'unsupported' });
}
