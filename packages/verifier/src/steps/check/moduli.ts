import type { Fuel } from "../../answer/fuel.ts";

const pattern =
  /\b(\d{1,2})-hour clock\b|\bmod(?:ulo|ulus)?\s*\{?\s*\$?(\d{1,9})\b|\\[pb]?mod\s*\{?\s*(\d{1,9})|\b(?:last|final|rightmost)\s+(?:(two|three)\s+)?digits?\b|\b(?:units?|ones)\s+digit\b/gi;

/** Most moduli, and longest text looked at, in UTF-16 code units. */
const maxModuli = 8;
const maxChars = 20_000;

/** Returns the moduli that a text names, behind those known: there, `8 + 8 = 6` may be meant modulo 10. */
export function moduliOf(text: string, known: readonly number[], fuel: Fuel): readonly number[] {
  const read = text.slice(0, maxChars);
  fuel.spend(Math.ceil(read.length / 8));
  if (!/mod|-hour clock|digit/i.test(read)) return known;
  const moduli = new Set(known);
  for (const match of read.matchAll(pattern)) {
    const modulus = modulusOf(match);
    if (modulus > 1 && moduli.size < maxModuli) moduli.add(modulus);
  }
  return [...moduli];
}

/** Last digits are a remainder: of two of them, modulo 100. */
function modulusOf(match: RegExpMatchArray): number {
  const written = match[1] ?? match[2] ?? match[3];
  if (written !== undefined) return Number(written);
  return { two: 100, three: 1000 }[(match[4] ?? "").toLowerCase()] ?? 10;
}

/** Tells whether two whole numbers are the same under one of the moduli. */
export function isSameModulo(a: number, b: number, moduli: readonly number[]): boolean {
  return (
    Number.isSafeInteger(a) && Number.isSafeInteger(b) && moduli.some((modulus) => (a - b) % modulus === 0)
  );
}
