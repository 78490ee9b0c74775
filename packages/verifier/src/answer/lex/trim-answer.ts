import type { Fuel } from "../fuel.ts";
import { endTokens, innerTokens } from "./end-tokens.ts";

import { normalizeAnswer } from "./normalize-answer.ts";
import { isLetterCode } from "./plain-words.ts";
import { rewriteUnits } from "./rewrite-units.ts";
import { isSpaceCode } from "./unicode-table.ts";
import { unwrapAlignment } from "./unwrap-alignment.ts";

const pairs: readonly (readonly [string, string])[] = [
  ["**", "**"],
  ["__", "__"],
  ["`", "`"],
  ['"', '"'],
  ["“", "”"],
  ["$", "$"],
  ["\\(", "\\)"],
  ["\\[", "\\]"],
  ["*", "*"],
];

const endMarks: readonly string[] = [
  "✅",
  "✔",
  "✓",
  "🎉",
  "∎",
  "$\\blacksquare$",
  "\\(\\blacksquare\\)",
  "$\\square$",
  "\\(\\square\\)",
  "■",
  "□",
  "</answer>",
];

/** What comes off at the end, by the code of its last character. */
const tokensByEnd = new Map<number, string[]>();
for (const token of [...endMarks, ...endTokens, ...innerTokens]) {
  const code = token.charCodeAt(token.length - 1);
  const known = tokensByEnd.get(code);
  if (known === undefined) tokensByEnd.set(code, [token]);
  else known.push(token);
}

/**
 * Returns the answer without what surrounds it: spaces, Markdown emphasis, quotes, math delimiters, end-of-text
 * tokens and closing punctuation; in the characters that the tokenizer knows.
 */
export function trimAnswer(source: string, fuel: Fuel): string {
  fuel.spend(Math.ceil(source.length / 4));
  let text = trimSpaces(normalizeAnswer(source, fuel));
  for (;;) {
    const next = peel(text);
    if (next === text) return rewriteUnits(text);
    fuel.spend(2 + Math.ceil(text.length / 16));
    text = trimSpaces(next);
  }
}

const boxes: readonly string[] = ["\\boxed{", "\\fbox{"];

function peel(text: string): string {
  if (text.length < 2) return text;
  const end = text.charCodeAt(text.length - 1);
  if (end === 125 && text.startsWith("\\begin{")) {
    const lines = unwrapAlignment(text);
    if (lines !== undefined) return lines;
  }
  const first = text.charCodeAt(0);
  if (first === 61 || first === 92) {
    const rest = peelCommand(text);
    if (rest !== undefined) return rest;
  }
  if (isLetterCode(end) && endsInMark(text)) {
    const bare = text.replace(closingMark, "");
    if (bare !== text) return bare;
  }
  if (end === 125) for (const box of boxes) if (isBoxed(text, box)) return text.slice(box.length, -1);
  if (end === 92 || isStrayBracket(text, end)) return text.slice(0, -1);
  if (!isPeelable(end) && !isEmphasis(text.charCodeAt(0))) return text;
  for (const [open, close] of pairs)
    if (isWrapped(text, open, close)) return text.slice(open.length, -close.length);
  const tokens = tokensByEnd.get(end);
  if (tokens !== undefined)
    for (const token of tokens) if (text.endsWith(token)) return text.slice(0, -token.length);
  const bare = peelEmphasis(text);
  if (bare !== text) return bare;
  const last = text[text.length - 1];
  if (last === "." || last === "," || last === ";" || last === ":" || last === "。" || last === "！")
    return text.endsWith("..") ? text : text.slice(0, text[text.length - 2] === "\\" ? -2 : -1);
  return text;
}

/** A mark that ends a proof or check, behind a value. */
const closingMark =
  /(?<=\S)(?:\s|\\[,;: ]|\\q?quad\b)*\\(?:checkmark|blacksquare|square|qed|Box|quad|qquad)$/;
const closingMarks: ReadonlySet<string> = new Set(
  "checkmark blacksquare square qed Box quad qquad".split(" "),
);

/** Tells quickly that no such mark ends the text. */
function endsInMark(text: string): boolean {
  const at = text.lastIndexOf("\\");
  return at > 0 && closingMarks.has(text.slice(at + 1));
}

/** A sign of conclusion, or a space, in front of a value. */
const openingSign =
  /^(?:=(?![=>])|\\(?:therefore|Rightarrow|implies|Longrightarrow|rightarrow|Leftrightarrow|iff|displaystyle|textstyle|q?quad)(?![A-Za-z])|\\[,;:!])\s*/;

/** A number in text with the point of its sentence. */
const pointInText = /^(\\(?:text|mathrm|mbox)\{\s*[-−]?\d[\d.,/]*?)\.\}$/;

/** What stands behind an opening sign; undefined where the text has none. */
function peelCommand(text: string): string | undefined {
  const rest = text.replace(openingSign, "");
  if (rest !== text && rest !== "") return rest;
  if (text.endsWith(".}")) {
    const bare = text.replace(pointInText, "$1}");
    if (bare !== text) return bare;
  }
  if (text === "\\nexists" || text === "\\not\\exists") return "\\text{does not exist}";
  return undefined;
}

/** The bracket of a remark or command around the answer that ended here: `\sqrt{2}.]`, `5}`. */
function isStrayBracket(text: string, end: number): boolean {
  if (end === 125) return !text.includes("{") && !text.endsWith("\\}");
  if ((end !== 93 && end !== 41) || text.charCodeAt(text.length - 2) !== 46) return false;
  return !text.includes("(") && !text.includes("[");
}

/** Emphasis around a part of the answer, or one half of it: `**5** apples`, `5**`. */
function peelEmphasis(text: string): string {
  for (const mark of ["**", "__", "`"]) {
    if (text.startsWith(mark)) {
      const close = text.indexOf(mark, mark.length);
      return close === -1
        ? text.slice(mark.length)
        : text.slice(mark.length, close) + text.slice(close + mark.length);
    }
    if (text.endsWith(mark) && text[text.length - mark.length - 1] !== "\\") {
      const open = text.lastIndexOf(mark, text.length - mark.length - 1);
      // Between two marks stands emphasis; a lone one is the end of emphasis that began before the answer.
      return open === -1
        ? text.slice(0, -mark.length)
        : text.slice(0, open) + text.slice(open + mark.length, -mark.length);
    }
  }
  return text;
}

function isWrapped(text: string, open: string, close: string): boolean {
  if (text.length < open.length + close.length || !text.startsWith(open) || !text.endsWith(close))
    return false;
  if (open === "*" && text.startsWith("**")) return false;
  const inner = text.indexOf(open, open.length);
  if (open === close) return inner === text.length - close.length && text[inner - 1] !== "\\";
  return inner === -1;
}

/** Tells whether something that comes off may end in this character: a delimiter, a token or punctuation. */
function isPeelable(code: number): boolean {
  return code > 127 || isEmphasis(code) || ' "$)]>.,;:'.includes(String.fromCharCode(code));
}

/** * _ and backticks. */
function isEmphasis(code: number): boolean {
  return code === 42 || code === 95 || code === 96;
}

/** Tells whether the brace that the box opens closes at the very end. */
function isBoxed(text: string, box: string): boolean {
  if (!text.startsWith(box) || !text.endsWith("}")) return false;
  let depth = 1;
  for (let at = box.length; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 123) depth++;
    else if (code === 125 && --depth === 0) return at === text.length - 1;
  }
  return false;
}

function trimSpaces(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpaceCode(text.charCodeAt(start))) start++;
  while (end > start && isSpaceCode(text.charCodeAt(end - 1))) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}
