/** ln 2 as the sum of two doubles. */
const ln2High = Math.LN2;
const ln2Low = 2.3190468138462996e-17;

/**
 * The natural logarithm of a number above 0, rounded correctly but for ties that doubles of twice the precision cannot
 * tell apart: one step of Newton's method in two doubles. `Math.log` may miss the last bit.
 */
export function naturalLog(x: number): number {
  const start = Math.log(x);
  if (!Number.isFinite(start) || start === 0) return start;
  // x · exp(-start) - 1 is the error of the first value, to first order.
  const [high, low] = exponential(-start);
  const product = x * high;
  const rest = productError(x, high, product) + x * low;
  const error = product - 1 + rest;
  return start + (error - (error * error) / 2);
}

/** exp(x) as the sum of two doubles. */
function exponential(x: number): readonly [number, number] {
  const power = Math.round(x / ln2High);
  const whole = power * ln2High;
  const wholeLow = productError(power, ln2High, whole) + power * ln2Low;
  // x - whole is exact, since both are near.
  let high = x - whole;
  let low = -wholeLow;
  const scale = 2 ** -8;
  high *= scale;
  low *= scale;
  let [sum, sumLow] = [0, 0];
  // Of exp(r) - 1, from the last term inwards: r / n · (1 + …).
  for (let n = 12; n >= 1; n--) {
    const [one, oneLow] = addDoubles(1, 0, sum, sumLow);
    const [scaled, scaledLow] = multiplyDoubles(one, oneLow, high, low);
    sum = scaled / n;
    sumLow = (scaled - productHigh(sum, n) - productError(sum, n, productHigh(sum, n)) + scaledLow) / n;
  }
  // exp(2r) - 1 = (exp(r) - 1) · (exp(r) + 1)
  for (let i = 0; i < 8; i++) {
    const [plus, plusLow] = addDoubles(2, 0, sum, sumLow);
    [sum, sumLow] = multiplyDoubles(plus, plusLow, sum, sumLow);
  }
  const [result, resultLow] = addDoubles(1, 0, sum, sumLow);
  const factor = 2 ** power;
  return [result * factor, resultLow * factor];
}

function productHigh(a: number, b: number): number {
  return a * b;
}

function addDoubles(a: number, aLow: number, b: number, bLow: number): readonly [number, number] {
  const sum = a + b;
  const part = sum - a;
  const rest = a - (sum - part) + (b - part) + aLow + bLow;
  const high = sum + rest;
  return [high, rest - (high - sum)];
}

function multiplyDoubles(a: number, aLow: number, b: number, bLow: number): readonly [number, number] {
  const product = a * b;
  const rest = productError(a, b, product) + (a * bLow + aLow * b);
  const high = product + rest;
  return [high, rest - (high - product)];
}

const splitter = 2 ** 27 + 1;

/** What rounding took from `a · b` (Dekker 1971). */
function productError(a: number, b: number, product: number): number {
  const [aHigh, bHigh] = [upperHalf(a), upperHalf(b)];
  const [aLow, bLow] = [a - aHigh, b - bHigh];
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

function upperHalf(a: number): number {
  const scaled = splitter * a;
  return scaled - (scaled - a);
}
