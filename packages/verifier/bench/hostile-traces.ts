import type { TraceItem } from "@touchstone/verifier/steps";

/** A trace made to be slow, large or deep. */
export interface HostileTrace {
  readonly name: string;
  readonly item: TraceItem;
}

const fill = (unit: string, length: number) => unit.repeat(Math.floor(length / unit.length));

/** Repeated to the size of the trace. */
const repeated: readonly (readonly [string, string])[] = [
  ["letters", "a"],
  ["digits", "7"],
  ["spaces", " "],
  ["tabs and line ends", "\t\n"],
  ["empty lines", "\n"],
  ["points", "."],
  ["commas", ","],
  ["numbers", "12 "],
  ["numbers in a list", "12, "],
  ["numbers with thousands", "1,234,"],
  ["decimals", "0.5 "],
  ["equals", "="],
  ["minus signs", "-"],
  ["words with hyphens", "ab-"],
  ["chain of equals", "1 = "],
  ["chain of sums", "1 + 1 = "],
  ["chain of letters", "x = "],
  ["chain of words", "Total cost = "],
  ["chain of ranges", "1 < "],
  ["true claims", "2 + 3 = 5. "],
  ["false claims", "2 + 3 = 6. "],
  ["named values", "Total cost of pens = 3 * 4 Total cost of pens = 12\n"],
  ["named quantities", "the total cost of all the pens is 12. "],
  ["given numbers", "We are given that there are 12 pens. "],
  ["equations that follow", "2x + 3 = 7, so x = 2, so "],
  ["inequalities that follow", "2x + 3 > 7, so x > 2, so "],
  ["roots of a quadratic", "x^2 - 5x + 6 = 0, so x = 2 or x = 3. "],
  ["systems", "x + y = 10, x - y = 2, so x = 6 and y = 4. "],
  ["quadratic inequalities", "(x-2)(x+1) > 0, so x > 2 or x < -1. "],
  ["functions", "f(x) = x^2 + 1. f(3) = 10. "],
  ["forms in letters", "(x + 1)^2 = x^2 + 2x + 1 = "],
  ["powers of sums", "(a+b+c+d)^8 = (a+b+c+d)^8. "],
  ["divisors", "The factors of 720720 are 1, 2, 3, 4, 5. "],
  ["primes", "982451653 is a prime number. "],
  ["congruences", "3 * 4 ≡ 2 (mod 5). "],
  ["listed members", "The odd numbers from 1 to 99999 are 1, 3, 5. "],
  ["sums of lists", "The sum of 1, 2, 3, 4, 5, 6, 7 and 8 is 36. "],
  ["calculations in words", "twice the sum of 3 and 4 is 14, "],
  ["units", "2 hours is 120 minutes, "],
  ["times of day", "from 9:15 am to 10:45 am is 90 minutes "],
  ["marks", "<<2+3=5>>"],
  ["open marks", "<<2+3="],
  ["code", "total = 3 + 4\nprint(total)  # 7\n"],
  ["open parentheses", "("],
  ["nested parentheses", "(1+"],
  ["nested fractions", "\\frac{1}{1+"],
  ["nested roots", "\\sqrt{2+"],
  ["nested powers", "2^{"],
  ["open displays", "\\[ "],
  ["dollar signs", "$"],
  ["environments", "\\begin{align} x &= 1 \\\\ "],
  ["backslashes", "\\"],
  ["texts", "\\text{pens} "],
  ["open texts", "\\text{"],
  ["open environments", "\\begin{"],
  ["power towers", "9^{9^{9}} = 1. "],
  ["factorials", "5000! = 1. "],
  ["stars", "*"],
  ["step heads", "Step 1: "],
  ["capitals behind points", "A. "],
  ["capitalised words", "Total Cost Of "],
  ["questions", "Is 2 + 3 = 6? "],
  ["conditions", "if 2 + 3 = 6 and "],
  ["rejections", "2 + 3 = 6. Wait, that is wrong. "],
  ["surrogates", "\ud83d\ude00"],
  ["lone surrogates", "\ud800"],
  ["zero-width characters", "\u200b1\u202e"],
  ["combining marks", "e\u0301"],
  ["full-width digits", "１＋１＝２ "],
  ["Chinese", "总共有五个苹果。"],
];

/** Traces that are no repetition: they grow, are distinct throughout, or repeat their problem. */
function writeOut(chars: number): HostileTrace[] {
  const half = Math.floor(chars / 2) - 20;
  const list = (bytesEach: number, write: (at: number) => string) =>
    Array.from({ length: Math.min(10_000, Math.floor(chars / bytesEach)) }, (_, at) => write(at));
  const items: Readonly<Record<string, TraceItem>> = {
    "empty steps": { problem: "", trace: list(1, () => "") },
    "short steps": { problem: "", trace: list(20, (at) => `${at} + 1 = ${at + 1}`) },
    "distinct names": { problem: "", trace: list(28, (at) => `Cost of item ${at} = ${at}`) },
    "distinct quantities": {
      problem: "",
      trace: list(45, (at) => `the ${spell(at)} cost of all pens is ${at}.`),
    },
    "distinct functions": {
      problem: "",
      trace: list(45, (at) => `f(x) = x^2 + ${at}. So f(3) = ${9 + at}.`),
    },
    "distinct numbers": { problem: fill("12 pens and ", half), trace: [list(10, String).join(" ")] },
    "a problem told again": {
      problem: fill("There are 12 pens in a box. ", half),
      trace: fill("There are 13 pens in a box. ", half),
    },
    "a problem in one step": { problem: fill("a ", half), trace: [fill("a ", half)] },
    "words of growing length": { problem: "", trace: grow(chars, (at) => "a".repeat(at)).join(" ") },
    "sums of growing length": {
      problem: "",
      trace: grow(chars, (at) => `${"1+".repeat(at / 2)}1 = ${at + 1}`).join("\n"),
    },
    "long integers": { problem: "", trace: [fill(`${"9".repeat(200)} * ${"9".repeat(200)} = 1. `, chars)] },
    "over the limit of characters": { problem: "", trace: "a".repeat(600_000) },
    "over the limit of steps": { problem: "", trace: Array.from({ length: 20_000 }, () => "1") },
  };
  return Object.entries(items).map(([name, item]) => ({ name, item }));
}

/** Texts of length 1, 2, 3 and on, which come to the given size. */
function grow(chars: number, write: (at: number) => string): string[] {
  return Array.from({ length: Math.floor(Math.sqrt(1.8 * chars)) }, (_, at) => write(at));
}

/** A number as a word of its own. */
function spell(at: number): string {
  return [...String(at)].map((digit) => "abcdefghij"[Number(digit)]).join("");
}

/**
 * Traces that repeat a phrase, as one step, as many and as a text to be split; and some written out. They have up to `chars`
 * UTF-16 code units; by default just under the limit of the check.
 */
export function createHostileTraces(chars = 500_000): HostileTrace[] {
  const large = repeated.flatMap(([name, unit]) => {
    const text = fill(unit, chars);
    const step = fill(unit, 2000);
    const steps = Array.from({ length: Math.floor(chars / 2008) }, () => step);
    return [
      { name: `${name}, one step`, item: { problem: "", trace: [text] } },
      { name: `${name}, many steps`, item: { problem: "", trace: steps } },
      { name: `${name}, to be split`, item: { problem: "", trace: text } },
    ];
  });
  return [...large, ...writeOut(chars)];
}
