import { readNumberWord } from "../value/number-word.ts";

/** Longest answer in which a restatement is looked for. */
const maxChars = 120;

/**
 * Splits an answer that is given twice: `5 (five)`, `0.5 (or 50\%)`, `1/2 (i.e. 0.5)`, `0.5 (= 50\%)`. Undefined where
 * nothing says that the bracket repeats the value.
 */
export function splitRestatement(text: string): readonly [string, string] | undefined {
  if (!text.endsWith(")") || text.length > maxChars) return undefined;
  const open = text.lastIndexOf("(");
  const first = text.slice(0, open).trim();
  const inner = text.slice(open + 1, -1).trim();
  if (open < 1 || first === "" || first.includes("(") || inner.includes(",")) return undefined;
  const told = /^(?:or|i\.e\.,?|that is,?|equivalently,?|=)\s*(?=[\d$.\\−-])/.exec(inner);
  if (told !== null) return [first, inner.slice(told[0].length)];
  return readNumberWord(inner) === undefined ? undefined : [first, inner];
}
