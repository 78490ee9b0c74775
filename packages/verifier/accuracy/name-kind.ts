import { parseAnswer, type Value } from "@touchstone/verifier/answer";

/** The kind of answer that a gold is, in the words of the report. */
export function nameKind(gold: string): string {
  const parsed = parseAnswer(gold);
  if (parsed.kind !== "answer") return "not read";
  const [first] = parsed.answer.readings;
  return first === undefined ? "not read" : nameValue(first);
}

function nameValue(value: Value): string {
  switch (value.kind) {
    case "scalar":
      return value.mark ?? nameScalar(value.expr);
    case "quantity":
      return "quantity with a unit";
    case "bracket":
      return "tuple or interval";
    case "set_operation":
      return "union of sets";
    case "labelled":
      return "assignment";
    case "relation":
    case "chain":
      return "relation";
    case "boolean":
      return "yes or no";
    default:
      return value.kind;
  }
}

type Expr = Extract<Value, { kind: "scalar" }>["expr"];

function nameScalar(expr: Expr): string {
  const inner = expr.kind === "negate" ? expr.operand : expr;
  if (inner.kind === "number") return inner.value.d === 1n ? "integer" : "fraction or decimal";
  if (inner.kind === "divide" && inner.left.kind === "number" && inner.right.kind === "number")
    return "fraction or decimal";
  return hasVariable(expr) ? "expression with variables" : "constant expression";
}

function hasVariable(expr: object): boolean {
  if ("kind" in expr && expr.kind === "symbol") return true;
  return Object.values(expr).some((part) =>
    Array.isArray(part)
      ? part.some(hasVariable)
      : typeof part === "object" && part !== null && hasVariable(part),
  );
}
