/** Lanczos coefficients for g = 7, n = 9 (Godfrey's set). */
const lanczos = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
  12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
] as const;

/** Natural logarithm of the gamma function for x > 0 (Lanczos approximation, relative error about 1e-15). */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  let sum: number = lanczos[0];
  for (let index = 1; index < lanczos.length; index++) sum += lanczos[index]! / (shifted + index);
  const base = shifted + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(sum);
}

/**
 * P(X <= x) for X ~ Beta(alpha, beta): the regularised incomplete beta function, by its continued fraction (DLMF
 * 8.17.22). Both parameters must be above 0. The number of steps grows with the root of the larger parameter.
 */
export function betaCdf(x: number, alpha: number, beta: number): number {
  return computeCdf(x, alpha, beta, logBeta(alpha, beta));
}

function computeCdf(x: number, alpha: number, beta: number, logNorm: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logDensityFactor(x, alpha, beta, logNorm));
  return x < (alpha + 1) / (alpha + beta + 2)
    ? (front * continueFraction(x, alpha, beta)) / alpha
    : 1 - (front * continueFraction(1 - x, beta, alpha)) / beta;
}

function logBeta(alpha: number, beta: number): number {
  return logGamma(alpha) + logGamma(beta) - logGamma(alpha + beta);
}

/** log of x^alpha (1-x)^beta / B(alpha, beta). */
function logDensityFactor(x: number, alpha: number, beta: number, logNorm: number): number {
  return alpha * Math.log(x) + beta * Math.log1p(-x) - logNorm;
}

const tiny = 1e-300;

/** The fraction of DLMF 8.17.22, by Lentz's method. */
function continueFraction(x: number, alpha: number, beta: number): number {
  const most = 200 + 10 * Math.ceil(Math.sqrt(Math.max(alpha, beta)));
  const avoidZero = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let numerator = 1;
  let denominator = 1 / avoidZero(1 - ((alpha + beta) * x) / (alpha + 1));
  let value = denominator;
  for (let step = 1; step <= most; step++) {
    const even = (step * (beta - step) * x) / ((alpha + 2 * step - 1) * (alpha + 2 * step));
    denominator = 1 / avoidZero(1 + even * denominator);
    numerator = avoidZero(1 + even / numerator);
    value *= denominator * numerator;
    const odd = (-(alpha + step) * (alpha + beta + step) * x) / ((alpha + 2 * step) * (alpha + 2 * step + 1));
    denominator = 1 / avoidZero(1 + odd * denominator);
    numerator = avoidZero(1 + odd / numerator);
    const change = denominator * numerator;
    value *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return value;
}

/**
 * The x with P(X <= x) = probability for X ~ Beta(alpha, beta): Halley's method on the CDF, kept inside a shrinking
 * bracket. Relative error about 1e-12.
 */
export function betaQuantile(probability: number, alpha: number, beta: number): number {
  if (probability <= 0) return 0;
  if (probability >= 1) return 1;
  const logNorm = logBeta(alpha, beta);
  let low = 0;
  let high = 1;
  let x = guessQuantile(probability, alpha, beta);
  for (let round = 0; round < 200; round++) {
    const error = computeCdf(x, alpha, beta, logNorm) - probability;
    if (error === 0) return x;
    if (error > 0) high = x;
    else low = x;
    const density = Math.exp(logDensityFactor(x, alpha, beta, logNorm)) / (x * (1 - x));
    const newton = error / density;
    // Halley's correction by the slope of the density, held back far from the root, where it means nothing.
    const bend = (alpha - 1) / x - (beta - 1) / (1 - x);
    const halley = x - newton / (1 - 0.5 * Math.max(-1, Math.min(1, newton * bend)));
    const next = halley > low && halley < high ? halley : (low + high) / 2;
    if (Math.abs(next - x) <= 1e-14 * x) return next;
    x = next;
  }
  return x;
}

/** A starting point: each tail of the density is nearly a power of x, so the quantile of that power. */
function guessQuantile(probability: number, alpha: number, beta: number): number {
  const leftMass = Math.exp(alpha * Math.log(alpha / (alpha + beta))) / alpha;
  const rightMass = Math.exp(beta * Math.log(beta / (alpha + beta))) / beta;
  const whole = leftMass + rightMass;
  const guess =
    probability < leftMass / whole
      ? (alpha * whole * probability) ** (1 / alpha)
      : 1 - (beta * whole * (1 - probability)) ** (1 / beta);
  return Math.min(Math.max(guess, tiny), 1 - 1e-16);
}

/** E[p^power] for p ~ Beta(alpha, beta), in closed form: the chance that so many tries all succeed. */
export function betaMoment(power: number, alpha: number, beta: number): number {
  let product = 1;
  for (let index = 0; index < power; index++) product *= (alpha + index) / (alpha + beta + index);
  return product;
}
