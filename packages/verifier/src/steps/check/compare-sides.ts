import { equalScalars } from "../../answer/equal/equal-scalars.ts";
import { hashText } from "../../answer/equal/keyed-random.ts";
import type { Fuel } from "../../answer/fuel.ts";
import type { Expr } from "../../answer/parse/expr.ts";
import { mapChildren } from "../../answer/parse/expr-walk.ts";
import { defaultPolicy } from "../../answer/policy.ts";
import { sameRational } from "../../answer/value/rational.ts";
import type { Side } from "../read/side.ts";
import { type ConstantValue, constantValue, formatConstant } from "./constant-value.ts";
import { mayBeRounded, mayBeRoundedInOrder } from "./is-rounded.ts";
import { mayBeCents, mayConvert, mayName } from "./same-unit.ts";

/** What is known of a claim that two sides stand in a relation. */
export type PairOutcome =
  | { readonly kind: "true" }
  /** `expected`: the value of the left side. */
  | { readonly kind: "false"; readonly expected: string; readonly left: ConstantValue }
  | { readonly kind: "unknown"; readonly why: PairDoubt };

/** Why a claim was neither confirmed nor refuted. */
export type PairDoubt = "symbols" | "rounding" | "units" | "ambiguous" | "no_value";

/** Decides a claim exactly. A claim is false only where no usual reading of the text makes it true. */
export function compareSides(left: Side, right: Side, sign: string, fuel: Fuel): PairOutcome {
  if (left.hasSymbol || right.hasSymbol) return compareIdentity(left, right, sign, fuel);
  const a = constantValue(left.expr, fuel);
  const b = constantValue(right.expr, fuel);
  if (a === undefined || b === undefined) return { kind: "unknown", why: "no_value" };
  if (sign !== "=" && sign !== "~=") return compareOrder(left, right, [a, b], sign, fuel);
  if (isSame(left, right, [a, b], fuel) || hasTrueReading(left, right, [a, b], fuel)) return { kind: "true" };
  const doubt = findDoubt(left, right, [a, b], sign, fuel);
  if (doubt !== undefined) return { kind: "unknown", why: doubt };
  return { kind: "false", expected: formatConstant(a), left: a };
}

function compareIdentity(left: Side, right: Side, sign: string, fuel: Fuel): PairOutcome {
  const isIdentity = sign === "=" && isProvenEqual(left.expr, right.expr, `${left.text}=${right.text}`, fuel);
  return isIdentity ? { kind: "true" } : { kind: "unknown", why: "symbols" };
}

function isProvenEqual(left: Expr, right: Expr, key: string, fuel: Fuel): boolean {
  const context = { policy: defaultPolicy, seed: hashText(key, 0x57e9), fuel };
  return equalScalars(left, right, context).result === "equal";
}

function isSame(
  left: Side,
  right: Side,
  [a, b]: readonly [ConstantValue, ConstantValue],
  fuel: Fuel,
): boolean {
  if (a.exact !== undefined && b.exact !== undefined) return sameRational(a.exact, b.exact);
  return isNear(a, b) && isProvenEqual(left.expr, right.expr, `${left.text}=${right.text}`, fuel);
}

function isNear(a: ConstantValue, b: ConstantValue): boolean {
  return Math.abs(a.number - b.number) <= 1e-9 * Math.max(1, Math.abs(a.number)) + a.error + b.error;
}

/** Whole numbers with every digit, as `123456789 * 987654321 = 121932631112635269`: zeros at the end may be what was rounded off. */
function isWrittenInFull(
  left: Side,
  right: Side,
  [a, b]: readonly [ConstantValue, ConstantValue],
  sign: string,
): boolean {
  const isWhole = a.exact?.d === 1n && b.exact?.d === 1n;
  return sign === "=" && isWhole && left.decimals + right.decimals === 0 && !/0$/.test(right.text);
}

/** Percentages are written with and without the sign: `8 / 20 * 100 = 40%`, `25% of 80 = 20`. */
function hasTrueReading(
  left: Side,
  right: Side,
  [a, b]: readonly [ConstantValue, ConstantValue],
  fuel: Fuel,
): boolean {
  if (!left.hasPercent && !right.hasPercent) return false;
  const lefts = left.hasPercent ? [a, constantValue(dropPercent(left.expr), fuel)] : [a];
  const rights = right.hasPercent ? [b, constantValue(dropPercent(right.expr), fuel)] : [b];
  return lefts.some((x) => rights.some((y) => x !== undefined && y !== undefined && isNear(x, y)));
}

function dropPercent(expr: Expr): Expr {
  return expr.kind === "percent" ? dropPercent(expr.operand) : mapChildren(expr, dropPercent);
}

function findDoubt(
  left: Side,
  right: Side,
  values: readonly [ConstantValue, ConstantValue],
  sign: string,
  fuel: Fuel,
): PairDoubt | undefined {
  const [a, b] = values;
  if (left.isAmbiguous || right.isAmbiguous) return "ambiguous";
  // A bare number on the left may be the end of a name or of a formula that was cut: `A2 = ...`.
  if (
    (left.isLiteral && !isProduct(left, right)) ||
    left.text.includes("circ") !== right.text.includes("circ")
  )
    return "ambiguous";
  if (isShareOf(left, b)) return "units";
  if (isDividedWithRest(left.text, right.text)) return "rounding";
  if (
    (isNear(a, b) && !isWrittenInFull(left, right, values, sign)) ||
    mayBeRounded(left, right, values, sign === "~=")
  )
    return "rounding";
  if (mayConvert(left, right, values, fuel) || mayName(left, right) || mayBeCents(left, right, values))
    return "units";
  // "100 + 20%" means a share of what it is added to.
  if ((left.hasPercent || right.hasPercent) && isPercentLoose(left, right, values)) return "ambiguous";
  return undefined;
}

/** Tells whether a percent sign may have been lost, or may apply to another number than the one it follows. */
function isPercentLoose(left: Side, right: Side, [a, b]: readonly [ConstantValue, ConstantValue]): boolean {
  if (/[-+][\d.]+%/.test(left.text) || /[-+][\d.]+%/.test(right.text)) return true;
  if (a.number === 0 || b.number === 0) return false;
  const ratio = Math.abs(a.number / b.number);
  return [100, 0.01, 10_000, 0.0001].some((factor) => Math.abs(ratio / factor - 1) < 0.02);
}

function compareOrder(
  left: Side,
  right: Side,
  values: readonly [ConstantValue, ConstantValue],
  sign: string,
  fuel: Fuel,
): PairOutcome {
  const [a, b] = values;
  if (sign !== "<" && sign !== ">" && sign !== "<=" && sign !== ">=")
    return { kind: "unknown", why: "ambiguous" };
  const difference = a.number - b.number;
  const isEqual = isNear(a, b);
  const holds = isEqual ? sign.length === 2 : sign.startsWith("<") ? difference < 0 : difference > 0;
  if (holds) return { kind: "true" };
  const isDoubtful =
    isEqual || left.isAmbiguous || right.isAmbiguous || mayConvert(left, right, values, fuel);
  if (isDoubtful || mayBeRoundedInOrder(left, right, values)) return { kind: "unknown", why: "ambiguous" };
  return { kind: "false", expected: formatConstant(a), left: a };
}

/** `2/5 = 12.8 hectares`: a share of something is said to be an amount. */
function isShareOf(left: Side, amount: ConstantValue): boolean {
  const share = /^(\d+)\/(\d+)$/.exec(left.text);
  return share !== null && Number(share[1]) < Number(share[2]) && amount.number >= 1;
}

/** `367/13 = 28 + 3` tells quotient and rest; `200/5 + 200/125 = 40 + 1` tells quotients without rests. */
function isDividedWithRest(left: string, right: string): boolean {
  const [a, b] = [left.split("+"), right.split("+")];
  const quotients = a.map((term) => /^(\d{1,12})\/([1-9]\d{0,11})$/.exec(term)?.slice(1).map(Number));
  if (!b.every((term) => /^\d{1,12}$/.test(term)) || quotients.includes(undefined)) return false;
  const terms = b.map(Number);
  const [first] = quotients;
  if (a.length === 1 && terms.length === 2)
    return first?.[0] === (first?.[1] ?? 0) * (terms[0] ?? 0) + (terms[1] ?? 0);
  return (
    a.length === terms.length &&
    quotients.every((pair, at) => Math.floor((pair?.[0] ?? 0) / (pair?.[1] ?? 1)) === terms[at])
  );
}

/** `168 = 2^3 * 7`: a number by itself is said to be a product. */
function isProduct(left: Side, right: Side): boolean {
  return left.isWhole === true && /^\d{2,}$/.test(left.text) && /^[\d*^{}]*\d\*[\d*^{}]*$/.test(right.text);
}
