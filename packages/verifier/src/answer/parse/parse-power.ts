import type { Token } from "../lex/token.ts";
import { failSize, failSyntax } from "../unreadable.ts";
import { type Expr, integerExpr } from "./expr.ts";
import { parseAtom, parseGroup } from "./parse-atom.ts";
import type { ParseState } from "./parse-state.ts";
import { readMarks } from "./read-marks.ts";

/** Most postfix marks on one atom: they nest like brackets. */
const maxPostfixMarks = 40;

/** Reads an atom with its postfix marks: powers, factorials, percent and degree signs, bases. */
export function parsePower(state: ParseState): Expr {
  state.enter();
  let base = parseAtom(state, parsePower);
  for (let marks = 0; ; marks++) {
    if (!mayBeMark(state.peek())) break;
    if (marks > maxPostfixMarks) failSize("fixed");
    if (state.isPunct("^")) base = parseExponent(state, base);
    else if (state.accept("!"))
      base = { kind: "call", name: state.accept("!") ? "double_factorial" : "factorial", args: [base] };
    else if (state.accept("%")) base = { kind: "percent", operand: base };
    else if (state.accept("deg")) base = { kind: "degrees", operand: base };
    else if (state.isPunct("_")) base = parseSubscript(state, base);
    else if (isBaseWord(state)) base = parseBaseWord(state, base);
    else break;
  }
  if (base.kind === "degrees") base = { kind: "degrees", operand: parseArcMinutes(state, base.operand) };
  state.leave();
  return base;
}

const markTexts: ReadonlySet<string> = new Set(["^", "!", "%", "deg", "_", "("]);

/** Tells quickly that no mark follows an atom, as after most. */
function mayBeMark({ type, text }: Token): boolean {
  return type === "punct" ? markTexts.has(text) : type === "word" || type === "text";
}

/** Tells whether `base 7` or `(base 7)` follows. */
function isBaseWord(state: ParseState): boolean {
  const at = state.isPunct("(") ? 1 : 0;
  const token = state.peek(at);
  return (
    (token.type === "word" || token.type === "text") &&
    token.text === "base" &&
    state.isType("number", at + 1)
  );
}

function parseBaseWord(state: ParseState, numeral: Expr): Expr {
  const isBracketed = state.accept("(");
  const based = parseBase(state, numeral);
  if (isBracketed) state.expect(")");
  return based;
}

/** Reads the minutes and seconds of arc after degrees: `60^\circ 42' 30''`. */
function parseArcMinutes(state: ParseState, degrees: Expr): Expr {
  let operand = degrees;
  if (state.isType("number") && state.isPunct("'", 1) && !state.isPunct("'", 2)) {
    operand = addPart(operand, readPart(state, 1), 60);
  }
  if (state.isType("number") && state.isPunct("'", 1) && state.isPunct("'", 2)) {
    operand = addPart(operand, readPart(state, 2), 3600);
  }
  return operand;
}

function readPart(state: ParseState, primes: number): Expr {
  const part: Expr = { kind: "number", value: state.next().value ?? failSyntax() };
  for (let count = 0; count < primes; count++) state.next();
  return part;
}

function addPart(sum: Expr, part: Expr, divisor: number): Expr {
  return { kind: "add", left: sum, right: { kind: "divide", left: part, right: integerExpr(divisor) } };
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
  return { kind: "power", left: base, right: parseExponentValue(state) };
}

/** Moves past the suffix of `12^{th}`. */
function isOrdinalSuffix(state: ParseState): boolean {
  const isBraced = state.isPunct("{");
  const token = state.peek(isBraced ? 1 : 0);
  const isSuffix = (token.type === "word" || token.type === "text") && /^(st|nd|rd|th)$/.test(token.text);
  if (!isSuffix || (isBraced && !state.isPunct("}", 2))) return false;
  // x^{th} may be a power of t times h.
  state.hasOpenRun = true;
  if (state.runs === "letters") return false;
  for (let count = isBraced ? 3 : 1; count > 0; count--) state.next();
  return true;
}

function parseExponentValue(state: ParseState): Expr {
  if (state.isPunct("{")) return withTower(state, parseGroup(state));
  if (state.accept("-")) return { kind: "negate", operand: parseExponentValue(state) };
  state.accept("+");
  // As in LaTeX, only the first letter of a run belongs to the exponent: `x^ab` is `x^a b`.
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

/** An index behind a power belongs to its base, `x^2_1` to x; any other is the base of a numeral. */
function parseSubscript(state: ParseState, base: Expr): Expr {
  const name = base.kind === "power" ? base.left : base;
  if (name.kind === "symbol" && !name.name.includes("_")) {
    const indexed: Expr = { kind: "symbol", name: readMarks(state, name.name) };
    return base.kind === "power" ? { ...base, left: indexed } : indexed;
  }
  return parseBase(state, base);
}

const baseWords: ReadonlyMap<string, number> = new Map(
  "two three four five six seven eight nine ten eleven twelve"
    .split(" ")
    .map((word, index): [string, number] => [word, index + 2]),
);

/** Reads the base of a numeral such as 1011_2 or 2A_{16}. */
function parseBase(state: ParseState, numeral: Expr): Expr {
  state.next();
  const isBraced = state.accept("{");
  const token = state.next();
  if (isBraced) state.expect("}");
  const base = token.isInteger === true ? Number(token.text) : (baseWords.get(token.text) ?? Number.NaN);
  if (base === 10) return numeral;
  if (numeral.kind !== "number" || numeral.value.d !== 1n || !(base >= 2 && base <= 36)) return failSyntax();
  const digits = numeral.value.n.toString();
  for (const digit of digits) if (Number(digit) >= base) return failSyntax();
  return { kind: "based", digits, base };
}
