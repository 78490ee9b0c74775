import { failSyntax } from "../unreadable.ts";
import type { Expr } from "./expr.ts";
import type { ParseState } from "./parse-state.ts";
import { readMarks } from "./read-marks.ts";

/** Reads `\angle ABC` or `\triangle ABC` as one name. */
export function parseFigure(state: ParseState): Expr {
  let name = state.next().text === "angle" ? "∠" : "△";
  const isBraced = state.accept("{");
  while (state.isType("letter") || state.isType("word") || state.isType("text")) name += state.next().text;
  while (state.accept("_")) {
    const isSubscriptBraced = state.accept("{");
    name += `_${state.next().text}`;
    if (isSubscriptBraced) state.expect("}");
    while (state.isType("letter")) name += state.next().text;
  }
  if (isBraced) state.expect("}");
  return name.length > 1 ? { kind: "symbol", name } : failSyntax();
}

/** Reads `\hat{p}`, `\bar{x}_0`, `\overline{AB}` as one name. A bar is a short overline. */
export function parseAccent(state: ParseState): Expr {
  const accent = state.next().text;
  let name = `${accent === "overline" ? "bar" : accent} `;
  const isBraced = state.accept("{");
  do {
    const token = state.next();
    if (token.type !== "letter" && token.type !== "word" && token.type !== "number") return failSyntax();
    name += token.text;
  } while (isBraced && !state.accept("}"));
  return { kind: "symbol", name: readMarks(state, name) };
}
