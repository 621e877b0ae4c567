/** Mission row S9: the map of the 5×5 image with the vertical-edge filter. */
export const map = [
  [-4, -2, 4],
  [0, -4, 0],
  [2, 0, -1],
];

/** The same with stride 2. */
export const mapOfStride2 = [
  [-4, 4],
  [2, -1],
];

/** The same with a padding of 1. */
export const paddedMap = [
  [-3, -4, 0, 3, 3],
  [-3, -4, -2, 4, 5],
  [-2, 0, -4, 0, 6],
  [-3, 2, 0, -1, 3],
  [-3, 2, 2, -2, 1],
];

/** The image of mission row S9. */
export const image = [
  [1, 2, 3, 0, 1],
  [0, 1, 2, 3, 1],
  [1, 0, 1, 2, 0],
  [2, 1, 0, 1, 2],
  [1, 2, 1, 0, 1],
];
