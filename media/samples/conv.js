// Put the caret on `image` in the call at the end, right-click, Convolve Matrix at Cursor:
// the name stands for what it was last given.
const image = [
  [1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
];

const kernel = [
  [1, 0],
  [0, -1],
];

console.log(convolve(image, kernel));

function convolve(input, weights) {
  const rows = input.length - weights.length + 1;
  const columns = input[0].length - weights[0].length + 1;
  const sumAt = (row, column) =>
    weights.flatMap((line, i) => line.map((weight, j) => weight * input[row + i][column + j])).reduce((a, b) => a + b, 0);
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => sumAt(row, column)));
}
