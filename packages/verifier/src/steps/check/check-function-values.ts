import type { Fuel } from "../../answer/fuel.ts";
import type { Expr } from "../../answer/parse/expr.ts";
import {
  formatRational,
  makeRational,
  type Rational,
  rationalToNumber,
  sameRational,
} from "../../answer/value/rational.ts";
import type { StepLimits } from "../limits.ts";
import { lexProse } from "../read/lex-prose.ts";
import type { Side } from "../read/side.ts";
import { readStatements, type Statement } from "../read/statement.ts";
import type { Claim } from "../verdict.ts";
import { constantValue } from "./constant-value.ts";
import { readManner } from "./sentence-at.ts";
import { evaluateAt, symbolsOf } from "./solve-linear.ts";

/** A function of one letter; `unknown` where its definitions differ, or one holds for a part of its arguments. */
type Definition = { readonly name: string; readonly body: Expr } | "unknown";

/** Most functions of a trace. */
const maxFunctions = 50;
/** Where definitions are held against each other. */
const probes: readonly Rational[] = [2n, 3n, 5n, 11n].map((n) => ({ n, d: 1n }));

const head = /^([A-DF-Za-df-hj-w]) \(([a-z])\)$/;
const call = /^([A-DF-Za-df-hj-w]) \((-?\d{1,6})(?:\/(\d{1,4}))?\)$/;
/** Words in front of a definition; an equation to be solved has others. */
const defining =
  /(?:^|[.;:,]|\b(?:let|functions?|defined?|by|as|polynomial|quadratic|formula|given|is|have|get|obtain|so|thus|therefore|and|since|(?<!such )that))[\s$\\([{*]*$/i;
/** The same in a problem, which may suppose what it defines. */
const posing = /\b(?:if|suppose|consider|for|when)[\s$\\([{*]*$/i;
/** Nothing behind a definition restricts it: a sentence ends, or goes on with words that do not. */
const unrestricted =
  /^[\s$\\)\]}*]*(?:$|[.;?](?!\d)|\n|,?[\s$\\()]*(?:and|so|then|find|what|we|to|at|into|has|for (?:all|any|every|each)|[a-z]['’]?(?:\\left)?\())/i;
/** A value of these is another one than the function's. */
const otherwise =
  /\b(?:derivative|inverse|integral|sum|slope|remainder|reciprocal|mod|modulo|limit|average|digits?)\b/i;

/**
 * Checks values of functions that the problem or the trace defines: behind `f(x) = x^2 + 1`, `f(3) = 9` is wrong. A function
 * that is defined in two ways has no known values. One object goes through a trace step by step.
 */
export class FunctionValues {
  private readonly functions = new Map<string, Definition>();

  constructor(problem: string, limits: StepLimits, fuel: Fuel) {
    // Most problems define no function and need not be read.
    if (!/[A-Za-z](?:\\left)? ?\([a-z](?:\\right)?\) ?=/.test(problem)) return;
    const { statements } = readStatements(lexProse(problem, fuel), limits, fuel);
    for (const statement of statements) this.learn(problem, statement, true, fuel);
  }

  check(text: string, statements: readonly Statement[], fuel: Fuel): Claim[] {
    return statements.flatMap((statement) => {
      if (!statement.sides.some((side) => side?.text.endsWith(")"))) return [];
      this.learn(text, statement, false, fuel);
      return this.compare(text, statement, fuel);
    });
  }

  private learn(text: string, { sides, signs }: Statement, isProblem: boolean, fuel: Fuel): void {
    sides.forEach((side, at) => {
      const [, name, letter] = head.exec(side?.text ?? "") ?? [];
      if (side === undefined || name === undefined || letter === undefined || name === letter) return;
      if (signs[at] !== "=") return;
      const body = sides[at + 1];
      const names = body === undefined ? [] : [...symbolsOf(body.expr)];
      // `f(x) = 0` and `f(x) = ax + b` say something of a function, and do not define it.
      if (body !== undefined && names.join() !== letter) return;
      const before = text.slice(Math.max(0, side.start - 40), side.start);
      const after = body === undefined ? "" : text.slice(body.end, body.end + 40);
      // "Where is f(x) = x + 1?" asks; "what is f(3) if f(x) = x + 1?" defines.
      const isAsked = /^[\s$\\)*]*\?/.test(after);
      const isDefined = (!isAsked && defining.test(before)) || (isProblem && posing.test(before));
      const isWhole =
        body !== undefined && !body.isAmbiguous && !body.hasPercent && at + 2 === sides.length && isDefined;
      if (isWhole && unrestricted.test(after)) this.set(name, { name: letter, body: body.expr }, fuel);
      else this.set(name, "unknown", fuel);
    });
  }

  private set(name: string, definition: Definition, fuel: Fuel): void {
    const known = this.functions.get(name);
    if (known === undefined && this.functions.size >= maxFunctions) return;
    if (known === undefined || definition === "unknown") this.functions.set(name, definition);
    else if (known !== "unknown" && !isSame(known, definition, fuel)) this.functions.set(name, "unknown");
  }

  private compare(text: string, { sides, signs }: Statement, fuel: Fuel): Claim[] {
    return sides.flatMap((side, at): Claim[] => {
      const [, name, whole, divisor = "1"] = call.exec(side?.text ?? "") ?? [];
      const definition = name === undefined ? undefined : this.functions.get(name);
      if (side === undefined || whole === undefined || definition === undefined || definition === "unknown")
        return [];
      if (divisor === "0" || signs.slice(at).some((sign) => sign !== "=")) return [];
      const written = sides.slice(at + 1);
      const argument = makeRational(BigInt(whole), BigInt(divisor), fuel);
      const value = evaluateAt(definition.body, definition.name, argument, fuel);
      const last = written.findLast((other) => other !== undefined);
      if (value === undefined || last === undefined) return [];
      const place = { kind: "equality" as const, start: side.start, end: last.end };
      const outcomes = written.map((other) => holdValue(value, other, fuel));
      if (outcomes.includes("true")) return [{ ...place, verdict: "true" }];
      if (outcomes.includes("unknown") || !outcomes.includes("false")) return [];
      const { isHypothetical, isRounded } = readManner(text, side.start, last.end);
      if (isHypothetical || isRounded || otherwise.test(text.slice(Math.max(0, side.start - 60), side.start)))
        return [];
      return [{ ...place, verdict: "false", expected: formatRational(value) }];
    });
  }
}

function isSame(a: Exclude<Definition, "unknown">, b: Exclude<Definition, "unknown">, fuel: Fuel): boolean {
  return probes.every((probe) => {
    const [first, second] = [
      evaluateAt(a.body, a.name, probe, fuel),
      evaluateAt(b.body, b.name, probe, fuel),
    ];
    return first !== undefined && second !== undefined && sameRational(first, second);
  });
}

/** Holds a value against what is written for it; letters, and what may be it rounded, tell nothing. */
function holdValue(value: Rational, side: Side | undefined, fuel: Fuel): "true" | "false" | "unknown" {
  if (side === undefined || side.hasSymbol || side.isAmbiguous || side.hasPercent) return "unknown";
  const written = constantValue(side.expr, fuel);
  if (written === undefined) return "unknown";
  if (written.exact !== undefined && sameRational(written.exact, value)) return "true";
  const exact = rationalToNumber(value);
  const gap = Math.abs(written.number - exact);
  const isClear = gap > 0.02 * Math.abs(exact) && (value.d === 1n ? gap > 1e-9 : gap >= 1);
  return isClear && (side.decimals === 0 || gap >= 10 ** -side.decimals) ? "false" : "unknown";
}
