import assert from 'node:assert/strict';
import { onlyLiteral, onlyProblem, shown } from '../support';

// Expected values: R 4.2.2 ran each text.
describe('what R builds', () => {
  const read: readonly (readonly [string, string])[] = [
    ['k <- matrix(1:9, nrow = 3)', 'k 3x3: 1 4 7 2 5 8 3 6 9'],
    ['k <- matrix(1:9, 3, 3, byrow = TRUE)', 'k 3x3: 1 2 3 4 5 6 7 8 9'],
    ['k <- matrix(c(1, 2, 3, 4), 2) / 4', 'k 2x2: 0.25 0.75 0.5 1'],
    [
      'k <- matrix(1/9, 3, 3)',
      'k 3x3: 0.1111111111111111 0.1111111111111111 0.1111111111111111 0.1111111111111111 0.1111111111111111 0.1111111111111111 0.1111111111111111 0.1111111111111111 0.1111111111111111',
    ],
    ['k <- matrix(0, nrow = 3, ncol = 3)', 'k 3x3: 0 0 0 0 0 0 0 0 0'],
    ['k <- matrix(0, 3, 3); k[2, 2] <- 5', 'k 3x3: 0 0 0 0 5 0 0 0 0'],
    ['k <- matrix(0, 3, 3)\nk[1, ] <- 1\nk[, 2] <- c(7, 8, 9)', 'k 3x3: 1 7 1 0 8 0 0 9 0'],
    ['k <- matrix(0, 4, 4); k[2:3, 2:3] <- 1', 'k 4x4: 0 0 0 0 0 1 1 0 0 1 1 0 0 0 0 0'],
    ['k <- rbind(c(1, 2), c(3, 4))', 'k 2x2: 1 2 3 4'],
    ['k <- cbind(c(1, 2), c(3, 4))', 'k 2x2: 1 3 2 4'],
    ['k <- rbind(1:3, 4:6)', 'k 2x3: 1 2 3 4 5 6'],
    ['k <- diag(3)', 'k 3x3: 1 0 0 0 1 0 0 0 1'],
    ['k <- diag(c(1, 2, 3))', 'k 3x3: 1 0 0 0 2 0 0 0 3'],
    ['k <- t(matrix(1:6, 2))', 'k 3x2: 1 2 3 4 5 6'],
    ['k <- outer(c(1, 2, 1), c(-1, 0, 1))', 'k 3x3: -1 0 1 -2 0 2 -1 0 1'],
    ['k <- c(1, 2, 1) %o% c(1, 0, -1)', 'k 3x3: 1 0 -1 2 0 -2 1 0 -1'],
    ['k <- matrix(1:4, 2) %*% matrix(1:4, 2)', 'k 2x2: 7 15 10 22'],
    ['k <- matrix(1:4, 2) * matrix(1:4, 2)', 'k 2x2: 1 9 4 16'],
    ['k <- array(1:8, dim = c(2, 2, 2))', 'k 2x2x2: 1 5 3 7 2 6 4 8'],
    ['k <- array(1:6, c(2, 3))', 'k 2x3: 1 3 5 2 4 6'],
    ['k <- array(0, dim = c(2, 2))', 'k 2x2: 0 0 0 0'],
    ['k <- seq(0, 1, length.out = 5)', 'k 5: 0 0.25 0.5 0.75 1'],
    ['k <- seq(1, 9, by = 2)', 'k 5: 1 3 5 7 9'],
    ['k <- rep(1, 9)', 'k 9: 1 1 1 1 1 1 1 1 1'],
    ['k <- rep(c(1, 2), times = 3)', 'k 6: 1 2 1 2 1 2'],
    ['k <- rep(c(1, 2), each = 2)', 'k 4: 1 1 2 2'],
    [
      'k <- matrix(rep(1/9, 9), nrow = 3)',
      'k 3x3: 0.1111111111111111 0.1111111111111111 0.1111111111111111 0.1111111111111111 0.1111111111111111 0.1111111111111111 0.1111111111111111 0.1111111111111111 0.1111111111111111',
    ],
    ['k <- rev(c(1, 2, 3))', 'k 3: 3 2 1'],
    ['k <- matrix(seq(1, 9), 3)', 'k 3x3: 1 4 7 2 5 8 3 6 9'],
    ['k <- kronecker(diag(2), matrix(1, 2, 2))', 'k 4x4: 1 1 0 0 1 1 0 0 0 0 1 1 0 0 1 1'],
    ['k <- c(1, 2, 3) / 6', 'k 3: 0.16666666666666666 0.3333333333333333 0.5'],
    ['k <- matrix(c(TRUE, FALSE, FALSE, TRUE), 2)', 'k 2x2: 1 0 0 1'],
    ['k <- matrix(1:6, ncol = 2, byrow = T)', 'k 3x2: 1 2 3 4 5 6'],
    ['k <- -matrix(1:4, 2)', 'k 2x2: -1 -3 -2 -4'],
    ['k <- matrix(1:4, 2)^2', 'k 2x2: 1 9 4 16'],
    [
      'k <- matrix(c(1,2,1), ncol=1) %*% matrix(c(1,2,1), nrow=1) / 16',
      'k 3x3: 0.0625 0.125 0.0625 0.125 0.25 0.125 0.0625 0.125 0.0625',
    ],
    ['k <- matrix(1:9, 3)[2:3, 1:2]', 'k 2x2: 2 5 3 6'],
    ['k <- matrix(1:9, 3)[, 2]', 'k 3: 4 5 6'],
    ['k <- matrix(1:4, 2) %/% 2', 'k 2x2: 0 1 1 2'],
    ['k <- matrix(1:4, 2, dimnames = list(c("a", "b"), c("c", "d")))', 'k 2x2: 1 3 2 4'],
    ['for (i in 1:3) { k <- diag(2) }', 'k 2x2: 1 0 0 1'],
  ];
  for (const [text, expected] of read) {
    it(`${text} is computed`, () => assert.equal(shown(onlyLiteral(text, 'r')), expected));
  }

  const refused: readonly (readonly [string, string])[] = [
    ['k <- matrix(1:5, 2)', 'ragged'],
    ['k <- diag(2); for (i in 1:2) k[i, i] <- 5', 'unsupported'],
    ['k <- apply(matrix(1:4, 2), 1, rev)', 'unsupported'],
    ['k <- matrix(1:4, 2); k <- k * 2', 'unsupported'],
  ];
  for (const [text, code] of refused) {
    it(`${text} is refused`, () => assert.equal(onlyProblem(text, 'r').problem, code));
  }
});
