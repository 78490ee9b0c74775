import { failSyntax } from "../unreadable.ts";
import { type Expr, integerExpr } from "./expr.ts";
import { sizeOf } from "./expr-walk.ts";
import { exprOf, type ParseState } from "./parse-state.ts";
import { replaceIndex } from "./replace-index.ts";

/** Most terms that are written out; longer sums keep their sign. */
const maxTerms = 400;

/**
 * Reads `\sum_{k=1}^{10} k` and `\prod_{k=1}^{5} k`. Literal bounds are written out; otherwise the bound variable is named
 * by its nesting, so that its own name does not matter. The body is one term.
 */
export function parseSeries(state: ParseState, parseFactor: (state: ParseState) => Expr): Expr {
  const isSum = state.next().text === "sum";
  let lower: { name: string; from: Expr } | undefined;
  let to: Expr | undefined;
  for (;;) {
    if (lower === undefined && state.accept("_")) lower = readLower(state);
    else if (to === undefined && state.accept("^")) to = parseFactor(state);
    else break;
  }
  if (lower === undefined || to === undefined) return failSyntax();
  state.enter();
  state.sumDepth++;
  const body = state.parseTerm(state);
  state.sumDepth--;
  state.leave();
  const { name, from } = lower;
  return seriesOf(body, { name, from, to }, isSum, state);
}

/** The name of a variable that a series at this depth binds. */
export function boundName(state: ParseState): string {
  return `bound ${state.sumDepth + 1}`;
}

/** The sum or product of the body over a range: written out where its bounds are literal. */
export function seriesOf(
  body: Expr,
  range: { name: string; from: Expr; to: Expr },
  isSum: boolean,
  state: ParseState,
): Expr {
  const terms = expand(body, range, state);
  if (terms !== undefined) return combine(terms, isSum);
  // The product of the whole numbers up to n is n!.
  if (!isSum && isIndex(body, range.name) && integerOf(range.from) === 1)
    return { kind: "call", name: "factorial", args: [range.to] };
  const renamed = replaceIndex(body, range.name, boundName(state), state.fuel);
  return { kind: "call", name: isSum ? "sum" : "product", args: [range.from, range.to, renamed] };
}

function isIndex(body: Expr, name: string): boolean {
  return (body.kind === "symbol" || body.kind === "constant") && body.name === name;
}

/** Reads `{k=1}`. */
function readLower(state: ParseState): { name: string; from: Expr } {
  state.expect("{");
  const name = state.next();
  // `i` is an index here, not the imaginary unit.
  if (name.type !== "letter") return failSyntax();
  state.expect("=");
  const from = exprOf(state.parseSequence(state));
  state.expect("}");
  return { name: name.text, from };
}

/** The terms of a series with literal bounds; undefined for other bounds. */
function expand(
  body: Expr,
  range: { name: string; from: Expr; to: Expr },
  state: ParseState,
): readonly Expr[] | undefined {
  const from = integerOf(range.from);
  const to = integerOf(range.to);
  if (from === undefined || to === undefined || to - from >= maxTerms) return undefined;
  const terms: Expr[] = [];
  const cost = 16 * sizeOf(body);
  for (let at = from; at <= to; at++) {
    state.fuel.spend(cost);
    terms.push(replaceIndex(body, range.name, at, state.fuel));
  }
  return terms;
}

function integerOf(expr: Expr): number | undefined {
  if (expr.kind === "negate") {
    const value = integerOf(expr.operand);
    return value === undefined ? undefined : -value;
  }
  const isSmall = expr.kind === "number" && expr.value.d === 1n && expr.value.n < 1_000_000n;
  return isSmall ? Number(expr.value.n) : undefined;
}

/** Joins terms by halves, so that the expression stays shallow. */
function combine(terms: readonly Expr[], isSum: boolean): Expr {
  const [only] = terms;
  if (only === undefined) return integerExpr(isSum ? 0 : 1);
  if (terms.length === 1) return only;
  const middle = terms.length >> 1;
  return {
    kind: isSum ? "add" : "multiply",
    left: combine(terms.slice(0, middle), isSum),
    right: combine(terms.slice(middle), isSum),
  };
}
