import type { Verdict } from "../answer/index.ts";

/** A verdict in a few words. */
export function nameVerdict(verdict: Verdict): string {
  if (verdict.kind === "failure") return `failure ${verdict.failure}: ${verdict.message}`;
  return `${verdict.correct ? "correct" : "incorrect"} (${verdict.reason})`;
}
