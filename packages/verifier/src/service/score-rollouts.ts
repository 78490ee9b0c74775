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
import type { JudgedRollout, RolloutTask } from "../grading/grader.ts";
import { inSlices } from "../grading/in-slices.ts";
import type { VerdictTally } from "../grading/tally.ts";
import { noShortcut } from "../reward/gates.ts";
import type { GroupStats } from "../reward/group-stats.ts";
import { type ResolvedReward, resolveReward } from "../reward/profiles.ts";
import { scoreGroup } from "../reward/score-group.ts";
import { countFlags, flagGroup, type GroupShortcuts } from "../reward/shortcuts/flag-group.ts";
import { requireBatchSize } from "./batch-size.ts";
import { checkGroupSuccesses } from "./check-group-successes.ts";
import { chooseRules, type RuleChoice } from "./choose-rules.ts";
import { type CountedGroup, checkTracking, countGroups } from "./count-groups.ts";
import type { GradingContext } from "./grade-answers.ts";
import { requireUniqueIds } from "./unique-ids.ts";
import { readGrader } from "./wire-grader.ts";
import { type AppliedPolicy, overlayPolicy } from "./wire-policy.ts";
import { echoThresholds, flagsToWire, readThresholds } from "./wire-shortcuts.ts";
import { verdictToWire } from "./wire-verdict.ts";

/** What scoring needs beside grading. */
export interface ScoringContext extends GradingContext {
  readonly ledger: DifficultyLedger;
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
  const detects = thresholds !== undefined;
  const tasks = groups.flatMap((group, index) => listTasks(group, policies[index]!, detects));
  const judged = (await context.grader.judge(tasks, signal)).values();

  const occurrences = countEarlierOccurrences(groups);
  const build = (group: ReceivedRolloutGroup, index: number) => {
    const rollouts = group.rollouts.map(() => judged.next().value!);
    for (const { verdict } of rollouts) tally.add(verdict);
    const place = { batchId, problemId: group.problemId, occurrence: occurrences[index]! };
    const shortcuts = thresholds && flagGroup(toExamined(group, rollouts), thresholds, group.referenceChars);
    const verdicts = rollouts.map(({ verdict }) => verdict);
    return buildGroupResult(group, verdicts, policies[index]!.applied, reward, place, shortcuts);
  };
  const results = await inSlices(groups, build, { signal });
  // Nobody waits any longer: count nothing, so that a later call decides afresh.
  signal.throwIfAborted();
  const stats =
    admission.rule === "verified_success"
      ? await checkStats(groups, results, admission.settings.verifiedBelow, context, signal)
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
  below: number,
  { grader }: ScoringContext,
  signal: AbortSignal,
): Promise<CountedGroup[]> {
  const graded = results.map(({ rollouts, stats }, index) => ({
    group: groups[index]!,
    isCorrect: (rollouts ?? []).map(({ verdict }) => verdict?.score?.correct === true),
    passRate: stats.passRate,
  }));
  const checked = await checkGroupSuccesses(graded, below, grader, signal);
  return results.map(({ stats }, index) => {
    const successes = checked[index];
    return successes === undefined ? stats : { ...stats, successes };
  });
}

function listTasks(
  { problem, golds, choices, rollouts }: ReceivedRolloutGroup,
  { applied, grader, refusal }: RuleChoice,
  detects: boolean,
): RolloutTask[] {
  const prompt = {
    problem,
    golds,
    policy: applied.policy,
    detects,
    ...(choices.length === 0 ? {} : { choices }),
    ...(grader === undefined ? {} : { grader }),
    ...(refusal === undefined ? {} : { refusal }),
  };
  return rollouts.map(({ response }) => ({ prompt, response }));
}

function toExamined({ problem }: ReceivedRolloutGroup, judged: readonly JudgedRollout[]) {
  return judged.map(({ verdict, findings }) => ({ problem, verdict, findings }));
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
