import { isSpaceCode } from "../lex/unicode-table.ts";
import type { Candidate } from "./candidate.ts";

/** Longest text between two boxes that belong together. */
const maxGap = 48;

/** What may stand between two boxes of one answer, longer spellings first. */
const separators: readonly string[] = [
  "\\text{ and }",
  "\\text{ or }",
  "\\text{and}",
  "\\text{or}",
  "\\qquad",
  "\\quad",
  "and",
  "und",
  "oder",
  "or",
  "et",
  "ou",
  "\\(",
  "\\)",
  "\\[",
  "\\]",
  "\\,",
  "\\;",
  "\\&",
  "+",
  "|",
  "/",
  "~",
  "#",
  "$",
  "*",
  ",",
  ";",
  "&",
  "，",
  "；",
  "、",
  "和",
  "或",
];

/**
 * Joins boxes with nothing between them but a separator, "and" or "or" (`\boxed{2} and \boxed{3}`,
 * `x=\boxed{2}, y=\boxed{3}`) into one candidate that lists them: a run of boxes is one answer in several parts, and no
 * choice for the grader to pick from. Boxes that repeat the same text are one box.
 */
export function joinBoxes(text: string, boxes: readonly Candidate[]): readonly Candidate[] {
  if (boxes.length < 2) return boxes;
  const joined: Candidate[] = [];
  let run: Candidate[] = [];
  for (const box of boxes) {
    const last = run[run.length - 1];
    if (last !== undefined && !isSeparated(text, last.end, box.start)) {
      joined.push(...joinRun(text, run));
      run = [];
    }
    run.push(box);
  }
  joined.push(...joinRun(text, run));
  return joined;
}

function joinRun(text: string, run: readonly Candidate[]): readonly Candidate[] {
  const [first] = run;
  const last = run[run.length - 1];
  if (first === undefined || last === undefined || run.length === 1) return run;
  const parts = run.map((box) => (box.text ?? text.slice(box.start, box.end)).trim());
  if (parts.every((part) => part === parts[0])) return [last];
  const joiner = hasAlternative(text.slice(run[0]?.end, run[1]?.start)) ? " or " : "; ";
  return [{ start: first.start, end: last.end, source: "box", text: parts.join(joiner) }];
}

function hasAlternative(gap: string): boolean {
  return /\b(or|oder|ou)\b|或/.test(gap);
}

/** Tells whether the text between two boxes, the command of the second included, only separates them. */
function isSeparated(text: string, from: number, to: number): boolean {
  if (to - from > maxGap) return false;
  let at = text[from] === "}" ? from + 1 : from;
  while (at < to) {
    const next = skipSeparator(text, at);
    if (next === at) break;
    at = next;
  }
  at = skipAssignment(text, at);
  while (text[at] === "\\") at++;
  return startsBox(text, at) || isCoordinated(text.slice(from, to));
}

function startsBox(text: string, at: number): boolean {
  return ["boxed", "fbox", "framebox", "\boxed"].some((name) => text.startsWith(name, at));
}

/** Words that tell one of the boxes from the other instead of adding it. */
const contrasts: ReadonlySet<string> = new Set(
  "not wrong incorrect then so but is was check finally".split(" "),
);

/** Most words between two boxes that one "and" joins. */
const maxWords = 6;

/** `\boxed{1} papers and \boxed{2} bins`: a few words that end in "and" or "or", within a sentence. */
function isCoordinated(gap: string): boolean {
  if (/[.:;=\n]/.test(gap)) return false;
  const words = gap
    .replace(/\\[a-z]*|[${}()]/g, " ")
    .trim()
    .split(/\s+/);
  const last = words[words.length - 1];
  if ((last !== "and" && last !== "or") || words.length > maxWords) return false;
  return !words.some((word) => contrasts.has(word.toLowerCase()));
}

function skipSeparator(text: string, at: number): number {
  if (text.charCodeAt(at) === 10) return skipBullet(text, at + 1);
  if (isSpaceCode(text.charCodeAt(at))) return at + 1;
  for (const separator of separators) if (text.startsWith(separator, at)) return at + separator.length;
  return isSpaceCode(text.charCodeAt(at - 1)) ? skipPartLabel(text, at) : at;
}

/** Moves past the `(b)` of `(a) \boxed{2} (b) \boxed{3}`. */
function skipPartLabel(text: string, at: number): number {
  const label = /^(?:[Pp]art )?\(?(?:[b-h]|ii|iii|iv|[2-9])\)[:.]?(?=[\s$\\])/.exec(text.slice(at, at + 12));
  return label === null ? at : at + label[0].length;
}

/** Moves past `- `, `2. ` and `(b) ` at the start of a line. */
function skipBullet(text: string, at: number): number {
  const bullet = /^\s{0,4}(?:[-*] |\d\. |\(?[a-z0-9]\) )/.exec(text.slice(at, at + 9));
  return bullet === null ? at : at + bullet[0].length;
}

/** Moves past `x =` and `x_1 =`. */
function skipAssignment(text: string, at: number): number {
  const sign = text.slice(at, at + 10).indexOf("=");
  if (sign < 1 || !isName(text.slice(at, at + sign).trim())) return at;
  let after = at + sign + 1;
  while (isSpaceCode(text.charCodeAt(after))) after++;
  return after;
}

/** A letter, with a subscript or without. */
function isName(name: string): boolean {
  return /^[A-Za-z](_\w|_\{\w{1,2}\})?$/.test(name);
}
