import type { Fuel } from "../../answer/fuel.ts";
import type { Statement } from "../read/statement.ts";
import type { Claim } from "../verdict.ts";
import { compareSides } from "./compare-sides.ts";
import { readManner } from "./sentence-at.ts";

/**
 * Checks a value that is named again on the next line: `Total = 5 * 40`, then `Total = 200`. The name must be the same,
 * word for word, and nothing may stand between the two lines.
 */
export function checkNamedValues(text: string, statements: readonly Statement[], fuel: Fuel): Claim[] {
  const claims: Claim[] = [];
  statements.forEach((statement, index) => {
    const before = statements[index - 1];
    if (before === undefined || !isSameName(text, before, statement)) return;
    const left = before.sides.at(-1);
    const right = statement.sides[1];
    if (left === undefined || right === undefined || left.isLiteral || left.hasSymbol || right.hasSymbol)
      return;
    const outcome = compareSides(left, right, "=", fuel);
    if (outcome.kind === "unknown") return;
    const place = { kind: "equality" as const, start: statement.start, end: statement.end };
    if (outcome.kind === "true") claims.push({ ...place, verdict: "true" });
    else if (!readManner(text, before.start, statement.end).isHypothetical)
      claims.push({ ...place, verdict: "false", expected: outcome.expected });
  });
  return claims;
}

function isSameName(text: string, before: Statement, after: Statement): boolean {
  if (before.label === "" || before.label !== after.label || after.signs[0] !== "=") return false;
  if (before.sides[0] !== undefined || after.sides[0] !== undefined || before.signs.length !== 1)
    return false;
  const between = text.slice(before.end, after.sides[1]?.start ?? before.end).toLowerCase();
  const rest = after.label.split(" ").reduce((left, word) => left.replace(word, ""), between);
  return between.includes("\n") && /^[\s=$*\\(){}[\].,-]*$/.test(rest);
}
