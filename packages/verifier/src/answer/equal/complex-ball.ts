import {
  type Ball,
  type BallField,
  failBall,
  failOnCut,
  isAroundZero,
  oneBall,
  signOf,
  zeroBall,
} from "./ball.ts";
import { arctanBall, expBall, lnBall, piBall, sinCosBall } from "./ball-functions.ts";

/** A complex number as two balls. An imaginary part that is exactly 0 marks a real number. */
export interface ComplexBall {
  readonly re: Ball;
  readonly im: Ball;
}

/** Returns a real number as a complex one. */
export function realBall(re: Ball): ComplexBall {
  return { re, im: zeroBall };
}

/** Tells whether the number is real for certain. */
export function isRealBall(z: ComplexBall): boolean {
  return z.im.m === 0n && z.im.r === Number.NEGATIVE_INFINITY;
}

/** Complex arithmetic and elementary functions on balls; principal branches. */
export class ComplexBallField {
  readonly real: BallField;

  constructor(real: BallField) {
    this.real = real;
  }

  add(a: ComplexBall, b: ComplexBall): ComplexBall {
    return { re: this.real.add(a.re, b.re), im: this.addIm(a.im, b.im) };
  }

  private addIm(a: Ball, b: Ball): Ball {
    return a === zeroBall ? b : b === zeroBall ? a : this.real.add(a, b);
  }

  negate(a: ComplexBall): ComplexBall {
    return { re: this.real.negate(a.re), im: a.im === zeroBall ? zeroBall : this.real.negate(a.im) };
  }

  mul(a: ComplexBall, b: ComplexBall): ComplexBall {
    const f = this.real;
    if (isRealBall(a) && isRealBall(b)) return realBall(f.mul(a.re, b.re));
    return {
      re: f.sub(f.mul(a.re, b.re), f.mul(a.im, b.im)),
      im: f.add(f.mul(a.re, b.im), f.mul(a.im, b.re)),
    };
  }

  div(a: ComplexBall, b: ComplexBall): ComplexBall {
    const f = this.real;
    if (isRealBall(b)) {
      const im = isRealBall(a) ? zeroBall : f.div(a.im, b.re);
      return { re: f.div(a.re, b.re), im };
    }
    const scale = f.add(f.mul(b.re, b.re), f.mul(b.im, b.im));
    const product = this.mul(a, { re: b.re, im: f.negate(b.im) });
    return { re: f.div(product.re, scale), im: f.div(product.im, scale) };
  }

  /** Returns |z|. */
  abs(z: ComplexBall): Ball {
    const f = this.real;
    if (isRealBall(z)) return z.re.m < 0n ? f.negate(z.re) : z.re;
    return f.sqrt(f.add(f.mul(z.re, z.re), f.mul(z.im, z.im)));
  }

  exp(z: ComplexBall): ComplexBall {
    const scale = expBall(this.real, z.re);
    if (isRealBall(z)) return realBall(scale);
    const [sin, cos] = sinCosBall(this.real, z.im);
    return { re: this.real.mul(scale, cos), im: this.real.mul(scale, sin) };
  }

  ln(z: ComplexBall): ComplexBall {
    if (isRealBall(z) && signOf(z.re) === 1) return realBall(lnBall(this.real, z.re));
    return { re: lnBall(this.real, this.abs(z)), im: this.arg(z) };
  }

  /** Returns the argument in (-π, π]; no ball where it straddles the cut. */
  private arg(z: ComplexBall): Ball {
    const f = this.real;
    const sign = signOf(z.re);
    if (isRealBall(z)) return sign === -1 ? piBall(f) : sign === 1 ? zeroBall : failBall();
    if (sign === 1) return arctanBall(f, f.div(z.im, z.re));
    const side = signOf(z.im);
    if (side === 0) return failOnCut();
    // arg = ±π/2 - arctan(re / im)
    const halfPi = f.scale(piBall(f), -1);
    return f.sub(side === 1 ? halfPi : f.negate(halfPi), arctanBall(f, f.div(z.re, z.im)));
  }

  sqrt(z: ComplexBall): ComplexBall {
    const f = this.real;
    if (isRealBall(z)) {
      if (isAroundZero(z.re) || z.re.m > 0n) return realBall(f.sqrt(z.re));
      return { re: zeroBall, im: f.sqrt(f.negate(z.re)) };
    }
    const half = this.mul(realBall(f.scale(oneBall, -1)), this.ln(z));
    return this.exp(half);
  }

  /** Returns [sin z, cos z]. */
  sinCos(z: ComplexBall): readonly [ComplexBall, ComplexBall] {
    const f = this.real;
    const [sin, cos] = sinCosBall(f, z.re);
    if (isRealBall(z)) return [realBall(sin), realBall(cos)];
    const up = expBall(f, z.im);
    const down = f.div(oneBall, up);
    const cosh = f.scale(f.add(up, down), -1);
    const sinh = f.scale(f.sub(up, down), -1);
    return [
      { re: f.mul(sin, cosh), im: f.mul(cos, sinh) },
      { re: f.mul(cos, cosh), im: f.negate(f.mul(sin, sinh)) },
    ];
  }

  /** Returns base^n for a whole n by squaring. */
  integerPower(base: ComplexBall, n: bigint): ComplexBall {
    let result = realBall(oneBall);
    let square = base;
    for (let rest = n < 0n ? -n : n; rest > 0n; rest >>= 1n) {
      if (rest & 1n) result = this.mul(result, square);
      if (rest > 1n) square = this.mul(square, square);
    }
    return n < 0n ? this.div(realBall(oneBall), result) : result;
  }
}
