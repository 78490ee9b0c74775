import {
  type SentDifficulty,
  type SentDifficultySettings,
  type SentGroupDecision,
  toWellFormedText,
} from "@touchstone/proto";
import { admissionRules, type GroupDecision } from "../difficulty/admit-group.ts";
import type { DecisionAction, ProblemReport } from "../difficulty/decide-problem.ts";
import { difficultyFields } from "../difficulty/difficulty-config.ts";
import type { DifficultyLedger } from "../difficulty/difficulty-ledger.ts";
import { selectionMethods } from "../difficulty/select-problems.ts";
import type { SyncPolicy } from "../ledger/sync-policy.ts";

const actions = {
  explore: "DECISION_ACTION_EXPLORE",
  keep: "DECISION_ACTION_KEEP",
  drop: "DECISION_ACTION_DROP",
  guard: "DECISION_ACTION_GUARD",
} as const satisfies Record<DecisionAction, string>;

/** A report as the contract spells it, without the visits. */
export function difficultyToWire({
  problemId,
  step,
  posterior,
  decision,
  state,
}: ProblemReport): SentDifficulty {
  const { action, reason, weight, returnsAtStep } = decision;
  const lastVisit = state?.lastVisits.at(-1);
  return {
    problemId: toWellFormedText(problemId),
    policyStep: step,
    ...posterior,
    visits: state?.visits ?? 0,
    rollouts: state?.rollouts ?? 0,
    correct: state?.correct ?? 0,
    ...(lastVisit === undefined ? {} : { lastVisitStep: lastVisit.step }),
    action: actions[action],
    reason,
    weight,
    ...(returnsAtStep === undefined ? {} : { returnsAtStep }),
  };
}

/** A report as the contract spells it, with the newest visits. */
export function difficultyWithVisits(report: ProblemReport): SentDifficulty {
  const recentVisits = (report.state?.lastVisits ?? []).map(({ step, rollouts, correct }) => ({
    policyStep: step,
    rollouts,
    correct,
  }));
  return { ...difficultyToWire(report), recentVisits };
}

/** A decision about a group as the contract spells it. */
export function decisionToWire({
  action,
  reason,
  rule,
  weight,
  advantageCap,
}: GroupDecision): SentGroupDecision {
  const cap = advantageCap === undefined ? {} : { advantageCap };
  return { action: actions[action], reason, rule, weight, ...cap };
}

/** What `Describe` says of the ledger. */
export function describeDifficulty(
  { store, config }: DifficultyLedger,
  sync: SyncPolicy,
): SentDifficultySettings {
  const settings: Record<string, number> = {};
  for (const { name } of difficultyFields) {
    const key = name.replace(/_[a-z]/g, (letters) => letters.slice(1).toUpperCase()) as keyof typeof config;
    const value = config[key];
    if (typeof value === "number") settings[name] = value;
  }
  return {
    store: store.kind,
    sync: store.kind === "file" ? sync : "",
    admissionRules: admissionRules.map(({ name, description }) => ({ name, description })),
    defaultAdmission: config.admission,
    selectionMethods: [...selectionMethods],
    settings,
    maxProblems: store.capacity?.maxProblems ?? 0,
    whenFull: store.capacity?.whenFull ?? "",
  };
}
