import type { Candidate } from "./candidate.ts";
import { languages } from "./languages.ts";

/** Longest stretch in front of the answer that tells the language. */
const maxContext = 2000;
/** Frequent words that tell a language for certain. */
const minWords = 3;

/** A number with a decimal comma, alone or with a unit: `2,5`, `-0,75 kg`, `1.234,5`. */
const commaNumber = /(?<![\d,])(\d+(?:\.\d{3})*),(\d+)(?![\d,])/g;

/**
 * Returns the answer with its decimal commas as points; undefined where it has none, or lists numbers by commas. `isCertain`:
 * three digits behind a comma are decimals, too, and no thousands.
 */
export function withDecimalPoints(text: string, isCertain: boolean): string | undefined {
  if (text.length > 200 || !text.includes(",") || /[([{|]\s*\d/.test(text.replace(/\\[A-Za-z]+\s*\{/g, "")))
    return undefined;
  if (/,\s/.test(text)) return undefined;
  if (!isCertain && /,\d{3}(?!\d)/.test(text)) return undefined;
  const written = text.replace(
    commaNumber,
    (_, whole: string, part: string) => `${whole.replaceAll(".", "")}.${part}`,
  );
  return written === text || written.includes(",") ? undefined : written;
}

/** Tells whether the language around the candidate writes a decimal comma; a response without words may be in any. */
export function mayWriteDecimalComma(text: string, candidate: Candidate): boolean {
  if (candidate.decimalComma === true) return true;
  const around = text.slice(Math.max(0, candidate.start - maxContext), candidate.end + 200);
  const prose = around.replace(/\\[A-Za-z]+/g, " ").replace(/\$[^$]*\$/g, " ");
  const words = prose.toLowerCase().match(/[\p{L}]{1,20}/gu) ?? [];
  if (!words.some((word) => word.length > 1)) return true;
  if (/[\p{Script=Cyrillic}\p{Script=Greek}]{3}/u.test(prose)) return true;
  const counts = languages.map(({ decimalComma, words: frequent }) =>
    decimalComma === true && frequent !== undefined
      ? words.filter((word) => frequent.includes(word)).length
      : 0,
  );
  return Math.max(...counts) >= minWords && !englishWords(words);
}

const english: ReadonlySet<string> = new Set(
  "the is and of we so that therefore answer with this".split(" "),
);

function englishWords(words: readonly string[]): boolean {
  return words.filter((word) => english.has(word)).length >= minWords;
}
