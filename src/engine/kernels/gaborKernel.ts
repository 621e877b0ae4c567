import type { Matrix } from '../tensor';

/** What a Gabor kernel is made of; lengths in cells, angles in radians. */
export interface GaborParams {
  /** Rows and columns, both odd. */
  readonly size: readonly [rows: number, cols: number];
  /** Standard deviation of the Gaussian envelope across the stripes. */
  readonly sigma: number;
  /** Direction of the normal to the stripes: 0 for upright stripes, growing clockwise on screen. */
  readonly theta: number;
  /** Wavelength of the stripes. */
  readonly lambda: number;
  /** Aspect ratio of the envelope: below 1 it reaches further along the stripes than across. */
  readonly gamma: number;
  /** Phase of the wave at the centre: 0 for a bright stripe in the middle, π/2 for an edge. */
  readonly psi: number;
}

/**
 * The real Gabor function exp(−(x′² + γ²·y′²) / 2σ²)·cos(2π·x′ / λ + ψ), x′ = x·cos θ + y·sin θ and
 * y′ = y·cos θ − x·sin θ, as OpenCV's getGaborKernel lays it out: x and y are counted from the centre towards the
 * *first* column and row.
 */
export function gaborKernel({ size: [rows, cols], sigma, theta, lambda, gamma, psi }: GaborParams): Matrix {
  const data = new Float64Array(rows * cols);
  const cos = Math.cos(theta);
  const sin = Math.sin(theta);
  for (let row = 0; row < rows; row++)
    for (let col = 0; col < cols; col++) {
      const x = (cols - 1) / 2 - col;
      const y = (rows - 1) / 2 - row;
      const across = x * cos + y * sin;
      const along = y * cos - x * sin;
      const envelope = Math.exp(-(across * across + gamma * gamma * along * along) / (2 * sigma * sigma));
      data[row * cols + col] = envelope * Math.cos((2 * Math.PI * across) / lambda + psi);
    }
  return { shape: [rows, cols], data };
}
