import type { Expr } from "../parse/expr.ts";
import type { ScalarValue } from "./value.ts";

const units = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
  "eighteen nineteen"
).split(" ");
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const scales: ReadonlyMap<string, number> = new Map([
  ["thousand", 1e3],
  ["million", 1e6],
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
  const [only] = words;
  const ordinal = words.length === 1 && only !== undefined ? ordinals.get(only) : undefined;
  if (ordinal !== undefined) return scalar(ordinal, 1);
  if (only === "minus" || only === "negative") return negated(readUnsigned(words.slice(1)));
  return readUnsigned(words);
}

function negated(value: ScalarValue | undefined): ScalarValue | undefined {
  return value && { kind: "scalar", expr: { kind: "negate", operand: value.expr } };
}

/** A cardinal number or a fraction. */
function readUnsigned(words: readonly string[]): ScalarValue | undefined {
  const last = denominators.get(words[words.length - 1] ?? "");
  if (last !== undefined) {
    if (words.length === 1) return words[0] === "half" ? scalar(1, 2) : undefined;
    const top = readCardinal(words.slice(0, -1));
    return top === undefined ? undefined : scalar(top, last);
  }
  const value = readCardinal(words);
  return value === undefined ? undefined : scalar(value, 1);
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

function readHundreds(words: readonly string[]): number | undefined {
  if (words[1] !== "hundred") return readTens(words);
  const hundreds = units.indexOf(words[0] ?? "");
  if (hundreds < 1 || hundreds > 9) return undefined;
  const rest = words[2] === "and" ? words.slice(3) : words.slice(2);
  if (rest.length === 0) return words.length === 2 ? hundreds * 100 : undefined;
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
