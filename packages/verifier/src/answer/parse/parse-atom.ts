import type { Token } from "../lex/token.ts";
import { failSyntax } from "../unreadable.ts";
import { ellipsisName } from "./ellipsis-sum.ts";
import { type Expr, integerExpr, numberExpr } from "./expr.ts";
import { isFunctionToken, parseCall } from "./parse-call.ts";
import { parseCounting, parsePrescript } from "./parse-counting.ts";
import { readDerivative, readSlashDerivative } from "./parse-derivative.ts";
import { parseAccent, parseFigure } from "./parse-figure.ts";
import { parseMatrix } from "./parse-matrix.ts";
import { parseSeries } from "./parse-series.ts";
import { exprOf, type ParseState } from "./parse-state.ts";
import { readMarks } from "./read-marks.ts";

/** Reads one factor; given by the caller, since factors nest. */
export type FactorParser = (state: ParseState) => Expr;

/** Reads the smallest unit of an expression: a literal, a name, a bracketed expression, a function call. */
export function parseAtom(state: ParseState, parseFactor: FactorParser): Expr {
  const token = state.peek();
  switch (token.type) {
    case "number":
      return parseLiteral(state);
    case "letter":
      return readSlashDerivative(state) ?? parseLetter(state);
    case "word":
      return readSlashDerivative(state) ?? parseRun(state, parseFactor);
    case "text":
      if (constantWords.has(token.text.toLowerCase())) return { kind: "symbol", name: state.next().text };
      return token.text.length === 1 ? symbolExpr(state.next().text) : failSyntax();
    case "macro":
      return parseMacro(state, parseFactor);
    case "punct":
      return parsePunctAtom(state, parseFactor);
    default:
      return failSyntax();
  }
}

/** Words for the constant of integration, as a term: `\\ln|x| + \\text{constant}`. */
const constantWords: ReadonlySet<string> = new Set(["const", "constant", "constante", "konst", "costante"]);

/** Reads `{...}` as one expression. */
export function parseGroup(state: ParseState): Expr {
  const known = state.recallGroup();
  if (known !== undefined) return exprOf(known);
  state.expect("{");
  const node = state.parseSequence(state);
  if (state.isPunct("over") || state.isPunct("choose")) return parseOver(state, exprOf(node));
  state.expect("}");
  return exprOf(node);
}

/** Reads the lower part of `{a \\over b}` or `{n \\choose k}`. */
function parseOver(state: ParseState, top: Expr): Expr {
  const isFraction = state.next().text === "over";
  const bottom = exprOf(state.parseSequence(state));
  state.expect("}");
  return isFraction
    ? { kind: "divide", left: top, right: bottom }
    : { kind: "call", name: "binom", args: [top, bottom] };
}

function parseLiteral(state: ParseState): Expr {
  const literal = literalExpr(state.next());
  const suffix = state.peek();
  // "6th" is 6, or 6·t·h.
  if (suffix.type !== "word" || suffix.spaceBefore || !ordinalSuffixes.has(suffix.text)) return literal;
  state.hasOpenRun = true;
  if (literal.kind === "number" && literal.value.d === 1n && state.runs === "words") state.next();
  return literal;
}

const ordinalSuffixes: ReadonlySet<string> = new Set(["st", "nd", "rd", "th"]);

function literalExpr(token: Token): Expr {
  const value = token.value ?? failSyntax();
  const { places } = token;
  const literal: Expr = places ? { kind: "number", value, places } : numberExpr(value);
  if (token.exponent === undefined) return literal;
  const exponent: Expr = { kind: "number", value: { n: token.exponent, d: 1n } };
  return {
    kind: "multiply",
    left: literal,
    right: { kind: "power", left: integerExpr(10), right: exponent },
  };
}

function symbolExpr(name: string): Expr {
  if (name === "pi") return { kind: "constant", name: "pi" };
  if (name === "e" || name === "i") return { kind: "constant", name };
  return { kind: "symbol", name: numberSets.get(name) ?? name };
}

/** ℝ is \mathbb{R}. */
const numberSets: ReadonlyMap<string, string> = new Map(
  [..."ℝℤℕℚℂ"].map((sign, at) => [sign, `set ${"RZNQC"[at]}`]),
);

/** Reads the first letter of a run: a mark behind the run binds to its last letter, so its letters are atoms one by one. */
function parseRun(state: ParseState, parseFactor: FactorParser): Expr {
  return state.openRun() ? parseAtom(state, parseFactor) : failSyntax();
}

/** Reads a variable with its subscripts and primes. */
function parseLetter(state: ParseState): Expr {
  // m∠B is the measure of the angle.
  if (state.peek().text === "m" && state.peek(1).type === "macro" && state.peek(1).text === "angle") {
    state.next();
    return parseFigure(state);
  }
  const counted = parseCounting(state);
  return counted ?? symbolExpr(readMarks(state, state.next().text));
}

function parseMacro(state: ParseState, parseFactor: FactorParser): Expr {
  const token = state.peek();
  if (token.text === "frac") {
    const derivative = readDerivative(state);
    if (derivative !== undefined) return derivative;
    state.next();
    const left = parseArgument(state, parseFactor);
    return { kind: "divide", left, right: parseArgument(state, parseFactor) };
  }
  if (token.text === "sqrt" || token.text === "cbrt") return parseRoot(state, parseFactor);
  if (token.text === "binom") {
    state.next();
    const top = parseArgument(state, parseFactor);
    return { kind: "call", name: "binom", args: [top, parseArgument(state, parseFactor)] };
  }
  if (token.text === "angle" || token.text === "triangle") return parseFigure(state);
  if (accents.has(token.text)) return parseAccent(state);
  if (token.text === "sum" || token.text === "prod") return parseSeries(state, parseFactor);
  if (token.text === "begin") return exprOf(state.recallGroup() ?? parseMatrix(state));
  if (token.text === "mathbb") {
    state.next();
    const isBraced = state.accept("{");
    const name = state.next();
    if (isBraced) state.expect("}");
    return name.type === "letter" ? { kind: "symbol", name: `set ${name.text}` } : failSyntax();
  }
  return isFunctionToken(token) ? parseCall(state, parseFactor) : failSyntax();
}

const accents: ReadonlySet<string> = new Set(["hat", "tilde", "dot", "ddot", "bar", "overline"]);

/** Reads an argument of \frac or \sqrt: a braced group, or one atom. */
function parseArgument(state: ParseState, parseFactor: FactorParser): Expr {
  if (state.isPunct("{")) return parseGroup(state);
  if (state.accept("-")) return { kind: "negate", operand: parseArgument(state, parseFactor) };
  state.enter();
  const atom = parseAtom(state, parseFactor);
  state.leave();
  return atom;
}

function parseRoot(state: ParseState, parseFactor: FactorParser): Expr {
  let index = state.next().text === "cbrt" ? 3 : 2;
  if (state.isPunct("[")) {
    state.next();
    const token = state.next();
    index = token.type === "number" && token.isInteger === true ? Number(token.text) : Number.NaN;
    state.expect("]");
  }
  if (!(index >= 2 && index <= 1000)) return failSyntax();
  return { kind: "root", radicand: parseArgument(state, parseFactor), index };
}

function parsePunctAtom(state: ParseState, parseFactor: FactorParser): Expr {
  const text = state.peek().text;
  switch (text) {
    case "(":
    case "[":
      return parseBracketed(state, text);
    case "{":
      return state.isPunct("}", 1) ? (parsePrescript(state) ?? failSyntax()) : parseGroup(state);
    case "_":
      return parsePrescript(state) ?? failSyntax();
    case "dots":
      state.next();
      state.hasEllipsis = true;
      return { kind: "symbol", name: ellipsisName };
    case "|":
      return parseBars(state);
    case "lfloor":
    case "lceil":
      return parseRounding(state, text);
    case "inf":
      state.next();
      return { kind: "constant", name: "infinity" };
    case "$":
    case "€":
    case "£":
    case "¥":
    case "₹":
      state.next();
      state.currency = text;
      return parseFactor(state);
    default:
      return failSyntax();
  }
}

function parseBracketed(state: ParseState, open: "(" | "["): Expr {
  const known = state.recallGroup();
  if (known !== undefined) return exprOf(known);
  state.next();
  const bars = state.openBars;
  state.openBars = 0;
  const node = state.parseSequence(state);
  state.openBars = bars;
  state.expect(open === "(" ? ")" : "]");
  return exprOf(node);
}

function parseBars(state: ParseState): Expr {
  state.next();
  state.openBars++;
  const node = state.parseSequence(state);
  state.openBars--;
  state.expect("|");
  return { kind: "call", name: "abs", args: [exprOf(node)] };
}

function parseRounding(state: ParseState, open: "lfloor" | "lceil"): Expr {
  state.next();
  const node = state.parseSequence(state);
  state.expect(open === "lfloor" ? "rfloor" : "rceil");
  return { kind: "call", name: open === "lfloor" ? "floor" : "ceil", args: [exprOf(node)] };
}
