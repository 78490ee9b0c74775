import { findRuns, type Run } from "./find-runs.ts";
import { isOperator, type Lexeme } from "./lexeme.ts";
import type { Zone } from "./split-zones.ts";
import { governingWords } from "./word-sets.ts";

/** Sides joined by relation signs, as written; `undefined` where a side cannot be told from the words around it. */
export interface Chain {
  readonly sides: readonly (readonly Lexeme[] | undefined)[];
  readonly signs: readonly string[];
  /** Everything between the signs, the first and the last with the words around them. */
  readonly parts: readonly (readonly Lexeme[])[];
  /** Words before the first sign that name what is computed; empty where there are none. */
  readonly label: string;
}

/** Returns the chains of a zone: `x = 5 and y = 2 + 1 = 3` holds two. */
export function findChains(zone: Zone): Chain[] {
  const segments = splitByRelation(zone);
  const chains: Chain[] = [];
  let sides: (readonly Lexeme[] | undefined)[] = [leftSide(segments.parts[0] ?? [], segments.signs[0])];
  let signs: string[] = [];
  let start = 0;
  let label = labelOf(segments.parts[0] ?? [], segments.parts[1]);
  segments.signs.forEach((sign, index) => {
    const part = segments.parts[index + 1] ?? [];
    const isEnd = index === segments.signs.length - 1;
    const runs = findRuns(part);
    const [only] = runs;
    signs.push(sign);
    if (!isEnd && runs.length === 1 && only?.isFirst === true && only.isLast) {
      sides.push(only.isPartial ? undefined : only.lexemes);
      return;
    }
    sides.push(rightSide(runs));
    chains.push({ sides, signs, parts: segments.parts.slice(start, index + 2), label });
    start = index + 1;
    sides = [leftSide(part, segments.signs[index + 1])];
    signs = [];
    label = labelOf(part, segments.parts[index + 2]);
  });
  return chains;
}

function splitByRelation(zone: Zone): { parts: Lexeme[][]; signs: string[] } {
  const parts: Lexeme[][] = [[]];
  const signs: string[] = [];
  let depth = 0;
  for (const lexeme of zone) {
    if (lexeme.kind === "open") depth++;
    else if (lexeme.kind === "close") depth--;
    if (lexeme.kind === "relation" && depth <= 0) {
      signs.push(lexeme.text);
      parts.push([]);
    } else parts[parts.length - 1]?.push(lexeme);
  }
  return { parts, signs };
}

function rightSide(runs: readonly Run[]): readonly Lexeme[] | undefined {
  const [first] = runs;
  return first?.isFirst === true && !first.isPartial ? first.lexemes : undefined;
}

/** Words that state what follows: in "so 12 > 17" the number is no end of a name. */
const statingWords: ReadonlySet<string> = new Set("so thus hence therefore since because clearly".split(" "));

/** The expression that ends where the sign stands, unless the words before it may belong to it. */
function leftSide(part: readonly Lexeme[], sign = ""): readonly Lexeme[] | undefined {
  const last = findRuns(part).at(-1);
  if (last === undefined || !last.isLast || last.isPartial) return undefined;
  const { before, lexemes } = last;
  if (before === undefined || (hasOperator(lexemes) && !governingWords.has(before))) return lexemes;
  return statingWords.has(before) && (sign.startsWith("<") || sign.startsWith(">")) ? lexemes : undefined;
}

function hasOperator(lexemes: readonly Lexeme[]): boolean {
  return lexemes.some(
    (lexeme, at) =>
      (lexeme.kind === "operator" && (at > 0 || lexeme.text !== "-")) ||
      lexeme.kind === "macro" ||
      lexeme.kind === "letter",
  );
}

/**
 * Words behind a sign are the end of a formula and no name: `price - discount`. A dash may also open an item of a list, unless the
 * next part subtracts as well.
 */
function labelOf(part: readonly Lexeme[], next: readonly Lexeme[] = []): string {
  const words: string[] = [];
  for (let at = part.length - 1; at >= 0; at--) {
    const lexeme = part[at] as Lexeme;
    if (lexeme.kind === "operator" && (lexeme.text !== "-" || next.some((other) => isOperator(other, "-"))))
      return "";
    if (lexeme.kind !== "word" && lexeme.kind !== "text" && lexeme.kind !== "letter") break;
    words.unshift(lexeme.text.toLowerCase());
  }
  return words.join(" ");
}
