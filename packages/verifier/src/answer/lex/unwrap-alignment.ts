/** Environments that only set formulas on lines. An array is a matrix, unless its one column is of lines. */
const opening =
  /^\\begin\{(aligned|align\*?|alignedat|split|gathered|gather\*?|equation\*?|eqnarray\*?|multline\*?)\}|^\\begin\{(array)\}\{(?:l|rl|rcl|ll)\}/;

/** A line that goes on from the line before: it starts with a relation, or with an operation and holds no relation. */
const continuation =
  /^\s*&?\s*(?:=|<|>|\\(?:approx|leq?|geq?|lt|gt|ne|neq|equiv)\b|(?:[+-]|\\(?:cdot|times)\b)(?!.*[=<>]))/;

/**
 * Returns the formulas of `\begin{aligned} ... \end{aligned}` without the environment: lines that go on with a sign are
 * joined, others are separate. Undefined where the text is no such environment as a whole.
 */
export function unwrapAlignment(text: string): string | undefined {
  const found = opening.exec(text);
  const name = found?.[1] ?? found?.[2];
  if (found === null || name === undefined) return undefined;
  const close = `\\end{${name}}`;
  if (text.indexOf(close) !== text.length - close.length) return undefined;
  const lines = text.slice(found[0].length, -close.length).split("\\\\");
  let joined = "";
  for (const line of lines) {
    const isBlank = line.trim() === "";
    if (!isBlank && joined !== "") joined += continuation.test(line) ? " " : ", ";
    joined += isBlank ? "" : line.replaceAll(/(?<!\\)&/g, " ").trim();
  }
  return joined;
}
