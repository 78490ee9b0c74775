import type { Fuel } from "../../answer/fuel.ts";
import { sameRational } from "../../answer/value/rational.ts";
import type { Side } from "../read/side.ts";
import type { Statement } from "../read/statement.ts";
import type { Claim } from "../verdict.ts";
import { compareSides, type PairOutcome } from "./compare-sides.ts";
import { readManner } from "./sentence-at.ts";
import { evaluateWith, symbolsOf } from "./solve-linear.ts";

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
    if (left === undefined || right === undefined || left.isLiteral) return;
    const outcome = left.hasSymbol ? compareForms(left, right, fuel) : compareSides(left, right, "=", fuel);
    if (outcome === undefined || outcome.kind === "unknown") return;
    const place = { kind: "equality" as const, start: statement.start, end: statement.end };
    if (outcome.kind === "true") claims.push({ ...place, verdict: "true" });
    else if (!readManner(text, before.start, statement.end).isHypothetical)
      claims.push({ ...place, verdict: "false", expected: outcome.expected });
  });
  return claims;
}

/** Two forms of one value in the same letters: they must agree at every point, and so at these. */
function compareForms(left: Side, right: Side, fuel: Fuel): PairOutcome | undefined {
  const names = [...symbolsOf(left.expr)].sort();
  if (names.join() !== [...symbolsOf(right.expr)].sort().join() || names.length > maxLetters)
    return undefined;
  if (left.isAmbiguous || right.isAmbiguous || left.decimals > 0 || right.decimals > 0) return undefined;
  const differs = [0, 1, 2].map((shift) => {
    const values = new Map(names.map((name, at) => [name, { n: probes[at + shift] ?? 1n, d: 3n }]));
    const [a, b] = [evaluateWith(left.expr, values, fuel), evaluateWith(right.expr, values, fuel)];
    return a === undefined || b === undefined ? undefined : !sameRational(a, b);
  });
  if (differs.every((isDifferent) => isDifferent === true))
    return { kind: "false", expected: left.text, left: { exact: undefined, number: Number.NaN, error: 0 } };
  return differs.every((isDifferent) => isDifferent === false)
    ? compareSides(left, right, "=", fuel)
    : undefined;
}

/** Most letters of a form that is looked at. */
const maxLetters = 4;
const probes = [2n, 5n, 7n, 11n, 13n, 17n];

function isSameName(text: string, before: Statement, after: Statement): boolean {
  if (before.label === "" || before.label !== after.label || after.signs[0] !== "=") return false;
  if (before.sides[0] !== undefined || after.sides[0] !== undefined || before.signs.length !== 1)
    return false;
  const between = text
    .slice(before.end, after.sides[1]?.start ?? before.end)
    .replace(/^\s*\([^()\n]{1,60}\)/, "")
    .toLowerCase();
  const rest = after.label.split(" ").reduce((left, word) => left.replace(word, ""), between);
  return between.includes("\n") && /^[\s=$*\\(){}[\].,-]*$/.test(rest);
}
