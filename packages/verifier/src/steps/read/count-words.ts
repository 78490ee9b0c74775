import { vulgarFractions } from "./symbol-tables.ts";

/** How a number is meant: a count of things, money, a percentage, or a multiple of something else. */
export type CountKind = "count" | "money" | "percent" | "multiple";

/** A word of running text, or a number in it. */
export type CountWord =
  | { readonly kind: "word"; readonly text: string; readonly isContent: boolean }
  | {
      readonly kind: "number";
      readonly sort: CountKind;
      readonly value: number;
      /** Offsets in the text (UTF-16). */
      readonly start: number;
      readonly end: number;
    }
  /** The end of a sentence or clause, or a sign of a formula. */
  | { readonly kind: "break"; readonly isFormula: boolean };

const pieces =
  /[½¼¾⅓⅔⅕⅛]|\$?\d{1,3}(?:,\d{3})+(?:\.\d+)?%?|\$?\d+(?:\.\d+)?(?:\/\d+)?%?|[A-Za-z]+(?:-[A-Za-z]+)*(?:['’][a-z]+)?|[.;:?!\n]|[-+*/=×÷<>^\\{}[\]()_|]/g;

const smallNumbers = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
  "eighteen nineteen"
).split(" ");
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const numberWords: ReadonlyMap<string, number> = new Map([
  // "one" is as often no number: "one of them", "this one".
  ...smallNumbers.slice(2).map((word, at): [string, number] => [word, at + 2]),
  ...tens.flatMap((ten, at) => [
    [ten, 10 * (at + 2)] as [string, number],
    ...smallNumbers
      .slice(1, 10)
      .map((word, unit): [string, number] => [`${ten}-${word}`, 10 * (at + 2) + unit + 1]),
  ]),
]);
const multiples: ReadonlyMap<string, number> = new Map([
  ["half", 1 / 2],
  ["quarter", 1 / 4],
  ["twice", 2],
  ["double", 2],
  ["triple", 3],
  ["thrice", 3],
  ["quadruple", 4],
  ["one-half", 1 / 2],
  ["one-third", 1 / 3],
  ["two-thirds", 2 / 3],
  ["one-fourth", 1 / 4],
  ["one-quarter", 1 / 4],
  ["three-fourths", 3 / 4],
  ["three-quarters", 3 / 4],
  ["one-fifth", 1 / 5],
]);
/** Words without a say in what a sentence is about. */
const fillers: ReadonlySet<string> = new Set(["a", "an", "the", "of"]);
const functionWords: ReadonlySet<string> = new Set(
  (
    "he she it they we you his her its their him them is are was were be been has have had do does did and or but so " +
    "that this these those which who what when as if in on at to for from by with per each every there then than more " +
    "less fewer will would can could only also all both time not i"
  ).split(" "),
);

/** Splits text into words and numbers: `three times`, `twice` and `half` are multiples, fillers are left out. */
export function readCountWords(text: string): CountWord[] {
  const out: CountWord[] = [];
  for (const match of text.matchAll(pieces)) {
    const [piece] = match;
    const place = { start: match.index, end: match.index + piece.length };
    const vulgar = vulgarFractions.get(piece);
    if (vulgar !== undefined) out.push({ kind: "number", ...readDigits(vulgar), ...place });
    else if (/[\d]/.test(piece)) out.push({ kind: "number", ...readDigits(piece), ...place });
    else if (/^[A-Za-z]/.test(piece)) pushWord(out, piece.toLowerCase(), place);
    else out.push({ kind: "break", isFormula: !/[.;:?!\n]/.test(piece) });
  }
  return out;
}

function pushWord(
  out: CountWord[],
  word: string,
  place: { readonly start: number; readonly end: number },
): void {
  const before = out.at(-1);
  const multiple = multiples.get(word);
  const number = numberWords.get(word);
  if (word === "times" && before?.kind === "number" && before.sort === "count")
    out[out.length - 1] = { ...before, sort: "multiple", end: place.end };
  else if (multiple !== undefined) out.push({ kind: "number", sort: "multiple", value: multiple, ...place });
  else if (number !== undefined) out.push({ kind: "number", sort: "count", value: number, ...place });
  else if (!fillers.has(word)) {
    const text = stemOf(word);
    out.push({ kind: "word", text, isContent: !functionWords.has(text) && text.length > 1 });
  }
}

/** A word without the ending of a plural or a possessive. */
export function stemOf(word: string): string {
  return word.length > 3 ? word.replace(/(?:['’]s|s['’]|s)$/, "") : word;
}

function readDigits(piece: string): { readonly sort: CountKind; readonly value: number } {
  const plain = piece.replace(/[$,%]/g, "");
  const [top = "0", bottom] = plain.split("/");
  const value = bottom === undefined ? Number(top) : Number(top) / Number(bottom);
  if (piece.startsWith("$")) return { sort: "money", value };
  if (piece.endsWith("%")) return { sort: "percent", value };
  return { sort: bottom === undefined ? "count" : "multiple", value };
}
