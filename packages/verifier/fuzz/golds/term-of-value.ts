import type { Value } from "@touchstone/verifier/answer";
import {
  type CallName,
  call,
  constant,
  negate,
  power,
  product,
  quotient,
  rational,
  root,
  sum,
  type Term,
} from "../tree/term.ts";

type Expr = (Value & { kind: "scalar" })["expr"];

const calls: ReadonlyMap<string, CallName> = new Map(
  (
    [
      "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh ln abs floor ceil factorial gcd lcm max".split(
        " ",
      ),
    ] as CallName[][]
  )
    .flat()
    .map((name) => [name, name] as const),
);

/** Returns the core's reading of a scalar as a term; undefined for what terms do not have. */
export function termOfExpr(expr: Expr): Term | undefined {
  switch (expr.kind) {
    case "number":
      return rational(expr.value.n, expr.value.d);
    case "symbol":
      return /^[A-Za-z]$/.test(expr.name) ? { kind: "variable", name: expr.name } : undefined;
    case "constant":
      return expr.name === "infinity" ? undefined : constant(expr.name);
    case "negate":
      return mapped([expr.operand], ([of]) => negate(of));
    case "add":
      return mapped([expr.left, expr.right], ([a, b]) => sum(a, b));
    case "multiply":
      return mapped([expr.left, expr.right], ([a, b]) => product(a, b));
    case "divide":
      return mapped([expr.left, expr.right], ([a, b]) => quotient(a, b));
    case "power":
      return mapped([expr.left, expr.right], ([a, b]) => power(a, b));
    case "root":
      return mapped([expr.radicand], ([of]) => root(of, expr.index));
    case "call":
      return termOfCall(expr.name, expr.args);
    default:
      return undefined;
  }
}

function termOfCall(name: string, args: readonly Expr[]): Term | undefined {
  if (name === "binom") return mapped(args, (terms) => call("binomial", ...terms));
  const known = calls.get(name);
  return known === undefined ? undefined : mapped(args, (terms) => call(known, ...terms));
}

function mapped(exprs: readonly Expr[], build: (terms: [Term, Term, ...Term[]]) => Term): Term | undefined {
  const terms = exprs.map(termOfExpr);
  return terms.every((term) => term !== undefined) ? build(terms as [Term, Term, ...Term[]]) : undefined;
}
