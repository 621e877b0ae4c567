import { isScalar, type Value } from '../expression/value';
import type { BuilderCall } from './builders';
import { builtNumbers } from './builtNumbers';
import { bound, integerOf, libraryOf, textOf } from './parameters';

/** Wolfram's `BoxMatrix[r]`: ones, (2r+1) × (2r+1). */
export function boxMatrix(call: BuilderCall): Value | undefined {
  return aroundCentre(call, () => 1);
}

/** Wolfram's `DiamondMatrix[r]`: ones up to `r` steps from the centre. */
export function diamondMatrix(call: BuilderCall): Value | undefined {
  return aroundCentre(call, (y, x, r) => (Math.abs(y) + Math.abs(x) <= r ? 1 : 0));
}

/** Wolfram's `CrossMatrix[r]`: ones in the middle row and column. */
export function crossMatrix(call: BuilderCall): Value | undefined {
  return aroundCentre(call, (y, x) => (y === 0 || x === 0 ? 1 : 0));
}

function aroundCentre(call: BuilderCall, valueAt: (y: number, x: number, r: number) => number): Value | undefined {
  const radius = integerOf(call, call.args[0]?.value);
  if (libraryOf(call) !== 'wolfram' || call.args.length !== 1 || radius === undefined || radius < 0) return undefined;
  const side = 2 * radius + 1;
  const at = (i: number) => valueAt(Math.floor(i / side) - radius, (i % side) - radius, radius);
  return builtNumbers(call, [side, side], at, true);
}

/** Wolfram's `IdentityMatrix[n]`. */
export function identityMatrix(call: BuilderCall): Value | undefined {
  const side = integerOf(call, call.args[0]?.value);
  if (libraryOf(call) !== 'wolfram' || call.args.length !== 1 || side === undefined) return undefined;
  return builtNumbers(call, [side, side], (i) => (i % (side + 1) === 0 ? 1 : 0), true);
}

/** Wolfram's `ConstantArray[c, {m, n}]`. */
export function constantArray(call: BuilderCall): Value | undefined {
  const [value, sides] = call.args.map((arg) => arg.value);
  if (libraryOf(call) !== 'wolfram' || call.args.length !== 2 || !isScalar(value) || sides?.kind !== 'numbers')
    return undefined;
  const { values } = call.machine.pool;
  const number = values[value.from]!;
  const size = sides.shape[0] ?? 1;
  const shape = sides.shape.length < 2 && size <= 4 ? Array.from(values.slice(sides.from, sides.from + size)) : [];
  if (shape.length === 0 || !shape.every(Number.isInteger)) return undefined;
  return builtNumbers(call, shape, () => number, value.whole);
}

/** OpenCV's `getStructuringElement(MORPH_RECT | MORPH_CROSS, (width, height))`. */
export function structuringElement(call: BuilderCall): Value | undefined {
  const { args, machine } = call;
  const [shape, size] = args.map((arg) => arg.value);
  if (args.length !== 2 || shape?.kind !== 'name' || size?.kind !== 'numbers' || size.shape.join() !== '2')
    return undefined;
  const [width, height] = [machine.pool.values[size.from]!, machine.pool.values[size.from + 1]!];
  if (!Number.isInteger(width) || !Number.isInteger(height)) return undefined;
  if (shape.name === 'MORPH_RECT') return builtNumbers(call, [height, width], () => 1, true);
  if (shape.name !== 'MORPH_CROSS') return undefined;
  const [y, x] = [Math.floor(height / 2), Math.floor(width / 2)];
  return builtNumbers(call, [height, width], (i) => (Math.floor(i / width) === y || i % width === x ? 1 : 0), true);
}

/** The columns that OpenCV keeps for small sizes where no sigma is given (`getGaussianKernel` in smooth.dispatch.cpp). */
const smallGaussians: Readonly<Record<number, readonly number[] | undefined>> = {
  1: [1],
  3: [0.25, 0.5, 0.25],
  5: [0.0625, 0.25, 0.375, 0.25, 0.0625],
  7: [0.03125, 0.109375, 0.21875, 0.28125, 0.21875, 0.109375, 0.03125],
};

/** OpenCV's `getGaussianKernel(n, sigma)` for the sizes that it keeps in a table, with sigma 0 or less. */
export function gaussianColumn(call: BuilderCall): Value | undefined {
  const given = bound(call, ['ksize', 'sigma']);
  const size = integerOf(call, given?.ksize);
  const { sigma } = given ?? {};
  if (size === undefined || !isScalar(sigma) || !/^cv2?\./.test(call.callee.path)) return undefined;
  const column = smallGaussians[size];
  if (!column || call.machine.pool.values[sigma.from]! > 0) return undefined;
  return builtNumbers(call, [size, 1], (i) => column[i]!, false);
}

/** MATLAB's `magic(n)`. */
export function magic(call: BuilderCall): Value | undefined {
  const side = integerOf(call, call.args[0]?.value);
  if (libraryOf(call) !== 'matlab' || call.args.length !== 1 || side === undefined || side < 1 || side > 1000)
    return undefined;
  const square = side === 2 ? [4, 3, 1, 2] : magicSquare(side);
  return builtNumbers(call, [side, side], (i) => square[i]!, true);
}

/** Odd sides by the Siamese method, sides of 4k by complements, sides of 4k + 2 from four odd squares. */
function magicSquare(side: number): readonly number[] {
  if (side % 2 === 1) return oddSquare(side);
  const cells = Array.from({ length: side * side }, (_, i) => i);
  if (side % 4 === 0) {
    const inBand = (k: number) => k % 4 === 0 || k % 4 === 3;
    return cells.map((i) => (inBand(Math.floor(i / side)) === inBand(i % side) ? side * side - i : i + 1));
  }
  return fourSquares(side);
}

function oddSquare(side: number): readonly number[] {
  const half = (side - 1) / 2;
  return Array.from({ length: side * side }, (_, i) => {
    const [row, column] = [Math.floor(i / side) + 1, (i % side) + 1];
    const a = (row + column - half - 2 + side) % side;
    const b = (row + 2 * column + side - 2) % side;
    return side * a + b + 1;
  });
}

/** The method of LUX-like exchanges that MATLAB documents for singly even sides. */
function fourSquares(side: number): readonly number[] {
  const half = side / 2;
  const quarter = oddSquare(half);
  const added = [
    [0, 2],
    [3, 1],
  ] as const;
  const k = (side - 2) / 4;
  return Array.from({ length: side * side }, (_, i) => {
    const [row, column] = [Math.floor(i / side), i % side];
    const [y, x] = [row % half, column % half];
    const isMiddle = y === k;
    const inLeft = column < half ? (isMiddle ? column >= 1 && column <= k : column < k) : column > side - k;
    const lower = row >= half !== inLeft;
    return quarter[y * half + x]! + added[lower ? 1 : 0][column < half ? 0 : 1] * half * half;
  });
}

/** The fixed kernels of MATLAB's `fspecial`, as its documentation states them. */
export function fspecial(call: BuilderCall): Value | undefined {
  const [type, size, ...rest] = call.args.map((arg) => arg.value);
  if (libraryOf(call) !== 'matlab' || rest.length > 0) return undefined;
  const name = textOf(call, type)?.toLowerCase();
  if (name === 'average') return average(call, size);
  if (name === 'sobel' && !size) return builtNumbers(call, [3, 3], (i) => [1, 2, 1, 0, 0, 0, -1, -2, -1][i]!, false);
  if (name === 'prewitt' && !size) return builtNumbers(call, [3, 3], (i) => [1, 1, 1, 0, 0, 0, -1, -1, -1][i]!, false);
  return name === 'laplacian' ? laplacian(call, size) : undefined;
}

function average(call: BuilderCall, size: Value | undefined): Value | undefined {
  const { values } = call.machine.pool;
  const count = size?.kind === 'numbers' ? (size.shape.at(-1) ?? 1) : 0;
  const given = size?.kind === 'numbers' && count <= 2 ? Array.from(values.slice(size.from, size.from + count)) : [3];
  if (!given.every(Number.isInteger) || (size && size.kind !== 'numbers')) return undefined;
  const [rows, columns] = [given[0]!, given[1] ?? given[0]!];
  return builtNumbers(call, [rows, columns], () => 1 / (rows * columns), false);
}

/** 4/(α+1) · [α/4 (1−α)/4 α/4; (1−α)/4 −1 (1−α)/4; α/4 (1−α)/4 α/4], with α = 0.2 where none is given. */
function laplacian(call: BuilderCall, value: Value | undefined): Value | undefined {
  if (value && !isScalar(value)) return undefined;
  const alpha = value ? call.machine.pool.values[value.from]! : 0.2;
  if (alpha < 0 || alpha > 1) return undefined;
  const [corner, side, centre] = [alpha / (alpha + 1), (1 - alpha) / (alpha + 1), -4 / (alpha + 1)];
  return builtNumbers(call, [3, 3], (i) => (i === 4 ? centre : i % 2 === 0 ? corner : side), false);
}
