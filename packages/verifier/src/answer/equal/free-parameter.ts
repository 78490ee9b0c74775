import { namesIn } from "../value/map-exprs.ts";
import type { Value } from "../value/value.ts";
import { indexLetters } from "./name-range.ts";

/** Letters of the parameters of lines, planes and curves. */
const parameterLetters: ReadonlySet<string> = new Set([
  ...indexLetters,
  ..."tsruv",
  "lambda",
  "mu",
  "tau",
  "alpha",
  "beta",
]);

/**
 * Tells whether an undeclared name is a parameter by where it stands: the entries of a point or vector have no other
 * names, `(1 + 4t, 2 + 5t)`, or a letter is given its values by an index, `n = 2^k`.
 */
export function isFreeParameter(name: string, value: Value): boolean {
  if (value.kind === "labelled" && value.expr === undefined && value.parameters.length === 0) {
    const isIndexed =
      value.value.kind === "scalar" && indexLetters.has(name) && namesIn(value.value).size === 1;
    return isIndexed ? !value.label.includes("_") : isFreeParameter(name, value.value);
  }
  if (!parameterLetters.has(name)) return false;
  const isPoint =
    value.kind === "matrix" ||
    (value.kind === "bracket" && value.items.length > 1) ||
    (value.kind === "list" &&
      value.items.length > 1 &&
      value.items.every((item) => item.kind === "labelled"));
  return isPoint && [...namesIn(value)].every((other) => parameterLetters.has(other));
}
