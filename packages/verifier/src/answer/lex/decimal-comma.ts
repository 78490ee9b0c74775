import { isDigitCode, skipDigits } from "./read-number.ts";

/**
 * Returns the text with a decimal comma written as a point (`1000,99`, `0,111`, `1.234,5`), or with the points between
 * groups of three digits taken out (`1.234.567`); undefined where no number is written so for certain. One digit after
 * a comma (`1,2`) is a list, and exactly three after a nonzero digit are thousands.
 */
export function readDecimalComma(text: string): string | undefined {
  // Between brackets a comma separates.
  if (/[([{|]/.test(text)) return undefined;
  const comma = text.indexOf(",");
  if (comma !== text.lastIndexOf(",")) return undefined;
  const start = numberStart(text, comma === -1 ? text.indexOf(".") : comma);
  if (start === undefined) return undefined;
  const groups = skipGroups(text, start);
  const whole = text.slice(start, groups.end);
  if (comma === -1)
    return groups.count > 1
      ? text.slice(0, start) + withoutPoints(whole) + text.slice(groups.end)
      : undefined;
  const end = skipDigits(text, comma + 1);
  const digits = end - comma - 1;
  const isDecimal =
    groups.end === comma &&
    (groups.count > 0 ? digits > 0 : whole === "0" ? digits > 0 : digits === 2 || digits > 3) &&
    text[end] !== ".";
  return isDecimal ? `${text.slice(0, start)}${withoutPoints(whole)}.${text.slice(comma + 1)}` : undefined;
}

function withoutPoints(whole: string): string {
  return whole.replaceAll(".", "");
}

/** Where the digits and points that end at `pos` begin; undefined where no digit stands before it. */
function numberStart(text: string, pos: number): number | undefined {
  let start = pos;
  while (start > 0 && (isDigitCode(text.charCodeAt(start - 1)) || text[start - 1] === ".")) start--;
  return start < pos && isDigitCode(text.charCodeAt(start)) ? start : undefined;
}

/** Moves past `1.234.567`: the number of groups after the first, and where they end. */
function skipGroups(text: string, start: number): { end: number; count: number } {
  let end = skipDigits(text, start);
  let count = 0;
  if (end - start > 3) return { end, count };
  while (text[end] === "." && skipDigits(text, end + 1) === end + 4) {
    end += 4;
    count++;
  }
  return { end, count };
}
