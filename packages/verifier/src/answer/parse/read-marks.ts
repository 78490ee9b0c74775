import { failSyntax } from "../unreadable.ts";
import type { ParseState } from "./parse-state.ts";

/** Subscripts of plain text that are whole words: `v_max`. */
const subscriptWords: ReadonlySet<string> = new Set("max min avg net tot total eff in out".split(" "));

/** Returns the name with the subscripts and primes that follow it, in whatever order they are written: `x'_1` is `x_1'`. */
export function readMarks(state: ParseState, name: string): string {
  let subscript = "";
  let primes = "";
  for (;;) {
    if (state.isPunct("_") && subscript === "") {
      state.next();
      subscript = `_${readSubscript(state)}`;
    } else if (state.accept("'")) primes += "'";
    else if (isPrimeExponent(state)) primes += readPrimeExponent(state);
    else return `${name}${subscript}${primes}`;
  }
}

/** Reads what stands behind an underscore: one letter or number, or a group in braces, in plain text in brackets. */
export function readSubscript(state: ParseState): string {
  const close = state.accept("{") ? "}" : state.accept("(") ? ")" : undefined;
  if (close === undefined) return readBareSubscript(state);
  let name = "";
  while (!state.isPunct(close)) {
    const token = state.next();
    if (token.type === "end" || token.type === "unknown" || token.text === "{" || token.text === "(")
      failSyntax();
    name += token.text;
  }
  state.next();
  return name;
}

/** As in LaTeX, only the first letter of a run belongs to the subscript: `a_nb_n` is `a_n b_n`. */
function readBareSubscript(state: ParseState): string {
  if (state.isType("word") && !subscriptWords.has(state.peek().text)) state.openRun();
  const token = state.next();
  return token.type === "number" || token.type === "letter" || token.type === "word"
    ? token.text
    : failSyntax();
}

/** `^\prime` and `^{\prime\prime}`. */
function isPrimeExponent(state: ParseState): boolean {
  if (!state.isPunct("^")) return false;
  return state.isPunct("'", 1) || (state.isPunct("{", 1) && state.isPunct("'", 2));
}

function readPrimeExponent(state: ParseState): string {
  state.next();
  const isBraced = state.accept("{");
  let primes = "";
  while (state.accept("'")) primes += "'";
  if (isBraced) state.expect("}");
  return primes;
}
