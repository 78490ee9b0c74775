import type {
  ReceivedRolloutGroup,
  ReceivedScoreRolloutsRequest,
  SentGroupResult,
  SentRolloutResult,
  SentScoreRolloutsResponse,
} from "@touchstone/proto";
import { toWellFormedText } from "@touchstone/proto";
import type { Verdict } from "../answer/index.ts";
import type { DifficultyLedger } from "../difficulty/difficulty-ledger.ts";
import { InvalidRequestError } from "../errors.ts";
import type { GradeTask } from "../grading/grader.ts";
import type { VerdictTally } from "../grading/tally.ts";
import { noShortcut } from "../reward/gates.ts";
import type { GroupStats } from "../reward/group-stats.ts";
import { type ResolvedReward, resolveReward } from "../reward/profiles.ts";
import { scoreGroup } from "../reward/score-group.ts";
import { countFlags, type GroupShortcuts } from "../reward/shortcuts/detect-shortcuts.ts";
import type { StepLimits } from "../steps/index.ts";
import { requireBatchSize } from "./batch-size.ts";
import { checkGroupSuccesses } from "./check-group-successes.ts";
import { chooseRules, createTask, type RuleChoice } from "./choose-rules.ts";
import { type CountedGroup, checkTracking, countGroups } from "./count-groups.ts";
import type { GradingContext } from "./grade-answers.ts";
import { requireUniqueIds } from "./unique-ids.ts";
import { readGrader } from "./wire-grader.ts";
import { type AppliedPolicy, overlayPolicy } from "./wire-policy.ts";
import { echoThresholds, examineGroup, flagsToWire, readThresholds } from "./wire-shortcuts.ts";
import { verdictToWire } from "./wire-verdict.ts";

/** What scoring needs beside grading. */
export interface ScoringContext extends GradingContext {
  readonly ledger: DifficultyLedger;
  readonly stepLimits: StepLimits;
}

/**
 * Grades groups of rollouts, turns the verdicts into rewards, and counts the groups in the difficulty ledger.
 *
 * @throws InvalidRequestError for a batch that cannot be served; BatchConflictError; LedgerUnavailableError; the
 * signal's reason once it is aborted
 */
export async function scoreRollouts(
  request: ReceivedScoreRolloutsRequest,
  context: ScoringContext,
  tally: VerdictTally,
  signal: AbortSignal,
): Promise<SentScoreRolloutsResponse> {
  const { groups, batchId } = request;
  const rolloutCount = groups.reduce((sum, group) => sum + group.rollouts.length, 0);
  requireBatchSize("rollouts", rolloutCount, context.maxItems);
  requireBatchSize("groups", groups.length, context.maxItems);
  groups.forEach((group, index) => {
    requireUniqueIds(`groups[${index}].rollouts`, group.rollouts);
  });
  const reward = resolveReward(request.reward);
  const admission = checkTracking(request, context.ledger);
  const thresholds = readThresholds(request.reward);
  if (thresholds === undefined && Object.values(reward.gates).includes(noShortcut)) {
    throw new InvalidRequestError(
      `The gate "${noShortcut}" needs the detectors that skip_shortcuts leaves out.`,
    );
  }
  const batchPolicy = overlayPolicy(context.defaultPolicy, request.policy);
  const batchGrader = readGrader(request.grader, undefined, context.graders);
  const policies = groups.map((group) => chooseRules(group, batchPolicy, batchGrader, context.graders));
  const tasks = groups.flatMap((group, index) => listTasks(group, policies[index]!));
  const graded = (await context.grader.grade(tasks, signal)).values();

  const occurrences = countEarlierOccurrences(groups);
  const results = groups.map((group, index) => {
    const { applied, refusal } = policies[index]!;
    const verdicts = group.rollouts.map(() => refusal ?? graded.next().value!);
    for (const verdict of verdicts) tally.add(verdict);
    const place = { batchId, problemId: group.problemId, occurrence: occurrences[index]! };
    const shortcuts = examineGroup(group, verdicts, thresholds);
    return buildGroupResult(group, verdicts, applied, reward, place, shortcuts);
  });
  // Nobody waits any longer: count nothing, so that a later call decides afresh.
  signal.throwIfAborted();
  const stats =
    admission.rule === "verified_success"
      ? await checkStats(
          groups,
          results,
          { below: admission.settings.verifiedBelow, stepLimits: context.stepLimits },
          signal,
        )
      : results.map((result) => result.stats);
  const { advice, repeated } = await countGroups(request, admission, stats, context.ledger);
  return {
    batchId: toWellFormedText(batchId),
    groups: results.map((result, index) => ({ ...result, ...advice[index] })),
    reward: { ...reward, ...echoThresholds(thresholds) },
    repeated,
  };
}

async function checkStats(
  groups: readonly ReceivedRolloutGroup[],
  results: readonly (SentGroupResult & { stats: GroupStats })[],
  bounds: { readonly below: number; readonly stepLimits: StepLimits },
  signal: AbortSignal,
): Promise<CountedGroup[]> {
  const isCorrect = results.map(({ rollouts }) =>
    (rollouts ?? []).map(({ verdict }) => verdict?.score?.correct === true),
  );
  const rates = results.map(({ stats }) => stats.passRate);
  const checked = await checkGroupSuccesses(groups, isCorrect, rates, bounds, signal);
  return results.map(({ stats }, index) => {
    const successes = checked[index];
    return successes === undefined ? stats : { ...stats, successes };
  });
}

function listTasks(group: ReceivedRolloutGroup, { applied, grader, refusal }: RuleChoice): GradeTask[] {
  if (refusal !== undefined) return [];
  const { golds, choices } = group;
  const shared = choices.length === 0 ? { golds } : { golds, choices };
  return group.rollouts.map(({ response }) =>
    createTask({ ...shared, candidate: { response } }, applied.policy, grader),
  );
}

function countEarlierOccurrences(groups: readonly ReceivedRolloutGroup[]): number[] {
  const seen = new Map<string, number>();
  return groups.map(({ problemId }) => {
    const earlier = seen.get(problemId) ?? 0;
    seen.set(problemId, earlier + 1);
    return earlier;
  });
}

function buildGroupResult(
  group: ReceivedRolloutGroup,
  verdicts: readonly Verdict[],
  policy: AppliedPolicy,
  reward: ResolvedReward,
  place: { batchId: string; problemId: string; occurrence: number },
  shortcuts: GroupShortcuts | undefined,
): SentGroupResult & { stats: GroupStats } {
  const rollouts = group.rollouts.map(({ id, truncated }, index) => ({
    id,
    truncated,
    verdict: verdicts[index]!,
    ...(shortcuts === undefined
      ? {}
      : { tookShortcut: shortcuts.rollouts[index]!.some(({ flagged }) => flagged) }),
  }));
  const scored = scoreGroup(rollouts, reward, place);
  const results = rollouts.map(({ id, verdict }, index): SentRolloutResult => {
    const { reward: value, components } = scored.rewards[index]!;
    return {
      id: toWellFormedText(id),
      verdict: verdictToWire(id, verdict, policy.wire),
      components,
      shortcuts: flagsToWire(shortcuts?.rollouts[index] ?? [], group.rollouts[index]!.response),
      ...(value === undefined ? {} : { reward: value }),
    };
  });
  return {
    problemId: toWellFormedText(group.problemId),
    rollouts: results,
    stats: { ...scored.stats, shortcutCounts: countFlags(shortcuts?.rollouts ?? []) },
    shortcuts: flagsToWire(shortcuts?.group ?? [], ""),
  };
}
