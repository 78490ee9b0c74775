import type { Fuel } from "../fuel.ts";
import { bitLength, type Rational } from "../value/rational.ts";

/** Returns floor(value^(1/index)) for value >= 0 and index >= 2, by Newton's method on integers. */
export function integerRoot(value: bigint, index: number, fuel: Fuel): bigint {
  if (value < 2n) return value;
  const bits = bitLength(value);
  const k = BigInt(index);
  if (index === 2 && bits <= 52) return BigInt(Math.floor(Math.sqrt(Number(value))));
  let guess = 1n << BigInt(Math.ceil(bits / index));
  for (;;) {
    fuel.spend(4 + Math.ceil((bits * bits) / 2048));
    const next = ((k - 1n) * guess + value / guess ** (k - 1n)) / k;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** Returns the root when it is an integer. Negative values have one for odd indices. */
export function exactIntegerRoot(value: bigint, index: number, fuel: Fuel): bigint | undefined {
  if (value < 0n) {
    const root = index % 2 === 1 ? exactIntegerRoot(-value, index, fuel) : undefined;
    return root === undefined ? undefined : -root;
  }
  const root = integerRoot(value, index, fuel);
  return root ** BigInt(index) === value ? root : undefined;
}

/** Returns the root when it is rational. */
export function exactRationalRoot(value: Rational, index: number, fuel: Fuel): Rational | undefined {
  const n = exactIntegerRoot(value.n, index, fuel);
  const d = n === undefined ? undefined : exactIntegerRoot(value.d, index, fuel);
  return n === undefined || d === undefined ? undefined : { n, d };
}
