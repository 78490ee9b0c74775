import { expect, test } from "vitest";
import { inverseMod, mulMod, powMod, primeField, rootPrimes } from "./prime-field.ts";
import { primeTable } from "./prime-table.ts";

function isPrime(n: number): boolean {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return n > 1;
}

test("the table holds distinct primes below 2^26", () => {
  expect(new Set(primeTable).size).toBe(256);
  for (const p of primeTable) {
    expect(p).toBeLessThan(2 ** 26);
    expect(p % 8).toBe(1);
    expect(isPrime(p)).toBe(true);
  }
});

test("every field has the roots it promises", () => {
  for (let index = 0; index < primeTable.length; index++) {
    const { p, i, roots } = primeField(index);
    expect(mulMod(i, i, p)).toBe(p - 1);
    for (const [at, root] of roots.entries()) expect(mulMod(root, root, p)).toBe(rootPrimes[at]);
  }
});

test("arithmetic agrees with big integers", () => {
  const { p, big } = primeField(3);
  for (let k = 1; k < 2000; k++) {
    const a = (k * 7919 * 8191) % p;
    const b = p - ((k * 104729) % p) - 1;
    expect(mulMod(a, b, p)).toBe(Number((BigInt(a) * BigInt(b)) % big));
    expect(mulMod(a, inverseMod(a, p), p)).toBe(1);
  }
  expect(powMod(3, p - 1, p)).toBe(1);
});
