import {
  type ReceivedRolloutGroup,
  type ReceivedScoreRolloutsRequest,
  type SentGroupResult,
  toWellFormedText,
} from "@touchstone/proto";
import { suggestWord } from "../closest-word.ts";
import type { CheckedSuccesses } from "../difficulty/checked-successes.ts";
import {
  admissionRuleNames,
  type DifficultyConfig,
  overlayAdmission,
} from "../difficulty/difficulty-config.ts";
import type { Admission, DifficultyLedger } from "../difficulty/difficulty-ledger.ts";
import { InvalidRequestError, VerifierError } from "../errors.ts";
import type { GroupStats } from "../reward/group-stats.ts";
import type { CallTally } from "./call-tally.ts";
import { fingerprintBatch, requireLedgerId, requireStep } from "./ledger-ids.ts";
import { decisionToWire, difficultyToWire } from "./wire-difficulty.ts";

/** What the ledger adds to the result of a group. */
export type GroupAdvice = Pick<SentGroupResult, "decision" | "difficultyBefore" | "difficultyAfter">;

/** Statistics of a group, with the check of its successes where there was one. */
export type CountedGroup = GroupStats & { readonly successes?: CheckedSuccesses };

/**
 * The admission rule of a request with its settings; the server's where it names none.
 *
 * @throws InvalidRequestError for an unknown rule, settings it cannot have, or ids and steps that the ledger does not take
 */
export function checkTracking(
  request: ReceivedScoreRolloutsRequest,
  { config }: DifficultyLedger,
): Admission {
  requireStep(request.policyStep);
  if (request.policyStream !== "") {
    requireLedgerId("policy_stream", request.policyStream);
    requireLedgerId("batch_id", request.batchId);
    for (const [index, { problemId }] of request.groups.entries()) {
      requireLedgerId(`groups[${index}].problem_id`, problemId);
    }
  }
  const settings = readSettings(config, request.admissionSettings);
  if (request.admission === "") return { rule: config.admission, settings };
  const rule = admissionRuleNames.find((name) => name === request.admission);
  if (rule !== undefined) return { rule, settings };
  const shown = JSON.stringify(request.admission.slice(0, 64));
  const known = suggestWord(request.admission, admissionRuleNames);
  throw new InvalidRequestError(`Unknown admission rule ${shown}.${known}`);
}

function readSettings(config: DifficultyConfig, given: Readonly<Record<string, number>>): DifficultyConfig {
  try {
    return overlayAdmission(config, given);
  } catch (error) {
    if (!(error instanceof VerifierError)) throw error;
    throw new InvalidRequestError(`admission_settings: ${error.message}`);
  }
}

/**
 * Enters graded groups into the ledger and decides about each; without a policy stream nothing is entered.
 *
 * @throws BatchConflictError, LedgerUnavailableError
 */
export async function countGroups(
  request: ReceivedScoreRolloutsRequest,
  admission: Admission,
  stats: readonly CountedGroup[],
  ledger: DifficultyLedger,
  tally: CallTally,
): Promise<{ advice: GroupAdvice[]; repeated: boolean }> {
  const { policyStream, policyStep: step, batchId } = request;
  if (policyStream === "") {
    const advice = stats.map((group) => {
      const decision = ledger.decideAlone(group, step, admission);
      tally.addDecision(decision.action);
      return { decision: decisionToWire(decision) };
    });
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
  const { outcomes, repeated } = await ledger.score({ key, step, admission, groups });
  tally.ledgerBatch = repeated ? "repeated" : "applied";
  const advice = outcomes.map(({ before, after, decision }): GroupAdvice => {
    tally.addDecision(decision.action);
    const wire = { decision: decisionToWire(decision) };
    if (after.problemId === "") return wire;
    return { ...wire, difficultyBefore: difficultyToWire(before), difficultyAfter: difficultyToWire(after) };
  });
  return { advice, repeated };
}
