import {
  type ReceivedRolloutGroup,
  type ReceivedScoreRolloutsRequest,
  type SentGroupResult,
  toWellFormedText,
} from "@touchstone/proto";
import { suggestWord } from "../closest-word.ts";
import type { CheckedSuccesses } from "../difficulty/check-successes.ts";
import { type AdmissionRuleName, admissionRuleNames } from "../difficulty/difficulty-config.ts";
import type { DifficultyLedger } from "../difficulty/difficulty-ledger.ts";
import { InvalidRequestError } from "../errors.ts";
import type { GroupStats } from "../reward/group-stats.ts";
import { fingerprintBatch, requireLedgerId, requireStep } from "./ledger-ids.ts";
import { decisionToWire, difficultyToWire } from "./wire-difficulty.ts";

/** What the ledger adds to the result of a group. */
export type GroupAdvice = Pick<SentGroupResult, "decision" | "difficultyBefore" | "difficultyAfter">;

/** Statistics of a group, with the check of its successes where there was one. */
export type CountedGroup = GroupStats & { readonly successes?: CheckedSuccesses };

/**
 * The admission rule of a request; the server's default where it names none.
 *
 * @throws InvalidRequestError for an unknown rule, or ids and steps that the ledger does not take
 */
export function checkTracking(
  request: ReceivedScoreRolloutsRequest,
  { config }: DifficultyLedger,
): AdmissionRuleName {
  requireStep(request.policyStep);
  if (request.policyStream !== "") {
    requireLedgerId("policy_stream", request.policyStream);
    requireLedgerId("batch_id", request.batchId);
    for (const [index, { problemId }] of request.groups.entries()) {
      requireLedgerId(`groups[${index}].problem_id`, problemId);
    }
  }
  if (request.admission === "") return config.admission;
  const rule = admissionRuleNames.find((name) => name === request.admission);
  if (rule !== undefined) return rule;
  const shown = JSON.stringify(request.admission.slice(0, 64));
  const known = suggestWord(request.admission, admissionRuleNames);
  throw new InvalidRequestError(`Unknown admission rule ${shown}.${known}`);
}

/**
 * Enters graded groups into the ledger and decides about each; without a policy stream nothing is entered.
 *
 * @throws BatchConflictError, LedgerUnavailableError
 */
export async function countGroups(
  request: ReceivedScoreRolloutsRequest,
  rule: AdmissionRuleName,
  stats: readonly CountedGroup[],
  ledger: DifficultyLedger,
): Promise<{ advice: GroupAdvice[]; repeated: boolean }> {
  const { policyStream, policyStep: step, batchId } = request;
  if (policyStream === "") {
    const advice = stats.map((group) => ({
      decision: decisionToWire(ledger.decideAlone(group, step, rule)),
    }));
    return { advice, repeated: false };
  }
  const key = {
    stream: toWellFormedText(policyStream),
    batchId: toWellFormedText(batchId),
    fingerprint: batchId === "" ? "" : fingerprintBatch(request),
  };
  const groups = request.groups.map(({ problemId }: ReceivedRolloutGroup, index) => {
    const { scored, correct, silent, successes } = stats[index]!;
    const checked = successes === undefined ? {} : { successes };
    return { problemId: toWellFormedText(problemId), scored, correct, silent, ...checked };
  });
  const { outcomes, repeated } = await ledger.score({ key, step, rule, groups });
  const advice = outcomes.map(({ before, after, decision }): GroupAdvice => {
    const wire = { decision: decisionToWire(decision) };
    if (after.problemId === "") return wire;
    return { ...wire, difficultyBefore: difficultyToWire(before), difficultyAfter: difficultyToWire(after) };
  });
  return { advice, repeated };
}
