import type { Token } from "../lex/token.ts";
import { failSyntax } from "../unreadable.ts";
import { type Expr, type FunctionName, integerExpr } from "./expr.ts";
import { hasSymbol } from "./expr-walk.ts";
import { exprOf, type ParseState } from "./parse-state.ts";
import { startsProductRun } from "./product-run.ts";

const callable: ReadonlySet<string> = new Set(
  (
    "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh arccot arcsec arccsc log ln lg exp abs floor ceil max gcd lcm min " +
    "overline bar"
  ).split(" "),
);

const inverseOf: ReadonlyMap<string, string> = new Map([
  ["sin", "arcsin"],
  ["cos", "arccos"],
  ["tan", "arctan"],
  ["cot", "arccot"],
  ["sec", "arcsec"],
  ["csc", "arccsc"],
]);

/** Tells whether a token is a function with an argument of its own. */
export function isFunctionToken(token: Token): boolean {
  return (
    token.type === "macro" && callable.has(token.text) && token.text !== "overline" && token.text !== "bar"
  );
}

function isBracedFactor(token: Token): boolean {
  return token.type === "macro" && bracedFactors.has(token.text);
}

/** Commands whose arguments follow in braces: the argument of a function runs over them. */
const bracedFactors: ReadonlySet<string> = new Set(["frac", "sqrt", "cbrt", "binom"]);

/**
 * Reads a call: `\sin x`, `\sin 2x`, `\sin^2 x`, `\log_2 8`, `ln(x)`. An argument in brackets or bars ends with them, so that
 * `\ln|x|/4` is a quarter of a logarithm. One without runs over the factors side by side and stops at a sign, a relation or
 * the next function.
 */
export function parseCall(state: ParseState, parseFactor: (state: ParseState) => Expr): Expr {
  const name = state.next().text;
  let base: Expr | undefined;
  let power: Expr | undefined;
  for (;;) {
    if (state.isPunct("_") && base === undefined) {
      state.next();
      base = parseMark(state, parseFactor);
    } else if (state.isPunct("^") && power === undefined) {
      state.next();
      power = parseMark(state, parseFactor);
    } else break;
  }
  const args = parseArguments(name, state, parseFactor);
  if (power !== undefined && isMinusOne(power)) {
    return buildCall(inverseOf.get(name) ?? failSyntax(), args, undefined);
  }
  const call = buildCall(name, args, base);
  return power === undefined ? call : { kind: "power", left: call, right: power };
}

function parseMark(state: ParseState, parseFactor: (state: ParseState) => Expr): Expr {
  if (state.accept("-")) return { kind: "negate", operand: parseMark(state, parseFactor) };
  if (!state.accept("{")) {
    // One atom, without the postfix marks that belong to the call: \log_2^3 x.
    if (state.isType("word")) state.openRun();
    const token = state.next();
    if (token.type === "number" && token.value !== undefined) return { kind: "number", value: token.value };
    if (token.type !== "letter") return failSyntax();
    return token.text === "e" ? { kind: "constant", name: "e" } : { kind: "symbol", name: token.text };
  }
  const node = state.parseSequence(state);
  state.expect("}");
  return exprOf(node);
}

function parseArguments(
  name: string,
  state: ParseState,
  parseFactor: (state: ParseState) => Expr,
): readonly Expr[] {
  state.enter();
  let args: readonly Expr[];
  if (state.isPunct("(") || state.isPunct("\\{")) args = parseBracketedArguments(state);
  else args = [parseOpenArgument(name, state, parseFactor)];
  state.leave();
  return args;
}

function parseBracketedArguments(state: ParseState): readonly Expr[] {
  const close = state.next().text === "(" ? ")" : "\\}";
  const bars = state.openBars;
  state.openBars = 0;
  const node = state.parseSequence(state);
  state.openBars = bars;
  state.expect(close);
  return node.kind === "list" ? node.items.map(exprOf) : [exprOf(node)];
}

function parseOpenArgument(name: string, state: ParseState, parseFactor: (state: ParseState) => Expr): Expr {
  if (state.accept("-")) return { kind: "negate", operand: parseOpenArgument(name, state, parseFactor) };
  const isClosed = state.isPunct("|") || state.isPunct("{");
  let argument = parseFactor(state);
  if (isClosed) return argument;
  for (;;) {
    if (startsProductRun(state)) state.openRun();
    const token = state.peek();
    if (token.type === "letter" || isBracedFactor(token))
      argument = { kind: "multiply", left: argument, right: parseFactor(state) };
    else if (
      !isClosed &&
      state.isPunct("/") &&
      state.isType("number", 1) &&
      takesSlash(name, argument, state)
    ) {
      state.next();
      argument = { kind: "divide", left: argument, right: parseFactor(state) };
    } else return argument;
  }
}

/**
 * Tells whether a slash belongs to an argument without brackets. In `\ln x/2` it does not; `\sin x/2` and `\ln 3/4` are read
 * both ways.
 */
function takesSlash(name: string, argument: Expr, state: ParseState): boolean {
  if (logarithms.has(name) && hasSymbol(argument)) return false;
  state.hasOpenSlash = true;
  return state.slashes === "inside";
}

const logarithms: ReadonlySet<string> = new Set(["ln", "log", "lg"]);

function isMinusOne(expr: Expr): boolean {
  return expr.kind === "negate" && expr.operand.kind === "number" && expr.operand.value.n === 1n;
}

function buildCall(name: string, args: readonly Expr[], base: Expr | undefined): Expr {
  const first = args[0] ?? failSyntax();
  if (name === "log" || name === "lg") return logarithm(first, base ?? integerExpr(10));
  if (base !== undefined) return failSyntax();
  if (name === "arcsec" || name === "arccsc") {
    const inverse: Expr = { kind: "divide", left: integerExpr(1), right: first };
    return { kind: "call", name: name === "arcsec" ? "arccos" : "arcsin", args: [inverse] };
  }
  // arccot x = π/2 - arctan x
  if (name === "arccot") return complement({ kind: "call", name: "arctan", args: [first] });
  if (name === "max" || name === "min") return extremum(name, args);
  const isVariadic = name === "gcd" || name === "lcm";
  if (!isVariadic && args.length !== 1) return failSyntax();
  return { kind: "call", name: name as FunctionName, args };
}

function complement(angle: Expr): Expr {
  const halfPi: Expr = { kind: "divide", left: { kind: "constant", name: "pi" }, right: integerExpr(2) };
  return { kind: "add", left: halfPi, right: { kind: "negate", operand: angle } };
}

function logarithm(argument: Expr, base: Expr): Expr {
  const top: Expr = { kind: "call", name: "ln", args: [argument] };
  if (base.kind === "constant" && base.name === "e") return top;
  return { kind: "divide", left: top, right: { kind: "call", name: "ln", args: [base] } };
}

function extremum(name: "max" | "min", args: readonly Expr[]): Expr {
  if (name === "max") return { kind: "call", name: "max", args };
  const negated = args.map((operand): Expr => ({ kind: "negate", operand }));
  return { kind: "negate", operand: { kind: "call", name: "max", args: negated } };
}
