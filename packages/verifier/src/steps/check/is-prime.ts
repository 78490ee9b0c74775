import type { Fuel } from "../../answer/fuel.ts";

/** Tells whether a whole number below 10^12 is prime, by trial division. */
export function isPrime(n: number, fuel: Fuel): boolean {
  return n >= 2 && smallestDivisor(n, fuel) === n;
}

/** Returns the smallest divisor above 1 of a whole number from 2 to 10^12. */
export function smallestDivisor(n: number, fuel: Fuel): number {
  if (n % 2 === 0) return 2;
  const last = Math.floor(Math.sqrt(n));
  fuel.spend(Math.ceil(last / 50));
  for (let divisor = 3; divisor <= last; divisor += 2) if (n % divisor === 0) return divisor;
  return n;
}
