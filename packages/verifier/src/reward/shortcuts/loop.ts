import { findRepeats } from "./find-repeats.ts";
import type { Finding, ShortcutInput } from "./shortcut.ts";

/** Characters at the end in which a suffix loop is looked for. */
const tailChars = 8192;

/** Fewer repetitions than this are no loop: rows of a table and a chorus of two or three are honest. */
const minRepetitions = 4;

/** Characters in a suffix loop that make it certain. */
const certainLoopChars = 240;

/** Texts shorter than this repeat themselves by chance. */
const minChars = 300;

/**
 * Loops and degenerate repetition: a block repeated up to the end of the response, or a text most of which stood there
 * before, in lines or phrases, which is the same as a text that compresses to little.
 */
export function detectLoop({ text }: ShortcutInput): Finding | undefined {
  const suffix = findSuffixLoop(text);
  const suffixScore = Math.min(1, suffix.covered / certainLoopChars);
  const repeats = text.length < minChars ? undefined : findRepeats(text, 0, true);
  const share = repeats === undefined ? 0 : repeats.count / text.length;
  if (suffixScore === 0 && share === 0) return undefined;
  if (suffixScore >= share) {
    return {
      score: suffixScore,
      evidence: [{ start: suffix.end - suffix.covered, end: suffix.end }],
      reason: `The response ends in ${Math.floor(suffix.covered / suffix.period)} repetitions of ${suffix.period} characters.`,
    };
  }
  return {
    score: share,
    evidence: [{ start: repeats!.start, end: repeats!.end }],
    reason: `${Math.round(100 * share)} % of the response repeats what it said before.`,
  };
}

/** The longest periodic end of the text, by the prefix function of the tail read backwards (Knuth, Morris and Pratt). */
function findSuffixLoop(text: string): { end: number; covered: number; period: number } {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) <= 32) end--;
  const length = Math.min(end, tailChars);
  const border = new Int32Array(length);
  let best = { end, covered: 0, period: 1 };
  for (let index = 1; index < length; index++) {
    const code = text.charCodeAt(end - 1 - index);
    let matched = border[index - 1]!;
    while (matched > 0 && text.charCodeAt(end - 1 - matched) !== code) matched = border[matched - 1]!;
    if (text.charCodeAt(end - 1 - matched) === code) matched++;
    border[index] = matched;
    const period = index + 1 - matched;
    if (index + 1 >= minRepetitions * period) best = { end, covered: index + 1, period };
  }
  return best;
}
