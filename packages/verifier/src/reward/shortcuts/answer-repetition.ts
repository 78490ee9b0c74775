import type { AnswerStatement } from "./list-statements.ts";
import { type Finding, maxEvidence } from "./shortcut.ts";

/** Times an answer is stated that score 1. */
const certainTimes = 10;

/** The same answer stated over and over: the score grows with every statement after the second. */
export function detectAnswerRepetition(statements: readonly AnswerStatement[]): Finding | undefined {
  const byValue = new Map<string, AnswerStatement[]>();
  let most: AnswerStatement[] = [];
  for (const statement of statements) {
    if (statement.value === "") continue;
    const same = byValue.get(statement.value) ?? [];
    same.push(statement);
    byValue.set(statement.value, same);
    if (same.length > most.length) most = same;
  }
  if (most.length < 3) return undefined;
  return {
    score: Math.min(1, most.length / certainTimes),
    evidence: most.slice(0, maxEvidence).map(({ start, end }) => ({ start, end })),
    reason: `The same answer is stated ${most.length} times.`,
  };
}
