import type { Fuel } from "../fuel.ts";
import type { Rational } from "../value/rational.ts";
import type { Value } from "../value/value.ts";
import { evaluateExact } from "./evaluate-exact.ts";

/** Numbers between two rational ends; an end that is undefined is infinite. */
export interface RationalSpan {
  readonly low: Rational | undefined;
  readonly high: Rational | undefined;
  readonly hasLow: boolean;
  readonly hasHigh: boolean;
}

/** Reads a number, an interval, a finite set or a union of these; undefined for anything else. */
export function rationalSpans(value: Value, fuel: Fuel): readonly RationalSpan[] | undefined {
  fuel.spend(4);
  if (value.kind === "scalar") {
    const end = endOf(value, fuel);
    if (end === undefined || end === "infinite") return undefined;
    return [{ low: end, high: end, hasLow: true, hasHigh: true }];
  }
  if (value.kind === "bracket") return spanOf(value, fuel);
  if (value.kind === "set") return all(value.items, fuel);
  return value.kind === "set_operation" && value.sign === "cup" ? all(value.parts, fuel) : undefined;
}

function all(values: readonly Value[], fuel: Fuel): readonly RationalSpan[] | undefined {
  const spans: RationalSpan[] = [];
  for (const value of values) {
    const part = rationalSpans(value, fuel);
    if (part === undefined) return undefined;
    spans.push(...part);
  }
  return spans;
}

function spanOf(value: Value & { kind: "bracket" }, fuel: Fuel): readonly RationalSpan[] | undefined {
  const [low, high] = value.items.map((item) => endOf(item, fuel));
  if (value.items.length !== 2 || low === undefined || high === undefined) return undefined;
  return [
    {
      low: low === "infinite" ? undefined : low,
      high: high === "infinite" ? undefined : high,
      hasLow: value.open === "[",
      hasHigh: value.close === "]",
    },
  ];
}

function endOf(value: Value, fuel: Fuel): Rational | "infinite" | undefined {
  if (value.kind !== "scalar" || value.mark !== undefined) return undefined;
  const { expr } = value;
  const size = expr.kind === "negate" ? expr.operand : expr;
  if (size.kind === "constant" && size.name === "infinity") return "infinite";
  const exact = evaluateExact(expr, fuel);
  return typeof exact === "string" ? undefined : exact;
}
