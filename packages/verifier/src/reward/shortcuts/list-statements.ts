/** A place where the response offers an answer. */
export interface AnswerStatement {
  readonly kind: "box" | "phrase";
  readonly start: number;
  readonly end: number;
  /** What is offered, without markup; equal answers spelt alike are equal here. */
  readonly value: string;
}

/** Most markers of each kind that are looked at; later ones are ignored. */
const maxMarkers = 1000;

/** Longest value that is read. */
const maxValueChars = 120;

const markers = ["\\boxed", "\\fbox", "nswer", "NSWER", "####", "答案"] as const;

const separators = [
  " is",
  " are",
  " would be",
  " should be",
  " must be",
  " could be",
  " might be",
  " =",
  ":",
  "：",
  "是",
  "为",
  "=",
];

/** Boxes and phrases that offer an answer, in order. Linear in the text. */
export function listStatements(text: string): AnswerStatement[] {
  const found: AnswerStatement[] = [];
  for (const marker of markers) {
    let at = text.indexOf(marker);
    for (let seen = 0; at >= 0 && seen < maxMarkers; seen++) {
      const after = at + marker.length;
      const statement = marker.startsWith("\\")
        ? readBox(text, at, after)
        : readPhrase(text, at, after, marker);
      if (statement !== undefined) found.push(statement);
      at = text.indexOf(marker, after);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function readBox(text: string, start: number, after: number): AnswerStatement | undefined {
  let open = after;
  while (text.charCodeAt(open) === 32) open++;
  if (text[open] !== "{") return undefined;
  let depth = 0;
  const limit = Math.min(text.length, open + 2 * maxValueChars);
  for (let index = open; index < limit; index++) {
    if (text[index] === "{") depth++;
    if (text[index] === "}" && --depth === 0) {
      return { kind: "box", start, end: index + 1, value: normalize(text.slice(open + 1, index)) };
    }
  }
  return { kind: "box", start, end: limit, value: normalize(text.slice(open + 1, limit)) };
}

function readPhrase(text: string, start: number, after: number, marker: string): AnswerStatement | undefined {
  const from = marker === "####" ? after : skipSeparator(text, after);
  if (from === undefined) return undefined;
  let end = from;
  const limit = Math.min(text.length, from + maxValueChars);
  while (end < limit && !isEnd(text, end)) end++;
  const piece = text.slice(from, end);
  if (piece.includes("\\boxed") || piece.includes("\\fbox")) return undefined;
  const value = normalize(piece);
  const isShort = value.length > 0 && value.length <= 24;
  return isShort || hasDigit(value) ? { kind: "phrase", start, end, value: value.slice(0, 40) } : undefined;
}

/** Behind "answer" there may be one markup and one separator: `Answer:** 5`, `answer": "5"`, `answer is 5`. */
function skipSeparator(text: string, after: number): number | undefined {
  let at = after;
  while (text[at] === "*" || text[at] === '"') at++;
  const separator = separators.find((known) => text.startsWith(known, at));
  if (separator === undefined) return undefined;
  at += separator.length;
  while (at < text.length && ' *":：='.includes(text[at]!)) at++;
  return at;
}

function isEnd(text: string, at: number): boolean {
  const char = text[at]!;
  if (char === "\n" || char === "。" || char === "}" || char === "<") return true;
  return (char === "." || char === ",") && !isDigit(text.charCodeAt(at + 1));
}

function normalize(piece: string): string {
  let out = "";
  for (const char of piece) {
    if (!" \t\r\n$*\\(){}[]\"'`,!~：:。".includes(char)) out += char;
  }
  return out.endsWith(".") ? out.slice(0, -1).toLowerCase() : out.toLowerCase();
}

function hasDigit(value: string): boolean {
  for (let index = 0; index < value.length; index++) if (isDigit(value.charCodeAt(index))) return true;
  return false;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
