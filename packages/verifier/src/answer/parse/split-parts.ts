/** A part of an answer in parts: `2` of `(a) 2 (b) 3`. */
export interface AnswerPart {
  /** `(a)` */
  readonly label: string;
  readonly text: string;
}

/** How parts are numbered: `(a)`, `(i)`, `(1)`. */
const numberings: readonly (readonly string[])[] = [
  "abcdefghij".split(""),
  "i ii iii iv v vi vii viii ix x".split(" "),
  "1 2 3 4 5 6 7 8 9".split(" "),
];

/**
 * Splits `(a) 2 (b) 3`, `a) 2, b) 3` and `(i) 2; (ii) 3` into their parts, labels in brackets whatever the spelling.
 * Undefined where the text does not start with the first label or has no second one.
 */
export function splitParts(text: string): readonly AnswerPart[] | undefined {
  const open = text.startsWith("(") ? "(" : "";
  const numbering = numberings.find(([first]) => startsLabel(text, 0, `${open}${first})`));
  if (numbering === undefined) return undefined;
  const parts: AnswerPart[] = [];
  let at = 0;
  for (const [index, name] of numbering.entries()) {
    const from = at + open.length + name.length + 1;
    const following = numbering[index + 1];
    const next = following === undefined ? -1 : findLabel(text, from, `${open}${following})`);
    const part = trimSeparators(text.slice(from, next === -1 ? text.length : next));
    if (part === "") return undefined;
    parts.push({ label: `(${name})`, text: part });
    if (next === -1) break;
    at = next;
  }
  return parts.length > 1 ? parts : undefined;
}

const labelInText = /\\text\{([\s;,]{0,4}(?:and )?\(?(?:[a-j]|[ivx]{1,4}|\d)\)[:.]?)\s*\}/g;

/** Returns the text with the labels that stand in `\text{...}` as they are: `\text{(a) } 9 \text{; (b) } 2`. */
export function showPartLabels(text: string): string {
  return text.replace(labelInText, "$1 ").replace(/\\q?quad(?![A-Za-z])/g, " ");
}

function findLabel(text: string, from: number, label: string): number {
  for (let at = text.indexOf(label, from); at !== -1; at = text.indexOf(label, at + 1))
    if (/[\s,;}$]/.test(text[at - 1] ?? " ") && startsLabel(text, at, label)) return at;
  return -1;
}

/** Tells whether the label stands at `at` with its value behind it, apart: `(a)b` is a product. */
function startsLabel(text: string, at: number, label: string): boolean {
  return text.startsWith(label, at) && /[\s:$\\]/.test(text[at + label.length] ?? "a");
}

function trimSeparators(text: string): string {
  return text
    .trim()
    .replace(/^[:.]\s*/, "")
    .replace(/[\s,;.]+(?:and)?$/, "");
}
