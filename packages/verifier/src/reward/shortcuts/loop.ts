import { findRepeats } from "./find-repeats.ts";
import type { Finding, ShortcutInput } from "./shortcut.ts";

/** Characters at the end in which a suffix loop is looked for. */
const tailChars = 8192;

/** Fewer repetitions than this are no loop: rows of a table and a chorus of two or three are honest. */
const minRepetitions = 4;

/** Characters in a suffix loop that make it certain. */
const certainLoopChars = 240;

/** Repetitions of a short block that make a loop certain. */
const certainRepetitions = 16;

/** Ends of sequence that a decoder pads with: not words of the model. */
const padding = ["</s>", "<pad>", "<eos>", "<|endoftext|>", "<|im_end|>", "<|eot_id|>", "<|end|>"];

/** Texts shorter than this repeat themselves by chance. */
const minChars = 300;

/**
 * Loops and degenerate repetition: a block repeated up to the end of the response, or a text most of which stood there
 * before, in lines or phrases, which is the same as a text that compresses to little.
 */
export function detectLoop({ text: whole }: ShortcutInput): Finding | undefined {
  const text = whole.slice(0, trimPadding(whole));
  const suffix = findSuffixLoop(text);
  const suffixScore = scoreSuffix(suffix);
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

function scoreSuffix({ covered, period }: { covered: number; period: number }): number {
  // Rules of dashes and leaders of dots have short periods.
  const repetitions = period < 3 ? 0 : covered / period;
  return Math.min(1, Math.max(covered / certainLoopChars, repetitions / certainRepetitions));
}

function trimPadding(text: string): number {
  let end = text.length;
  for (;;) {
    while (end > 0 && text.charCodeAt(end - 1) <= 32) end--;
    const token = padding.find((known) => text.endsWith(known, end));
    if (token === undefined) return end;
    end -= token.length;
  }
}

/** The longest periodic end of the text, by the prefix function of the tail read backwards (Knuth, Morris and Pratt). */
function findSuffixLoop(text: string): { end: number; covered: number; period: number } {
  const end = text.length;
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
