import type { Expr } from "../parse/expr.ts";
import type { Value } from "./value.ts";

/** Longest text that is one numeral with its base. */
const maxChars = 100;
const wrapper = /^\\(?:text|mathrm|texttt|mathtt|textbf|mathbf|operatorname)\{([^{}]*)\}$/;
const prefixed = /^0(?:x([0-9a-f]+)|b([01]+)|o([0-7]+))$/i;
const indexed =
  /^\(?(?:\\(?:text|mathrm|texttt|mathtt)\{)?([0-9A-Za-z]{1,64})\}?\)?_(?:\{?\(?(?:\\(?:text|mathrm)\{)?\(?(\d{1,2}|[a-z]{3,6})\)?\}?\)?\}?)$/;
const baseWords: ReadonlyMap<string, number> = new Map([
  ["hex", 16],
  ["bin", 2],
  ["oct", 8],
  ["sixteen", 16],
]);

/** Returns a numeral with the prefix of a programming language, such as `0xFF` or `0b101`; undefined for other texts. */
export function readPrefixedNumeral(text: string): Value | undefined {
  const first = text.charCodeAt(0);
  if ((first !== 48 && first !== 92) || text.length > maxChars) return undefined;
  const match = prefixed.exec(wrapper.exec(text)?.[1] ?? text);
  if (match === null) return undefined;
  const [, hexadecimal, binary, octal] = match;
  if (hexadecimal !== undefined) return basedValue(hexadecimal, 16);
  return binary === undefined ? basedValue(octal ?? "", 8) : basedValue(binary, 2);
}

/**
 * Returns a numeral with its base as an index, such as `2A_{16}`, `\text{FF}_{16}` or `1011_{(2)}`; undefined for other
 * texts. Letters need two digits: `a_{12}` is the member of a sequence.
 */
export function readBasedNumeral(text: string): Value | undefined {
  const match = text.length > maxChars ? null : indexed.exec(text);
  const digits = match?.[1];
  const base = Number(baseWords.get(match?.[2] ?? "") ?? match?.[2]);
  if (digits === undefined || !(base >= 2 && base <= 36) || base === 10) return undefined;
  if (/[a-z]/i.test(digits) && (base < 11 || digits.length < 2)) return undefined;
  for (const digit of digits) if (!(Number.parseInt(digit, 36) < base)) return undefined;
  return basedValue(digits, base);
}

function basedValue(digits: string, base: number): Value {
  return { kind: "scalar", expr: { kind: "based", digits: digits.toLowerCase(), base } };
}

/** Returns the number that a numeral denotes. */
export function valueOfNumeral({ digits, base }: Expr & { kind: "based" }): bigint {
  let value = 0n;
  for (const digit of digits) value = value * BigInt(base) + BigInt(Number.parseInt(digit, 36));
  return value;
}
