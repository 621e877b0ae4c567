import {
  type FileMatrix,
  type FileProblem,
  type FileReading,
  fileProblem,
  mostFileAxes,
  shapeProblem,
} from './fileReading';
import { utf8Bytes } from './utf8Bytes';

/** Reads a JSON file: a list of numbers or of such lists, or an object with some of them by name. */
export function readJson(bytes: Uint8Array): FileReading {
  const root = parsed(bytes);
  if ('problem' in root) return root;
  if (Array.isArray(root.value)) {
    const matrix = matrixOf(root.value, undefined);
    return 'problem' in matrix ? matrix : { matrices: [matrix], rounded: 0 };
  }
  const lists = Object.entries(root.value ?? {}).filter(([, value]) => isNumeric(value));
  const read = lists.map(([name, value]) => matrixOf(value as readonly unknown[], name));
  const problem = read.find((one): one is FileProblem => 'problem' in one);
  if (problem) return problem;
  const matrices = read.filter((one): one is FileMatrix => 'data' in one);
  return matrices.length > 0 ? { matrices, rounded: 0 } : fileProblem('no-numbers');
}

function parsed(bytes: Uint8Array): { readonly value: unknown } | FileProblem {
  try {
    return { value: JSON.parse(new TextDecoder().decode(utf8Bytes(bytes))) };
  } catch (error) {
    // A text that is too long for a string is told as such by who asked for it.
    if (error instanceof SyntaxError) return fileProblem('not-json', { found: error.message.slice(0, 120) });
    throw error;
  }
}

/** Whether a value is a list that begins with a number, perhaps in lists. */
function isNumeric(value: unknown): boolean {
  let first = value;
  for (let axis = 0; axis <= mostFileAxes && Array.isArray(first); axis++) first = first[0];
  return Array.isArray(value) && typeof first === 'number';
}

function matrixOf(list: readonly unknown[], name: string | undefined): FileMatrix | FileProblem {
  const shape: number[] = [];
  for (let first: unknown = list; Array.isArray(first); first = first[0]) {
    shape.push(first.length);
    if (shape.length > mostFileAxes) return fileProblem('axes', { found: shape.length, expected: mostFileAxes });
  }
  const problem = shapeProblem(shape);
  if (problem) return problem;
  const data = new Float64Array(shape.reduce((product, size) => product * size, 1));
  let size = 0;
  const fill = (value: unknown, axis: number, place: readonly number[]): FileProblem | undefined => {
    if (axis === shape.length) {
      if (typeof value !== 'number') return fileProblem('no-number', { place: place.join(', '), found: shown(value) });
      data[size++] = value;
      return undefined;
    }
    if (!Array.isArray(value)) return fileProblem('no-number', { place: place.join(', '), found: shown(value) });
    if (value.length !== shape[axis])
      return fileProblem('ragged', { place: place.join(', '), found: value.length, expected: shape[axis]! });
    for (let i = 0; i < value.length; i++) {
      const wrong = fill(value[i], axis + 1, axis + 1 < shape.length ? [...place, i] : place);
      if (wrong) return wrong;
    }
    return undefined;
  };
  return fill(list, 0, []) ?? { name, shape, data };
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? '').slice(0, 40);
}
