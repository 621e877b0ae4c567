export { conv } from './conv';
export { engine } from './engine';
export { hover } from './hover';
export { parse } from './parse';
