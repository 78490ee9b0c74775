import type { AnswerVerdict, Failure, GroupResult, RolloutResult } from "@touchstone/proto";
import { TrainerError } from "../errors.ts";
import type { GroupDecision, GroupVerdict, RolloutVerdict } from "./reward-source.ts";

const actionOf: Readonly<Record<string, GroupDecision["action"]>> = {
  DECISION_ACTION_EXPLORE: "explore",
  DECISION_ACTION_KEEP: "keep",
  DECISION_ACTION_DROP: "drop",
  DECISION_ACTION_GUARD: "guard",
};

/** What the verifier says of a group. Throws VERIFIER_REJECTED when it decided nothing. */
export function readGroup({ problemId, rollouts, decision }: GroupResult): GroupVerdict {
  const action = actionOf[decision?.action ?? "DECISION_ACTION_UNSPECIFIED"];
  if (decision == null || action === undefined) {
    throw new TrainerError(
      "VERIFIER_REJECTED",
      `The verifier decided nothing about the group of problem "${problemId}"; use one of this trainer's version.`,
    );
  }
  const { reason, rule, weight, advantageCap } = decision;
  return {
    verdicts: rollouts.map(readVerdict),
    decision: {
      action,
      reason,
      // Other rules send the ledger's advice for sampling, which is no weight of a group.
      weight: rule === "pool" ? weight : 1,
      ...(advantageCap === undefined ? {} : { advantageCap }),
    },
  };
}

function readVerdict({
  verdict,
  reward,
  components,
  shortcuts,
  stepsFailure,
}: RolloutResult): RolloutVerdict {
  const failure = readFailure(verdict);
  if (failure !== undefined) return failure;
  if (reward === undefined) {
    if (stepsFailure) return describeFailure(stepsFailure);
    return { kind: "failed", failure: "NO_REWARD", message: "The verifier gave a verdict but no reward." };
  }
  const { score, reason } = verdict as AnswerVerdict;
  // Maps have no order on the wire; records of equal runs must be equal.
  const sorted = Object.fromEntries(Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    kind: "scored",
    reward,
    isCorrect: score?.correct === true,
    reason,
    components: sorted,
    shortcuts: shortcuts.filter(({ flagged }) => flagged).map(({ name }) => name),
  };
}

function readFailure(verdict: AnswerVerdict | null): RolloutVerdict | undefined {
  if (verdict?.score) return undefined;
  if (verdict?.failure) return describeFailure(verdict.failure);
  return { kind: "failed", failure: "NO_VERDICT", message: "The verifier gave no verdict." };
}

function describeFailure({ kind, message }: Failure): RolloutVerdict {
  return { kind: "failed", failure: kind.replace(/^FAILURE_KIND_/, ""), message };
}
