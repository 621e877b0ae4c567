import type { PerAxis } from '../../convolution/conv2dParams';
import type { Tensor } from '../../tensor';
import { seededInteger, seededNumber } from '../seededNumber';

type Colour = readonly [red: number, green: number, blue: number];

/** A shape: how deep inside it a place lies, in parts of the image's side; below 0 outside. */
interface Shape {
  readonly colour: Colour;
  readonly depthAt: (x: number, y: number) => number;
}

const kinds = ['disc', 'ring', 'box', 'triangle', 'stripes'] as const;

/** Numbers that one shape takes from the seed's sequence. */
const numbersOfShape = 16;

/** The shape of CIFAR-10's images and the usual one of ImageNet's: [rows, columns] of three channels. */
export const imageSizes = { cifar10: [32, 32], imagenet: [224, 224] } as const;

/**
 * Coloured shapes before a sky that changes from top to bottom, [3, rows, columns] in red, green and blue, whole numbers
 * from 0 to 255. The same seed gives the same picture at any size; edges are smooth over one pixel.
 */
export function shapesImage([rows, cols]: PerAxis, seed = 1): Tensor {
  const shapes = Array.from({ length: 4 + seededInteger(seed, 0, 4) }, (_, i) =>
    shapeOf(seed, (i + 1) * numbersOfShape),
  );
  const above = colourOf(seed, 1);
  const below = colourOf(seed, 4);
  const side = Math.min(rows, cols);
  const data = new Float64Array(3 * rows * cols);
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const x = (col + 0.5) / cols;
      const y = (row + 0.5) / rows;
      const colour = shapes.reduce(
        (under, shape) => mixed(under, shape.colour, shape.depthAt(x, y) * side + 0.5),
        mixed(above, below, y),
      );
      for (const [channel, value] of colour.entries()) data[(channel * rows + row) * cols + col] = Math.round(value);
    }
  }
  return { shape: [3, rows, cols], data };
}

function shapeOf(seed: number, first: number): Shape {
  const number = (index: number, from: number, to: number) => from + (to - from) * seededNumber(seed, first + index);
  const colour = colourOf(seed, first + 10);
  const [x0, y0, size, turn] = [
    number(0, 0.15, 0.85),
    number(1, 0.2, 0.85),
    number(2, 0.1, 0.26),
    number(3, 0, Math.PI),
  ];
  const turned = (depth: (x: number, y: number) => number): Shape => ({
    colour,
    depthAt: (x, y) => {
      const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
      return depth((x - x0) * cos + (y - y0) * sin, (y - y0) * cos - (x - x0) * sin);
    },
  });
  switch (kinds[seededInteger(seed, first + 4, kinds.length)]!) {
    case 'disc':
      return turned((x, y) => size - Math.hypot(x, y));
    case 'ring':
      return turned((x, y) => size * 0.25 - Math.abs(Math.hypot(x, y) - size * 0.8));
    case 'box':
      return turned((x, y) => Math.min(size - Math.abs(x), size * 0.7 - Math.abs(y)));
    case 'triangle':
      return turned((x, y) => Math.min(size * 0.5 - y, size * 0.5 + y * 0.5 - Math.abs(x) * 0.866));
    case 'stripes':
      return turned((x, y) =>
        Math.min(size - Math.hypot(x, y), size * 0.1 - Math.abs(x - size * 0.4 * Math.round(x / (size * 0.4)))),
      );
  }
}

function colourOf(seed: number, index: number): Colour {
  return [0, 1, 2].map((channel) => Math.floor(256 * seededNumber(seed, index + channel))) as unknown as Colour;
}

/** So much of the second colour: from 0 to 1, what is beyond counts as these. */
function mixed(one: Colour, other: Colour, share: number): Colour {
  const part = Math.min(1, Math.max(0, share));
  return one.map((value, i) => value + (other[i]! - value) * part) as unknown as Colour;
}
