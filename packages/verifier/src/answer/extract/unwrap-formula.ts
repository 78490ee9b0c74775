import type { Candidate } from "./candidate.ts";

/** Longest part of a formula on either side of the box. */
const maxSide = 48;

/** The end of what makes a box a factor, divisor, root, power or the operand of a sign. */
const operatorBefore =
  /(?:\\cdot|\\times|[\w})] ?\* ?|[\d})]\s*\/|\\sqrt(?:\[\d\])?\{|\\[dt]?frac\{|\\[dt]?frac\{[^{}]*\}\{|\^\{?|=\s*[-−])\s*$|(?:^|[=$+\s-])\d+$|(?:^|[=$(\s]|\\[([])[-−]$/;
/** The same on its right; a degree sign is no power. */
const operatorAfter =
  /^(?:[xyzni](?![A-Za-z])|\s*(?:\^(?!\s*\{?\s*\\circ)|\\(?:cdot|times|sqrt|[dt]?frac|pi|pm)\b|\/\s*[\d\\{(]|\*\s*\d))/;
/** Where the side of a formula ends: a delimiter, a relation, a separator, words or a line. */
const boundary = /\$|\\[()[\]]|=|\\(?:approx|leq?|geq?|quad|text)\b|[<>&,;:\n]|\.(?!\d)/g;

/**
 * Returns the box with the rest of its side of the formula where the formula goes on computing with it: `-\boxed{5}` is
 * -5, `\boxed{25}\pi` is 25π, `\sqrt{\boxed{5}}` is √5. A blank filled in (`2 \cdot \boxed{3} = 6`) stays as it is. `open`
 * and `close` are the offsets of the box itself.
 */
export function withFormula(text: string, box: Candidate, open: number, close: number): Candidate {
  const after = text.slice(close, close + maxSide);
  const before = text.slice(Math.max(0, open - maxSide), open);
  const content = text.slice(box.start, box.end).trim();
  if (content === "" || !(operatorAfter.test(after) || operatorBefore.test(before))) return box;
  const ends = [...before.matchAll(boundary)];
  const last = ends[ends.length - 1];
  const left = last === undefined ? before : before.slice(last.index + last[0].length);
  const [stop] = after.matchAll(boundary);
  if (stop?.[0] === "=") return box;
  const right = after.slice(0, stop?.index);
  return { ...box, text: `${left.trim()} ${content} ${right.trim()}`.trim() };
}
