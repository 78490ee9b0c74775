import type { Value } from "./value.ts";

const pattern = /^(?:\\(?:text|mathrm)\{)?([0-9A-Za-z]{1,64})\}?_(?:\{(\d{1,2})\}|(\d{1,2}))$/;

/** Returns a numeral with letters among its digits, such as `2A_{16}`; undefined for other texts. */
export function readBasedNumeral(text: string): Value | undefined {
  const match = pattern.exec(text);
  const digits = match?.[1]?.toLowerCase();
  const base = Number(match?.[2] ?? match?.[3]);
  if (digits === undefined || !(base > 10 && base <= 36) || !/[a-z]/.test(digits)) return undefined;
  for (const digit of digits) if (Number.parseInt(digit, 36) >= base) return undefined;
  return { kind: "scalar", expr: { kind: "based", digits, base } };
}
