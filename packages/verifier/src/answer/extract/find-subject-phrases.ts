import type { Fuel } from "../fuel.ts";
import { isSpaceCode } from "../lex/unicode-table.ts";
import type { Candidate } from "./candidate.ts";
import { isQuoted } from "./quotation.ts";
import { isRefutedBefore } from "./refutation.ts";

/** What may follow "is the" so that the words before it are the answer. */
const predicates: readonly string[] = [
  "answer",
  "final answer",
  "correct answer",
  "right answer",
  "correct option",
  "correct choice",
];

/** Longest answer looked for in front of the phrase. */
const maxAnswer = 200;

/** Words that join the answer to the predicate. */
const joints: readonly string[] = [" is the ", " as the "];

/**
 * Returns the number, option or formula that "x is the answer", "(B) is the correct option" and "we get x as the answer"
 * name.
 */
export function findSubjectPhrases(
  text: string,
  start: number,
  end: number,
  fuel: Fuel,
): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const joint of joints) {
    for (let at = text.indexOf(joint, start); at !== -1 && at < end; at = text.indexOf(joint, at + 1)) {
      fuel.spend(24);
      if (!endsSentence(text, at + joint.length, end)) continue;
      const from = subjectStart(text, at, start);
      if (from === -1 || isRefutedBefore(text, from, start, false) || isQuoted(text, from, start)) continue;
      const isTold = joint === " as the " ? isObtained(text, from, start) : !isConditional(text, from, start);
      if (isTold) found.push({ start: from, end: at, source: "phrase" });
    }
  }
  return found;
}

/** What an option is said to be. */
const chosen =
  /\b(?:(?:option|choice|answer|statement)s? )?(\*{0,2}\(?[A-J]\)?\*{0,2}) is (?:the )?(?:correct|right|true)(?: (?:answer|option|choice|one))?(?=[.!,;]|\*|\s*$|\n| because| since)|\b(?:i|we)(?: would|'d|'ll| will| should| must| therefore| thus| can)*(?: therefore| thus| hence)? (?:choose|chose|pick|select|go with|opt for|vote for|mark)(?: (?:option|choice|answer|letter))? (\*{0,2}\(?[A-J]\)?\*{0,2})(?=[.!,;:]|\*|\s*$|\n| because| since| as )/gi;

/**
 * Returns the option that "Option C is correct", "C is the right one" or "I would choose C" names, and the letter that
 * stands alone on the last line.
 */
export function findChosenOptions(
  text: string,
  start: number,
  end: number,
  fuel: Fuel,
): readonly Candidate[] {
  fuel.spend(1 + Math.ceil((end - start) / 4));
  const found: Candidate[] = [];
  for (const match of text.slice(start, end).matchAll(chosen)) {
    const letter = match[1] ?? match[2] ?? "";
    if (!/[A-J]/.test(letter)) continue;
    const at = start + match.index;
    const from = at + match[0].indexOf(letter, match[1] === undefined ? match[0].lastIndexOf(" ") : 0);
    fuel.spend(64);
    const isMeant =
      !isRefutedBefore(text, at, start, false) &&
      !isConditional(text, at, start) &&
      !isQuoted(text, at, start);
    if (isMeant && !/\bnot?\b|n't/.test(match[0]))
      found.push({ start: from, end: from + letter.length, source: "phrase" });
  }
  const last = /(?:^|\n)[ \t]*(\*{0,2}\(?[A-J]\)?\*{0,2})[ \t.]*\s*$/.exec(
    text.slice(Math.max(start, end - 24), end),
  );
  if (last?.[1] !== undefined && !isListed(text, Math.max(start, end - 24) + last.index)) {
    const from = Math.max(start, end - 24) + last.index + last[0].indexOf(last[1]);
    found.push({ start: from, end: from + last[1].length, source: "phrase" });
  }
  return found;
}

/** The line before is a letter as well: options are listed, not chosen. */
function isListed(text: string, at: number): boolean {
  return /(?:^|\n)[ \t]*\*{0,2}\(?[A-J][).]?\*{0,2}[ \t]*$/.test(text.slice(Math.max(0, at - 12), at));
}

/** "So we get 5 as the answer": the writer obtains it, in a clause without a condition or negation. */
function isObtained(text: string, at: number, start: number): boolean {
  const before = text.slice(Math.max(start, at - 60), at).toLowerCase();
  const clause =
    /(?:^|[.,;:\n]|\b(?:so|thus|hence|therefore|and|then|finally))\s*(?:i|we|this|that|which)\s+(?:\w+ly\s+)?(?:get|gets|obtain|have|find|conclude|gives|yields|leaves|choose|select)(?:\s+with)?\s+$/.exec(
      before,
    );
  return clause !== null && !/\b(?:if|when|suppose|unless|would|might|could|once)\b[^.]*$/.test(before);
}

/** Tells whether a predicate stands at `at` and ends its sentence or gives way to a reason. */
function endsSentence(text: string, at: number, end: number): boolean {
  for (const predicate of predicates) {
    if (!text.startsWith(predicate, at)) continue;
    let after = at + predicate.length;
    while (text[after] === "*") after++;
    if (after >= end || text[after] === "\n" || text[after] === "." || text[after] === ",") return true;
    if (text.startsWith(" because", after) || text.startsWith(" since", after)) return true;
  }
  return false;
}

/** The start of one formula, number or option that ends at `at`; -1 for anything else. */
function subjectStart(text: string, at: number, start: number): number {
  const lowest = Math.max(start, at - maxAnswer);
  for (const [open, close] of [
    ["$", "$"],
    ["\\(", "\\)"],
  ] as const) {
    if (!text.endsWith(close, at)) continue;
    const from = text.lastIndexOf(open, at - close.length - 1);
    return from >= lowest ? from : -1;
  }
  let from = at;
  while (from > lowest && !isSpaceCode(text.charCodeAt(from - 1))) from--;
  return isToken(text.slice(from, at)) ? from : -1;
}

/** A number, or an option letter with brackets or emphasis. */
function isToken(token: string): boolean {
  return /^\**\(?[A-J]\)?\**$/.test(token) || /^\**-?\$?\d[\d.,/]*%?\**$/.test(token);
}

/** "If 5 is the answer, ...", "4 or 5 is the answer". */
function isConditional(text: string, at: number, start: number): boolean {
  const before = text
    .slice(Math.max(start, at - 24), at)
    .toLowerCase()
    .trimEnd();
  return /(^|[^a-z])(if|suppose|assume|assuming|whether|unless|or|and)$/.test(before);
}
