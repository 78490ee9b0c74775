const pattern = /\bmod(?:ulo|ulus)?\s*\{?\s*\$?(\d{1,9})\b|\\[pb]?mod\s*\{?\s*(\d{1,9})/gi;

/** Returns the moduli that a problem names: there, `8 + 8 = 6` may be meant modulo 10. */
export function moduliOf(problem: string): readonly number[] {
  const moduli: number[] = [];
  for (const match of problem.slice(0, 20_000).matchAll(pattern)) {
    const modulus = Number(match[1] ?? match[2]);
    if (modulus > 1 && moduli.length < 8) moduli.push(modulus);
  }
  return moduli;
}

/** Tells whether two whole numbers are the same under one of the moduli. */
export function isSameModulo(a: number, b: number, moduli: readonly number[]): boolean {
  return (
    Number.isSafeInteger(a) && Number.isSafeInteger(b) && moduli.some((modulus) => (a - b) % modulus === 0)
  );
}
