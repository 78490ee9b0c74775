import type { Expr } from "../parse/expr.ts";
import type { ScalarValue } from "./value.ts";

const units = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
  "eighteen nineteen"
).split(" ");
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const scales: ReadonlyMap<string, number> = new Map([
  ["thousand", 1e3],
  ["lakh", 1e5],
  ["million", 1e6],
  ["crore", 1e7],
  ["billion", 1e9],
  ["trillion", 1e12],
]);
const ordinals: ReadonlyMap<string, number> = new Map(
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    .split(" ")
    .map((word, index): [string, number] => [word, index + 1]),
);
const denominators: ReadonlyMap<string, number> = new Map([
  ["half", 2],
  ["halves", 2],
  ["quarter", 4],
  ["quarters", 4],
  ...[...ordinals].filter(([, value]) => value > 2),
  ...[...ordinals]
    .filter(([, value]) => value > 2)
    .map(([word, value]): [string, number] => [`${word}s`, value]),
]);

/** Most words of a number. */
const maxWords = 16;

/**
 * Returns the number that English words name, and nothing but it: `twenty-one`, `two hundred and five`, `third`,
 * `two thirds`, `one half`, `minus seven`.
 */
export function readNumberWord(text: string): ScalarValue | undefined {
  const words = text.toLowerCase().split(/[ -]/);
  if (words.length > maxWords) return undefined;
  if ((words[0] === "a" || words[0] === "an") && words.length > 1) words[0] = "one";
  const [only] = words;
  const spoken = readDecimal(words) ?? readShare(words);
  if (spoken !== undefined) return spoken;
  const ordinal = readOrdinal(words);
  if (ordinal !== undefined) return ordinal;
  if (only === "minus" || only === "negative") return negated(readUnsigned(words.slice(1)));
  return readUnsigned(words);
}

function negated(value: ScalarValue | undefined): ScalarValue | undefined {
  return value && { kind: "scalar", expr: { kind: "negate", operand: value.expr } };
}

/** `three point one four`. */
function readDecimal(words: readonly string[]): ScalarValue | undefined {
  const at = words.indexOf("point");
  const digits = words.slice(at + 1).map((word) => units.indexOf(word));
  if (at < 1 || digits.length === 0 || digits.some((digit) => digit < 0 || digit > 9)) return undefined;
  const whole = readCardinal(words.slice(0, at));
  const scale = 10 ** digits.length;
  return whole === undefined ? undefined : scalar(whole * scale + Number(digits.join("")), scale);
}

/** `one in six`, `two out of five`. */
function readShare(words: readonly string[]): ScalarValue | undefined {
  const at = words.indexOf("in");
  const out = words.indexOf("out");
  const [start, end] = at > 0 ? [at, at + 1] : [out, out + 2];
  if (start < 1 || (at < 1 && words[out + 1] !== "of")) return undefined;
  const [part, whole] = [readCardinal(words.slice(0, start)), readCardinal(words.slice(end))];
  return part === undefined || !whole ? undefined : scalar(part, whole);
}

/** `thirteenth`, `twenty-first`, `one hundred and fifth`; the third of `two thirds` and `one third` is a part. */
function readOrdinal(words: readonly string[]): ScalarValue | undefined {
  const last = cardinalOf(words[words.length - 1] ?? "");
  const before = words[words.length - 2];
  if (last === undefined || (before !== undefined && !tens.includes(before) && before !== "and"))
    return undefined;
  const value = readCardinal([...words.slice(0, -1), last]);
  return value === undefined ? undefined : scalar(value, 1);
}

/** The number word of an ordinal. */
function cardinalOf(word: string): string | undefined {
  const value = ordinals.get(word);
  if (value !== undefined) return units[value];
  if (word.endsWith("ieth")) return tens.find((ten) => ten === `${word.slice(0, -4)}y`);
  return units.find((unit, at) => at > 12 && word === `${unit}th`);
}

/** `two and a half`, `three and three quarters`. */
function readMixed(words: readonly string[]): ScalarValue | undefined {
  const at = words.lastIndexOf("and");
  const denominator = denominators.get(words[words.length - 1] ?? "");
  if (at < 1 || denominator === undefined) return undefined;
  const whole = readCardinal(words.slice(0, at));
  const tops = words.slice(at + 1, -1);
  const top = tops.length === 1 && (tops[0] === "a" || tops[0] === "an") ? 1 : readCardinal(tops);
  if (whole === undefined || top === undefined || top >= denominator) return undefined;
  return scalar(whole * denominator + top, denominator);
}

/** A cardinal number or a fraction. */
function readUnsigned(words: readonly string[]): ScalarValue | undefined {
  const mixed = readMixed(words);
  if (mixed !== undefined) return mixed;
  const last = denominators.get(words[words.length - 1] ?? "");
  if (last !== undefined) {
    if (words.length === 1) return words[0] === "half" ? scalar(1, 2) : undefined;
    const top = readCardinal(words.slice(0, -1));
    return top === undefined ? undefined : scalar(top, last);
  }
  if (words[words.length - 1] === "dozen") return scaledBy(words.slice(0, -1), 12);
  const value = readCardinal(words);
  return value === undefined ? undefined : scalar(value, 1);
}

function scaledBy(words: readonly string[], size: number): ScalarValue | undefined {
  const count = readCardinal(words);
  return count === undefined ? undefined : scalar(count * size, 1);
}

function scalar(n: number, d: number): ScalarValue {
  const top: Expr = { kind: "number", value: { n: BigInt(n), d: 1n } };
  if (d === 1) return { kind: "scalar", expr: top };
  return {
    kind: "scalar",
    expr: { kind: "divide", left: top, right: { kind: "number", value: { n: BigInt(d), d: 1n } } },
  };
}

/** Groups under a thousand, each with its scale, in falling order. */
function readCardinal(words: readonly string[]): number | undefined {
  let total = 0;
  let group: string[] = [];
  let limit = Number.POSITIVE_INFINITY;
  for (const word of words) {
    const scale = scales.get(word);
    if (scale === undefined) {
      group.push(word);
      continue;
    }
    const value = readHundreds(group);
    if (value === undefined || value === 0 || scale >= limit) return undefined;
    total += value * scale;
    limit = scale;
    group = [];
  }
  if (group[0] === "and" && total > 0) group.shift();
  if (group.length === 0) return limit === Number.POSITIVE_INFINITY ? undefined : total;
  const value = readHundreds(group);
  return value === undefined ? undefined : total + value;
}

/** Also `twelve hundred` and `twenty-five hundred`; what is a whole number of thousands is not said so. */
function readHundreds(words: readonly string[]): number | undefined {
  const at = words.indexOf("hundred");
  if (at === -1) return readTens(words);
  const hundreds = readTens(words.slice(0, at));
  if (hundreds === undefined || hundreds < 1 || hundreds % 10 === 0) return undefined;
  const rest = words.slice(words[at + 1] === "and" ? at + 2 : at + 1);
  if (rest.length === 0) return words.length === at + 1 ? hundreds * 100 : undefined;
  const value = readTens(rest);
  return value === undefined ? undefined : hundreds * 100 + value;
}

function readTens(words: readonly string[]): number | undefined {
  const [first, second] = words;
  if (first === undefined || words.length > 2) return undefined;
  const unit = units.indexOf(first);
  if (unit !== -1) return second === undefined ? unit : undefined;
  const ten = tens.indexOf(first);
  if (ten === -1) return undefined;
  if (second === undefined) return (ten + 2) * 10;
  const digit = units.indexOf(second);
  return digit >= 1 && digit <= 9 ? (ten + 2) * 10 + digit : undefined;
}
