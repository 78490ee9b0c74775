import { failSize, failSyntax } from "../unreadable.ts";
import type { Expr } from "./expr.ts";
import { parseAtom, parseGroup } from "./parse-atom.ts";
import type { ParseState } from "./parse-state.ts";

/** Most postfix marks on one atom: they nest like brackets. */
const maxPostfixMarks = 40;

/** Reads an atom with its postfix marks: powers, factorials, percent and degree signs, bases. */
export function parsePower(state: ParseState): Expr {
  state.enter();
  let base = parseAtom(state, parsePower);
  for (let marks = 0; ; marks++) {
    if (marks > maxPostfixMarks) failSize();
    if (state.isPunct("^")) base = parseExponent(state, base);
    else if (state.accept("!")) base = { kind: "call", name: "factorial", args: [base] };
    else if (state.accept("%")) base = { kind: "percent", operand: base };
    else if (state.accept("deg")) base = { kind: "degrees", operand: base };
    else if (state.isPunct("_")) base = parseBase(state, base);
    else break;
  }
  state.leave();
  return base;
}

function parseExponent(state: ParseState, base: Expr): Expr {
  state.next();
  if (state.accept("deg")) return { kind: "degrees", operand: base };
  if (state.isPunct("{") && state.isPunct("deg", 1) && state.isPunct("}", 2)) {
    state.next();
    state.next();
    state.next();
    return { kind: "degrees", operand: base };
  }
  if (isOrdinalSuffix(state)) return base;
  if (state.isPunct("'")) return failSyntax();
  return { kind: "power", left: base, right: parseExponentValue(state) };
}

/** Moves past the suffix of `12^{th}`. */
function isOrdinalSuffix(state: ParseState): boolean {
  const isBraced = state.isPunct("{");
  const token = state.peek(isBraced ? 1 : 0);
  const isSuffix = (token.type === "word" || token.type === "text") && /^(st|nd|rd|th)$/.test(token.text);
  if (!isSuffix || (isBraced && !state.isPunct("}", 2))) return false;
  for (let count = isBraced ? 3 : 1; count > 0; count--) state.next();
  return true;
}

function parseExponentValue(state: ParseState): Expr {
  if (state.isPunct("{")) return withTower(state, parseGroup(state));
  if (state.accept("-")) return { kind: "negate", operand: parseExponentValue(state) };
  state.accept("+");
  return withTower(state, parseAtom(state, parsePower));
}

/** Powers associate to the right: a^b^c is a^(b^c). */
function withTower(state: ParseState, base: Expr): Expr {
  if (!state.isPunct("^")) return base;
  state.enter();
  const exponent = parseExponent(state, base);
  state.leave();
  return exponent;
}

/** Reads the base of a numeral such as 1011_2 or 2A_{16}. */
function parseBase(state: ParseState, numeral: Expr): Expr {
  state.next();
  const isBraced = state.accept("{");
  const token = state.next();
  if (isBraced) state.expect("}");
  const base = token.type === "number" && token.isInteger === true ? Number(token.text) : Number.NaN;
  if (numeral.kind !== "number" || numeral.value.d !== 1n || !(base >= 2 && base <= 36)) return failSyntax();
  const digits = numeral.value.n.toString();
  for (const digit of digits) if (Number(digit) >= base) return failSyntax();
  return { kind: "based", digits, base };
}
