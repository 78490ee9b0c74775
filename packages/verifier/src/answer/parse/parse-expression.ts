import type { Token } from "../lex/token.ts";
import { failSyntax } from "../unreadable.ts";
import { isUnitWord } from "../value/unit-word.ts";
import { readEllipsis } from "./ellipsis-sum.ts";
import { type Expr, integerExpr, numberExpr } from "./expr.ts";
import { isFunctionToken } from "./parse-call.ts";
import { isConditionStart } from "./parse-condition.ts";
import { parsePower } from "./parse-power.ts";
import type { ParseState } from "./parse-state.ts";
import { isUnitFraction, isUprightUnit } from "./parse-unit.ts";
import { startsProductRun } from "./product-run.ts";

/** Reads terms joined by +, -, ± and ∓. */
export function parseSum(state: ParseState): Expr {
  state.enter();
  let left = parseSignedTerm(state);
  for (;;) {
    if (state.accept("+")) left = { kind: "add", left, right: parseSignedTerm(state) };
    else if (state.accept("-"))
      left = { kind: "add", left, right: { kind: "negate", operand: parseSignedTerm(state) } };
    else if (state.isPunct("+-") || state.isPunct("-+")) {
      const isFlipped = state.next().text === "-+";
      left = { kind: "plus_minus", left, right: parseSignedTerm(state), isFlipped };
    } else break;
  }
  state.leave();
  return state.hasEllipsis ? readEllipsis(left, state) : left;
}

function parseSignedTerm(state: ParseState): Expr {
  let isNegative = false;
  while (state.isPunct("-") || state.isPunct("+")) {
    if (state.next().text === "-") isNegative = !isNegative;
  }
  if (state.isPunct("+-") || state.isPunct("-+")) {
    const isFlipped = state.next().text === "-+";
    return { kind: "plus_minus", left: integerExpr(0), right: parseTerm(state), isFlipped };
  }
  const term = parseTerm(state);
  return isNegative ? { kind: "negate", operand: term } : term;
}

/** Reads factors joined by ·, /, or by standing side by side. */
export function parseTerm(state: ParseState): Expr {
  let left = parseMixed(state);
  for (;;) {
    if (state.isPunct("*") || isTimesLetter(state)) {
      state.next();
      left = { kind: "multiply", left, right: parseSignedFactor(state) };
    } else if (state.isPunct("/")) {
      if (isPerUnit(state)) return left;
      state.next();
      left = quotientOf(left, parseDivisor(state));
    } else if (state.isPunct("mod")) {
      state.next();
      left = { kind: "call", name: "mod", args: [left, parsePower(state)] };
    } else if (left.kind === "degrees" && isTemperatureLetter(state)) return left;
    else if (startsImplicitFactor(state) || startsNumberFactor(state, left))
      left = { kind: "multiply", left, right: parsePower(state) };
    else return left;
  }
}

/**
 * Tells whether a number behind a factor multiplies it: behind a letter where a space or a power sets it apart (`\pi 3`,
 * `n2^{n-1}`), and behind a power where it is one itself (`2^6 3^5`). In `5 m 6 cm` and `x_1 2 apples` it does not.
 */
function startsNumberFactor(state: ParseState, left: Expr): boolean {
  const token = state.peek();
  if (token.type !== "number" || !(state.wasType("letter") || state.wasType("number"))) return false;
  const last = left.kind === "multiply" ? left.right : left;
  const isApart = token.spaceBefore || state.isPunct("^", 1);
  const isLast = state.wasType("letter") || (last.kind === "power" && token.spaceBefore);
  const next = state.peek(1);
  return isApart && isLast && next.type !== "word" && next.type !== "text" && next.type !== "letter";
}

/** The C or F of `20°C`. */
function isTemperatureLetter(state: ParseState): boolean {
  return state.isType("letter") && /^[CF]$/.test(state.peek().text);
}

/** In `1/2%` and `1/2°` the sign belongs to the fraction. */
function quotientOf(left: Expr, right: Expr): Expr {
  const isMarked = right.kind === "percent" || right.kind === "degrees";
  if (!isMarked || left.kind !== "number" || right.operand.kind !== "number")
    return { kind: "divide", left, right };
  return { kind: right.kind, operand: { kind: "divide", left, right: right.operand } };
}

/** Behind a slash a run of letters divides as a whole: `ab/cd` is ab over cd. */
function parseDivisor(state: ParseState): Expr {
  if (!state.isType("word")) return parseSignedFactor(state);
  const end = state.endOfRun;
  let divisor = parsePower(state);
  while (state.mark < end && startsImplicitFactor(state))
    divisor = { kind: "multiply", left: divisor, right: parsePower(state) };
  return divisor;
}

function parseSignedFactor(state: ParseState): Expr {
  if (state.accept("-")) return { kind: "negate", operand: parseSignedFactor(state) };
  state.accept("+");
  return parsePower(state);
}

/** Tells whether a slash starts a unit, as in `5/year` or `$18/bag`, rather than a division. */
function isPerUnit(state: ParseState): boolean {
  const token = state.peek(1);
  return (
    token.type === "text" || (token.type === "word" && (token.text.length > 3 || isUnitWord(token.text)))
  );
}

/** The x of `5x10^{3}` between numbers. */
function isTimesLetter(state: ParseState): boolean {
  const { type, text } = state.peek();
  return type === "letter" && text === "x" && state.peek(1).text === "10" && state.isPunct("^", 2);
}

/** Reads `1\frac12`, `1 1/2`, `1½` as one number, and anything else as a factor. */
function parseMixed(state: ParseState): Expr {
  const whole = state.peek();
  if (whole.type !== "number" || whole.isInteger !== true || whole.value === undefined)
    return parsePower(state);
  const fraction = readFractionPart(state);
  if (fraction === undefined) return parsePower(state);
  const mixed: Expr = { kind: "add", left: { kind: "number", value: whole.value }, right: fraction };
  if (state.accept("%")) return { kind: "percent", operand: mixed };
  return state.accept("deg") ? { kind: "degrees", operand: mixed } : mixed;
}

function readFractionPart(state: ParseState): Expr | undefined {
  const next = state.peek(1);
  if (next.type === "number" && next.isVulgar === true) {
    state.next();
    return vulgarFraction(state.next());
  }
  if (next.type === "macro" && next.text === "frac") return readFracPart(state);
  const isPlain =
    isIntegerToken(next) && next.spaceBefore && state.isPunct("/", 2) && isIntegerToken(state.peek(3));
  if (!isPlain) return undefined;
  state.next();
  const numerator = numberOf(state.next());
  state.next();
  return { kind: "divide", left: numerator, right: numberOf(state.next()) };
}

/** `½` as 1/2, so that a mixed number is told from a sum. */
function vulgarFraction({ value }: Token): Expr {
  if (value === undefined) return failSyntax();
  return {
    kind: "divide",
    left: numberExpr({ n: value.n, d: 1n }),
    right: numberExpr({ n: value.d, d: 1n }),
  };
}

/** Reads the `\frac` of a mixed number; both parts must be integer literals. */
function readFracPart(state: ParseState): Expr | undefined {
  const mark = state.mark;
  state.next();
  state.next();
  const numerator = readIntegerArgument(state);
  const denominator = numerator === undefined ? undefined : readIntegerArgument(state);
  if (numerator !== undefined && denominator !== undefined && !state.isPunct("^"))
    return { kind: "divide", left: numerator, right: denominator };
  state.rewind(mark);
  return undefined;
}

function readIntegerArgument(state: ParseState): Expr | undefined {
  const isBraced = state.accept("{");
  if (!isIntegerToken(state.peek())) return undefined;
  const value = numberOf(state.next());
  return !isBraced || state.accept("}") ? value : undefined;
}

function isIntegerToken(token: Token): boolean {
  return token.type === "number" && token.isInteger === true;
}

function numberOf(token: Token): Expr {
  return token.value === undefined ? failSyntax() : { kind: "number", value: token.value };
}

function startsImplicitFactor(state: ParseState): boolean {
  const token = state.peek();
  switch (token.type) {
    case "letter":
      return !isUnionLetter(state) && !isUprightUnit(state);
    case "number":
      return state.wasPunct(")") || state.wasPunct("}") || state.wasPunct("!");
    case "macro":
      return (isFunctionToken(token) || atomMacros.has(token.text)) && !isUnitFraction(state);
    case "word":
      return startsProductRun(state);
    case "punct":
      if (token.text === "|") return state.openBars === 0;
      if (token.text === "(" && (state.isPunct("mod", 1) || state.isPunct("pmod", 1))) return false;
      if (token.text === "[" && state.reversedBrackets > 0) return false;
      if (token.text === "(" && isConditionStart(state)) return false;
      return token.text === "(" || token.text === "[" || token.text === "{" || isFloorSign(token.text);
    default:
      return false;
  }
}

const atomMacros: ReadonlySet<string> = new Set(
  "frac sqrt cbrt binom angle begin sum prod hat tilde dot ddot bar overline".split(" "),
);

function isFloorSign(text: string): boolean {
  return text === "lfloor" || text === "lceil";
}

/** A capital U between two brackets is a union sign. */
function isUnionLetter(state: ParseState): boolean {
  return state.peek().text === "U" && (state.isPunct("(", 1) || state.isPunct("[", 1));
}
