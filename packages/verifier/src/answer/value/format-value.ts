import { Fuel, isExhaustion } from "../fuel.ts";
import type { Condition } from "./condition.ts";
import { formatExpr } from "./format-expr.ts";
import { markedExpr } from "./marked-expr.ts";
import type { ParsedAnswer, Value } from "./value.ts";

/** Work spent on a form at most; a costlier answer shows its text. */
const formFuel = 200_000;
/** Longest form; longer ones show the text of the answer. */
const maxFormChars = 1000;

/** Returns the normal form of an answer's first reading: equal forms mean equal answers. */
export function formatAnswer(answer: ParsedAnswer): string {
  const [first] = answer.readings;
  if (first === undefined) return answer.text;
  try {
    const form = formatValue(first, new Fuel(formFuel));
    return form.length > maxFormChars ? answer.text : form;
  } catch (error) {
    if (isExhaustion(error)) return answer.text;
    throw error;
  }
}

/** Returns the normal form of a value. Throws where the fuel runs out. */
export function formatValue(value: Value, fuel: Fuel): string {
  fuel.spend(2);
  const join = (items: readonly Value[], separator = ", ") =>
    items.map((item) => formatValue(item, fuel)).join(separator);
  switch (value.kind) {
    case "scalar":
      return value.run ?? formatExpr(markedExpr(value), fuel);
    case "quantity":
      return `${formatExpr({ kind: "multiply", left: value.expr, right: sizeOf(value) }, fuel)} [${value.unit.dimension}]`;
    case "bracket":
      return `${value.open}${join(value.items)}${value.close}`;
    case "list":
      return join(value.items);
    case "ratio":
      return value.terms.map((term) => formatExpr(term, fuel)).join(":");
    case "congruence":
      return formatCongruence(value, fuel);
    case "cases":
      return value.rows
        .map(([item, when]) => `${formatValue(item, fuel)} if ${formatValue(when, fuel)}`)
        .join("; ");
    case "conditioned":
      return [
        formatValue(value.value, fuel),
        ...value.conditions.map((one) => formatCondition(one, fuel)),
      ].join(", ");
    case "set":
      return `{${value.items
        .map((item) => formatValue(item, fuel))
        .sort()
        .join(", ")}}`;
    case "set_operation":
      return join(value.parts, ` ${value.sign} `);
    case "labelled":
      return `${value.label} = ${formatValue(value.value, fuel)}`;
    case "relation":
      return value.sides
        .map((side, at) => `${at > 0 ? ` ${value.signs[at - 1]} ` : ""}${formatValue(side, fuel)}`)
        .join("");
    case "chain":
      return join(value.sides, " = ");
    case "matrix":
      return `[${value.rows.map((row) => `[${join(row)}]`).join(", ")}]`;
    case "boolean":
      return value.value ? "true" : "false";
    case "text":
      return value.text;
    case "statement":
      return value.parts.map(({ tokens }) => tokens.join(" ")).join(" ");
  }
}

/** Returns a condition as it is shown: `k: integer`, `x = (1, infinity)`. */
export function formatCondition(condition: Condition<Value>, fuel: Fuel): string {
  if (condition.kind === "words") return condition.text;
  if (condition.kind === "relation") return formatValue(condition.relation, fuel);
  return `${condition.names.join(", ")}: ${condition.domain}`;
}

function formatCongruence(value: Value & { kind: "congruence" }, fuel: Fuel): string {
  const left = value.left === undefined ? "" : `${formatExpr(value.left, fuel)} ≡ `;
  return `${left}${formatExpr(value.residue, fuel)} (mod ${formatExpr(value.modulus, fuel)})`;
}

function sizeOf(value: Value & { kind: "quantity" }) {
  return { kind: "number", value: value.unit.size } as const;
}
