import type { Fuel } from "../fuel.ts";
import { makeRational, type Rational } from "../value/rational.ts";
import type { CommaReading } from "./token.ts";
import { isSpaceCode } from "./unicode-table.ts";

/** A number literal found in a text. */
export interface NumberLiteral {
  /** Offset after the literal. */
  end: number;
  value: Rational;
  /** Digits after the point; 0 for whole numbers and for decimals without an end. */
  places: number;
  /** Power of ten of `3e8`; kept apart so that 1e999999999 costs nothing. */
  exponent: bigint | undefined;
  isInteger: boolean;
  /** A comma was read under the given reading and could be read the other way. */
  hasOpenComma: boolean;
}

/** Tells whether a code unit is an ASCII digit; NaN (past the end) is not. */
export function isDigitCode(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Returns the offset after the run of digits at `pos`. */
export function skipDigits(source: string, pos: number): number {
  let end = pos;
  while (isDigitCode(source.charCodeAt(end))) end++;
  return end;
}

/**
 * Reads the literal at `pos`, which must be a digit, or a point before a digit. Knows thousands groups (`1,234`,
 * `1\,234`, `1{,}234`, `1,\!234`, `1 234`, `1'234`, `1_234`, and the Indian `12,34,567`), decimal points, the decimal comma `3{,}14`, repeating decimals
 * (`0.\overline{3}`, `0.(3)`) and exponents. Inside brackets (`depth` > 0) a plain comma separates items, unless the
 * next group starts with 0.
 */
export function readNumber(
  source: string,
  pos: number,
  context: { depth: number; reading: CommaReading; fuel: Fuel },
): NumberLiteral {
  let digits = "";
  let hasOpenComma = false;
  let end = skipDigits(source, pos);
  digits = source.slice(pos, end);
  let isInteger = true;
  const indianEnd = end - pos <= 2 && context.depth === 0 ? readIndianGroups(source, end) : undefined;
  if (indianEnd !== undefined) {
    hasOpenComma = true;
    if (context.reading === "thousands") {
      digits = source.slice(pos, indianEnd).replaceAll(",", "");
      end = indianEnd;
    }
  } else if (end - pos >= 1 && end - pos <= 3) {
    for (;;) {
      const group = groupStart(source, end);
      if (group === undefined) break;
      // 0,123 and 0{,}123 are decimals.
      if (digits === "0" && (group.isPlainComma || source[end] === "{")) break;
      if (group.isPlainComma && source.charCodeAt(group.start) !== 48) {
        if (context.depth > 0) break;
        hasOpenComma = true;
        if (context.reading === "separator") break;
      }
      digits += source.slice(group.start, group.start + 3);
      end = group.start + 3;
    }
  }
  let scale = 0;
  const point = decimalPoint(source, end);
  if (point !== undefined) {
    const fractionEnd = skipDigits(source, point);
    digits += source.slice(point, fractionEnd);
    scale = fractionEnd - point;
    end = fractionEnd;
    isInteger = false;
  }
  context.fuel.spend(digits.length + Math.ceil((digits.length * digits.length) / 256));
  const repeating = scale > 0 || source[end] === "." ? readRepeating(source, end) : undefined;
  if (repeating !== undefined) {
    const value = addRepeating(digits, scale, repeating.digits, context.fuel);
    return { end: repeating.end, value, places: 0, exponent: undefined, isInteger: false, hasOpenComma };
  }
  const endless = scale > 0 ? readEndless(source, end, digits.slice(digits.length - scale)) : undefined;
  if (endless !== undefined) {
    const { period } = endless;
    const value = addRepeating(digits.slice(0, -period), scale - period, digits.slice(-period), context.fuel);
    return { end: endless.end, value, places: 0, exponent: undefined, isInteger: false, hasOpenComma };
  }
  const exponent = readExponent(source, end);
  return {
    end: exponent?.end ?? end,
    value: makeDecimal(digits, scale, context.fuel),
    places: scale,
    exponent: exponent?.value,
    isInteger: isInteger && exponent === undefined,
    hasOpenComma,
  };
}

function makeDecimal(digits: string, scale: number, fuel: Fuel): Rational {
  const n = digits.length <= 15 ? BigInt(Number(digits)) : BigInt(digits === "" ? "0" : digits);
  return scale === 0 ? { n, d: 1n } : makeRational(n, 10n ** BigInt(scale), fuel);
}

/** Offset of the digits after a decimal point (or `{,}`) at `pos`. */
function decimalPoint(source: string, pos: number): number | undefined {
  const char = source[pos];
  if (char === "." && isDigitCode(source.charCodeAt(pos + 1))) return pos + 1;
  if (
    char === "{" &&
    source[pos + 1] === "," &&
    source[pos + 2] === "}" &&
    isDigitCode(source.charCodeAt(pos + 3))
  )
    return pos + 3;
  return undefined;
}

/**
 * Moves past the groups of `12,50,000`: one or more of two digits, then one of three. Undefined where there are none, as
 * in `12,34,56` and `1,234`.
 */
function readIndianGroups(source: string, pos: number): number | undefined {
  let end = pos;
  while (source.charCodeAt(end) === 44 && skipDigits(source, end + 1) === end + 3) end += 3;
  if (end === pos || source.charCodeAt(end) !== 44) return undefined;
  const last = skipDigits(source, end + 1);
  return last === end + 4 ? last : undefined;
}

/** Finds a separator at `pos` that is followed by exactly three digits. */
function groupStart(source: string, pos: number): { start: number; isPlainComma: boolean } | undefined {
  const code = source.charCodeAt(pos);
  let start: number;
  let isPlainComma = false;
  if (code === 44) {
    start = pos + 1;
    if (source[start] === "\\" && source[start + 1] === "!") start = skipSpaces(source, start + 2);
    // "1, 000" is no list: its second item would be written 0.
    else if (source[start] === " " && source[start + 1] === "0") start++;
    else isPlainComma = true;
  } else if (code === 123 && source[pos + 1] === "," && source[pos + 2] === "}") start = pos + 3;
  else if (code === 92 && isThinSpace(source[pos + 1])) start = skipSpaces(source, pos + 2);
  // 1'250'000 and 1_000_000.
  else if (code === 39 || code === 0x2019 || code === 95) start = pos + 1;
  else if (isSpaceCode(code) || code === 126) start = source.startsWith("{,}", pos + 1) ? pos + 4 : pos + 1;
  else return undefined;
  const end = start + 3;
  if (skipDigits(source, start) !== end) return undefined;
  // "74 297/500" is a mixed number.
  if (isSpaceCode(code) && source[end] === "/" && isDigitCode(source.charCodeAt(end + 1))) return undefined;
  return { start, isPlainComma };
}

function isThinSpace(char: string | undefined): boolean {
  return char === "," || char === "!" || char === " " || char === ";" || char === ":";
}

function skipSpaces(source: string, pos: number): number {
  let end = pos;
  while (isSpaceCode(source.charCodeAt(end))) end++;
  return end;
}

function readExponent(source: string, pos: number): { value: bigint; end: number } | undefined {
  const char = source[pos];
  if (char !== "e" && char !== "E") return undefined;
  const sign = source[pos + 1];
  const start = sign === "+" || sign === "-" || sign === "−" ? pos + 2 : pos + 1;
  const end = skipDigits(source, start);
  if (end === start || end - start > 18) return undefined;
  const size = BigInt(source.slice(start, end));
  return { value: sign === "-" || sign === "−" ? -size : size, end };
}

/** Reads the period of a repeating decimal: `\overline{27}`, `\bar3`, `(27)`. */
function readRepeating(source: string, pos: number): { digits: string; end: number } | undefined {
  let start = source[pos] === "." ? pos + 1 : pos;
  if (source[start] === "(") {
    const period = closedDigits(source, start + 1, ")");
    // `0.5(2)^3` is a product.
    return period !== undefined && source[period.end] === "^" ? undefined : period;
  }
  if (source.startsWith("\\overline", start)) start += 9;
  else if (source.startsWith("\\bar", start) || source.startsWith("\\dot{", start)) start += 4;
  else return undefined;
  start = skipSpaces(source, start);
  if (source[start] === "{") return closedDigits(source, start + 1, "}");
  const end = start + 1;
  return isDigitCode(source.charCodeAt(start)) ? { digits: source.slice(start, end), end } : undefined;
}

const ellipses: readonly string[] = ["...", "…", "\\ldots", "\\dots", "\\cdots"];

/**
 * Reads the dots of `0.333...` and finds the period that the digits before them show: at least three times a single
 * digit, at least twice a longer period. Undefined where no period shows, as in `3.14159...`.
 */
function readEndless(
  source: string,
  pos: number,
  fraction: string,
): { period: number; end: number } | undefined {
  const start = skipSpaces(source, pos);
  const dots = ellipses.find((text) => source.startsWith(text, start));
  if (dots === undefined) return undefined;
  for (let period = 1; 2 * period <= fraction.length && period <= maxPeriod; period++) {
    const shown = Math.max(3, 2 * period);
    const tail = fraction.slice(-shown);
    if (tail.length === shown && isPeriodic(tail, period)) return { period, end: start + dots.length };
  }
  return undefined;
}

/** Longest period looked for in the digits before an ellipsis. */
const maxPeriod = 32;

function isPeriodic(digits: string, period: number): boolean {
  for (let at = period; at < digits.length; at++) if (digits[at] !== digits[at - period]) return false;
  return true;
}

function closedDigits(
  source: string,
  start: number,
  close: string,
): { digits: string; end: number } | undefined {
  const end = skipDigits(source, start);
  if (end === start || source[end] !== close) return undefined;
  return { digits: source.slice(start, end), end: end + 1 };
}

function addRepeating(digits: string, scale: number, period: string, fuel: Fuel): Rational {
  fuel.spend(period.length * 2 + Math.ceil((period.length * period.length) / 128));
  const nines = 10n ** BigInt(period.length) - 1n;
  const head = BigInt(digits === "" ? "0" : digits);
  return makeRational(head * nines + BigInt(period), nines * 10n ** BigInt(scale), fuel);
}
