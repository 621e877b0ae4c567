/** The binomial coefficients over n places, divided by their sum 2^(n − 1); n from 1 on. */
export function binomialWeights(count: number): Float64Array {
  const weights = new Float64Array(count);
  weights[0] = 2 ** (1 - count);
  for (let place = 1; place < count; place++) weights[place] = ((weights[place - 1] ?? 0) * (count - place)) / place;
  return weights;
}

/** exp(−x² / 2σ²) at n places around the middle, divided by the sum: OpenCV's getGaussianKernel with a sigma above 0. */
export function gaussianWeights(count: number, sigma: number): Float64Array {
  const weights = Float64Array.from({ length: count }, (_, place) => {
    const x = place - (count - 1) / 2;
    return Math.exp(-(x * x) / (2 * sigma * sigma));
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
