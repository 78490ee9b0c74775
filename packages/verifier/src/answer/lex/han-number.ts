const digits = "零一二三四五六七八九";
const otherDigits: ReadonlyMap<string, number> = new Map([
  ["〇", 0],
  ["两", 2],
  ["兩", 2],
]);
const smallScales: ReadonlyMap<string, number> = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);
const largeScales: ReadonlyMap<string, number> = new Map([
  ["万", 1e4],
  ["萬", 1e4],
  ["亿", 1e8],
  ["億", 1e8],
]);

/** Longest number in Han numerals. */
const maxChars = 12;

/** Returns the number at the start of a text in Han numerals, such as 十二 or 三千五百, and its length; undefined without. */
export function readHanNumber(text: string): { value: number; length: number } | undefined {
  let length = 0;
  while (length < maxChars && isNumeral(text.charAt(length))) length++;
  const value = length === 0 ? undefined : numberOf(text.slice(0, length));
  return value === undefined ? undefined : { value, length };
}

function isNumeral(char: string): boolean {
  return char !== "" && (digitOf(char) !== undefined || smallScales.has(char) || largeScales.has(char));
}

function digitOf(char: string): number | undefined {
  const value = digits.indexOf(char);
  return value === -1 ? otherDigits.get(char) : value;
}

/** Undefined for digits in a row, such as 二三, which may be two numbers, and for scales out of order. */
function numberOf(text: string): number | undefined {
  let total = 0;
  let group = 0;
  let digit: number | undefined;
  let limit = Number.POSITIVE_INFINITY;
  let largeLimit = Number.POSITIVE_INFINITY;
  for (const char of text) {
    const next = digitOf(char);
    const small = smallScales.get(char);
    const large = largeScales.get(char);
    if (next !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = next;
    } else if (small !== undefined) {
      if (small >= limit || digit === 0) return undefined;
      // 十二 is 12; a hundred always has its digit.
      if (digit === undefined && small > 10) return undefined;
      group += (digit ?? 1) * small;
      limit = small;
      digit = undefined;
    } else if (large !== undefined) {
      const whole = group + (digit ?? 0);
      if (whole === 0 || large >= largeLimit) return undefined;
      total += whole * large;
      [group, digit, limit, largeLimit] = [0, undefined, Number.POSITIVE_INFINITY, large];
    }
  }
  return total + group + (digit ?? 0);
}
