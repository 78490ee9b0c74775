import type { Method } from "../verdict.ts";

/** Result of comparing a gold value with an answer value. */
export interface Outcome {
  readonly result: "equal" | "different" | "undecided";
  readonly method: Method;
  /** Machine-readable reason as in the verdict. */
  readonly reason: string;
}

const equals = new Map<Method, Outcome>();
const differences = new Map<Method, Outcome>();
for (const method of [
  "canonical",
  "rational",
  "modular",
  "numeric",
  "structural",
  "text",
  "choice",
] as const) {
  equals.set(method, { result: "equal", method, reason: "equal" });
  differences.set(method, { result: "different", method, reason: "different" });
}

/** Neither shown equal nor refuted. */
export const undecidedOutcome: Outcome = { result: "undecided", method: "numeric", reason: "undecided" };

/** Returns the shared outcome "equal by this method". */
export function equalBy(method: Method): Outcome {
  return equals.get(method) ?? undecidedOutcome;
}

/** Returns the outcome "different by this method", with a reason of its own where given. */
export function differentBy(method: Method, reason = "different"): Outcome {
  if (reason !== "different") return { result: "different", method, reason };
  return differences.get(method) ?? undecidedOutcome;
}
