import type { MatrixFormat } from './matrixFormat';
import { nameRules } from './nameRules';
import { blockLayout } from './nestedLayout';

const lists = blockLayout('[', ']', 2);
const braces = blockLayout('{', '}', 4);
const cNumbers = { nan: 'NAN', infinity: 'INFINITY', minusZero: '-0.0' };

/** JavaScript's nested arrays. */
export const javascriptFormat: MatrixFormat = {
  id: 'javascript',
  spelling: { nan: 'NaN', infinity: 'Infinity', minusZero: '-0' },
  isAligned: true,
  names: nameRules.javascript,
  frame: (_, name) => ({
    before: name === undefined ? '' : `const ${name} = `,
    layout: lists,
    after: name === undefined ? '' : ';',
  }),
};

/** C's array of doubles; NAN and INFINITY are those of `math.h`. */
export const cFormat: MatrixFormat = {
  id: 'c',
  spelling: cNumbers,
  isAligned: true,
  names: nameRules.c,
  frame: (shape, name) => ({
    before: name === undefined ? '' : `double ${name}${shape.map((size) => `[${size}]`).join('')} = `,
    layout: braces,
    after: name === undefined ? '' : ';',
  }),
};

/** C++'s vector of vectors of doubles; NAN and INFINITY are those of `cmath`. */
export const cppFormat: MatrixFormat = {
  id: 'cpp',
  spelling: cNumbers,
  isAligned: true,
  names: nameRules.cpp,
  frame: ({ length }, name) => ({
    before: name === undefined ? '' : `${'std::vector<'.repeat(length)}double${'>'.repeat(length)} ${name} = `,
    layout: braces,
    after: name === undefined ? '' : ';',
  }),
};
