import type { Fuel } from "../fuel.ts";
import { formatExpr } from "./format-expr.ts";
import { formatCondition, formatValue } from "./format-value.ts";
import { formatRational } from "./rational.ts";
import type { Unit } from "./unit.ts";
import type { Value } from "./value.ts";

/** The parts of an answer, each as it is shown. */
export interface Anatomy {
  /** What the value is said to be the value of: `x`, `m + n`, `area`. */
  readonly label?: string;
  readonly value: string;
  /** Dimensions, and the size in their base units where it is not 1. */
  readonly unit?: string;
  /** What is said about the names in the value. */
  readonly conditions: readonly string[];
}

/**
 * Returns label, value, unit and conditions of a value in normal form; the value of a quantity is its number in the unit
 * as written. Throws where the fuel runs out.
 */
export function anatomyOf(value: Value, fuel: Fuel): Anatomy {
  if (value.kind === "conditioned") {
    const inner = anatomyOf(value.value, fuel);
    const conditions = value.conditions.map((condition) => formatCondition(condition, fuel));
    return { ...inner, conditions: [...inner.conditions, ...conditions] };
  }
  if (value.kind === "labelled") {
    const inner = anatomyOf(value.value, fuel);
    const own =
      value.parameters.length === 0 ? value.label : `${value.label}(${value.parameters.join(", ")})`;
    return { ...inner, label: inner.label === undefined ? own : `${own}: ${inner.label}` };
  }
  if (value.kind === "quantity")
    return { value: formatExpr(value.expr, fuel), unit: describeUnit(value.unit), conditions: [] };
  return { value: formatValue(value, fuel), conditions: [] };
}

function describeUnit({ dimension, size }: Unit): string {
  return size.n === size.d ? dimension : `${formatRational(size)} ${dimension}`;
}
