/** Letters of options, as text: at most this many. */
const maxOptions = 10;

/** Several options of a question. */
export interface OptionSet {
  /** The letters as written, without what separates them: `ABD`. */
  readonly letters: string;
  /** Written in one run, of which the order may count. */
  readonly isRun: boolean;
}

const single = /^(?:\\text(?:bf)?\{)?[([]?([A-J])[)\]]?\}?$/;

/**
 * Reads `ABD`, `A, B, D`, `A、B、D`, `(A), (B) and (D)` or `A and C` as options, two at least and each once; undefined for
 * anything else.
 */
export function readOptionSet(text: string): OptionSet | undefined {
  if (text.length > 80 || text.length < 2) return undefined;
  if (/^(?:\\text(?:bf)?\{)?[A-J]{2,10}\}?$/.test(text)) return distinct(text.replace(/[^A-J]/g, ""), true);
  if (!/^[\\([A-J]/.test(text)) return undefined;
  const parts = text
    .replace(/\\text\{\s*(?:and|,)\s*\}|\\(?:quad|qquad|,|;| )/g, ",")
    .split(/\s*(?:,|;|、|，|；|&|\band\b|和|与|及)\s*|\s+/)
    .filter((part) => part !== "");
  if (parts.length < 2 || parts.length > maxOptions) return undefined;
  const letters = parts.map((part) => single.exec(part)?.[1]);
  return letters.includes(undefined) ? undefined : distinct(letters.join(""), false);
}

function distinct(letters: string, isRun: boolean): OptionSet | undefined {
  return new Set(letters).size === letters.length ? { letters, isRun } : undefined;
}

/**
 * Tells whether the options are the gold's: a gold in the order of the alphabet is a set, which separated letters may give
 * in any order; any other gold, or a run of letters, counts with its order.
 */
function sameOptions(gold: OptionSet, answer: OptionSet): boolean {
  if (gold.letters === answer.letters) return true;
  const sorted = [...gold.letters].sort().join("");
  return gold.letters === sorted && !answer.isRun && [...answer.letters].sort().join("") === sorted;
}

/** Tells whether both texts name the same options, two at least. */
export function sameOptionSets(gold: string, answer: string): boolean {
  if (!mayBeOptions(gold) || !mayBeOptions(answer)) return false;
  const [a, b] = [readOptionSet(gold), readOptionSet(answer)];
  return a !== undefined && b !== undefined && sameOptions(a, b);
}

/** Tells quickly that a text names no options. */
function mayBeOptions(text: string): boolean {
  const code = text.charCodeAt(0);
  if (text.length < 2 || text.length >= 80) return false;
  if (code === 92) return text.startsWith("\\text");
  const letter = code === 40 ? text.charCodeAt(1) : code;
  return letter >= 65 && letter <= 74;
}
