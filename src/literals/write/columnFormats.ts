import type { Frame, MatrixFormat } from './matrixFormat';
import { nameRules } from './nameRules';
import { rowLayout } from './rowLayout';

const semicolons = rowLayout({ before: '', between: ', ', after: ';', last: '' });
const blanks = rowLayout({ before: '', between: ' ', after: ';', last: '' });
const commas = rowLayout({ before: '', between: ', ', after: ',', last: '' });
const continued = rowLayout({ before: '', between: ', ', after: ', ...', last: '' });

/** MATLAB's and Octave's matrix; more axes than two are put in shape, first axis first. */
export const matlabFormat: MatrixFormat = {
  id: 'matlab',
  spelling: { nan: 'NaN', infinity: 'Inf', minusZero: '-0' },
  isAligned: true,
  names: nameRules.matlab,
  frame: (shape, name) => {
    const given = named(name, '=');
    const end = name === undefined ? '' : ';';
    return shape.length < 3
      ? { before: `${given}[`, layout: semicolons, after: `]${end}` }
      : inShape(`${given}reshape([`, continued, `], [${shape.join(', ')}])${end}`);
  },
};

/** Julia's matrix; a column says by two semicolons that it is one, more axes than two are put in shape. */
export const juliaFormat: MatrixFormat = {
  id: 'julia',
  spelling: { nan: 'NaN', infinity: 'Inf', minusZero: '-0.0' },
  isAligned: true,
  names: nameRules.julia,
  frame: (shape, name) => {
    const before = `${named(name, '=')}[`;
    if (shape.length > 2) return inShape(`${named(name, '=')}reshape([`, commas, `], ${shape.join(', ')})`);
    if (shape.length === 1) return { before, layout: commas, after: ']' };
    return { before, layout: blanks, after: shape[1] === 1 ? ';;]' : ']' };
  },
};

/** R's vector, matrix or array. */
export const rFormat: MatrixFormat = {
  id: 'r',
  spelling: { nan: 'NaN', infinity: 'Inf', minusZero: '-0' },
  isAligned: true,
  names: nameRules.r,
  frame: (shape, name) => {
    const given = named(name, '<-');
    if (shape.length > 2) return inShape(`${given}array(c(`, commas, `), dim = c(${shape.join(', ')}))`);
    const [call, after] = shape.length === 1 ? ['c(', ')'] : ['matrix(c(', `), nrow = ${shape[0]}, byrow = TRUE)`];
    return { before: `${given}${call}`, layout: commas, after };
  },
};

function named(name: string | undefined, sign: string): string {
  return name === undefined ? '' : `${name} ${sign} `;
}

function inShape(before: string, layout: Frame['layout'], after: string): Frame {
  return { before, layout, after, columnsFirst: true };
}
