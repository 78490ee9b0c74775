/** A complex number in doubles. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

/** Returns a complex number. */
export function complex(re: number, im = 0): Complex {
  return { re, im };
}

/** Returns |z|. */
export function modulus(z: Complex): number {
  return Math.hypot(z.re, z.im);
}

/** Returns a + b. */
export function add(a: Complex, b: Complex): Complex {
  return complex(a.re + b.re, a.im + b.im);
}

/** Returns -z. */
export function minus(z: Complex): Complex {
  return complex(0 - z.re, 0 - z.im);
}

/** Returns a b. */
export function times(a: Complex, b: Complex): Complex {
  return complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);
}

/** Returns a / b; not a number where b is 0. */
export function over(a: Complex, b: Complex): Complex {
  const size = b.re * b.re + b.im * b.im;
  return complex((a.re * b.re + a.im * b.im) / size, (a.im * b.re - a.re * b.im) / size);
}

/** Returns e^z. */
export function exponential(z: Complex): Complex {
  const size = Math.exp(z.re);
  return z.im === 0 ? complex(size) : complex(size * Math.cos(z.im), size * Math.sin(z.im));
}

/** Returns the principal logarithm; -infinity at 0. */
export function logarithm(z: Complex): Complex {
  return complex(Math.log(modulus(z)), z.im === 0 ? (z.re < 0 ? Math.PI : 0) : Math.atan2(z.im, z.re));
}

/** Returns base^exponent, principal; whole powers by multiplication, so that real stays real. */
export function raise(base: Complex, exponent: Complex): Complex {
  const isReal = base.im === 0 && exponent.im === 0;
  if (isReal && (base.re >= 0 || Number.isInteger(exponent.re))) return complex(base.re ** exponent.re);
  if (exponent.im === 0 && Number.isInteger(exponent.re) && Math.abs(exponent.re) <= 64)
    return wholePower(base, exponent.re);
  return exponential(times(exponent, logarithm(base)));
}

function wholePower(base: Complex, exponent: number): Complex {
  let result = complex(1);
  for (let count = Math.abs(exponent); count > 0; count--) result = times(result, base);
  return exponent < 0 ? over(complex(1), result) : result;
}

/** Largest angle whose sine doubles still hold to about ten digits. */
const maxAngle = 1e5;

/** sin π in doubles is noise around 0, which a large factor would show as a value. */
function snap(value: number): number {
  return Math.abs(value) < 1e-11 ? 0 : value;
}

/** Returns sin z; NaN for a large angle, where doubles would give noise. */
export function sine(z: Complex): Complex {
  if (Math.abs(z.re) > maxAngle) return complex(Number.NaN);
  if (z.im === 0) return complex(snap(Math.sin(z.re)));
  return complex(Math.sin(z.re) * Math.cosh(z.im), Math.cos(z.re) * Math.sinh(z.im));
}

/** Returns cos z; NaN for a large angle. */
export function cosine(z: Complex): Complex {
  if (Math.abs(z.re) > maxAngle) return complex(Number.NaN);
  if (z.im === 0) return complex(snap(Math.cos(z.re)));
  return complex(Math.cos(z.re) * Math.cosh(z.im), -Math.sin(z.re) * Math.sinh(z.im));
}
