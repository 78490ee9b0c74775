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
import type { SlowItem } from "../grading/slow-item.ts";
import { noShortcut } from "../reward/gates.ts";
import type { GroupStats } from "../reward/group-stats.ts";
import { type ResolvedReward, resolveReward } from "../reward/profiles.ts";
import { asksForSteps, scoreGroup } from "../reward/score-group.ts";
import { countFlags, flagGroup, type GroupShortcuts } from "../reward/shortcuts/flag-group.ts";
import { requireBatchSize } from "./batch-size.ts";
import type { CallTally } from "./call-tally.ts";
import { checkGroupSteps, countGroupSuccesses, type GroupTraces } from "./check-group-steps.ts";
import { chooseRules, type RuleChoice } from "./choose-rules.ts";
import { type CountedGroup, checkTracking, countGroups } from "./count-groups.ts";
import type { GradingContext } from "./grade-answers.ts";
import { requireUniqueIds } from "./unique-ids.ts";
import { readGrader } from "./wire-grader.ts";
import { type AppliedPolicy, overlayPolicy } from "./wire-policy.ts";
import { echoThresholds, flagsToWire, readThresholds } from "./wire-shortcuts.ts";
import { traceFailureToWire } from "./wire-trace-verdict.ts";
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
  tally: CallTally,
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
  const onSlow = (slow: SlowItem) => tally.addSlow(slow);
  const judged = (await context.grader.judge(tasks, signal, onSlow)).values();

  const rollouts = groups.map((group) => group.rollouts.map(() => judged.next().value!));
  const verdicts = rollouts.map((group) => group.map(({ verdict }) => verdict));
  const successesBelow = admission.rule === "verified_success" ? admission.settings.verifiedBelow : undefined;
  const wanted = {
    all: asksForSteps(reward),
    ...(successesBelow === undefined ? {} : { successesBelow }),
  };
  const traces = await checkGroupSteps(groups, verdicts, wanted, context.grader, { signal, onSlow });

  const occurrences = countEarlierOccurrences(groups);
  const build = (group: ReceivedRolloutGroup, index: number) => {
    for (const verdict of verdicts[index]!) tally.add(verdict);
    const place = { batchId, problemId: group.problemId, occurrence: occurrences[index]! };
    const examined = toExamined(group, rollouts[index]!);
    const shortcuts = thresholds && flagGroup(examined, thresholds, group.referenceChars);
    const found = { verdicts: verdicts[index]!, traces: traces[index]!, shortcuts };
    return buildGroupResult(group, found, policies[index]!.applied, reward, place);
  };
  const results = await inSlices(groups, build, { signal });
  // Nobody waits any longer: count nothing, so that a later call decides afresh.
  signal.throwIfAborted();
  const stats = results.map((result, index): CountedGroup => {
    if (successesBelow === undefined) return result.stats;
    const successes = countGroupSuccesses(groups[index]!, verdicts[index]!, traces[index]!, successesBelow);
    return successes === undefined ? result.stats : { ...result.stats, successes };
  });
  const { advice, repeated } = await countGroups(request, admission, stats, context.ledger, tally);
  return {
    batchId: toWellFormedText(batchId),
    groups: results.map((result, index) => ({ ...result, ...advice[index] })),
    reward: { ...reward, ...echoThresholds(thresholds) },
    repeated,
  };
}

/** Most characters of what the rollouts of a group share: it goes along with every job. */
const maxPromptChars = 1 << 20;

function checkPrompt({ problem, golds, choices }: ReceivedRolloutGroup): Verdict | undefined {
  const texts = [problem, ...golds, ...choices];
  // An empty text counts as well.
  const chars = texts.reduce((sum, text) => sum + text.length, texts.length);
  if (chars <= maxPromptChars) return undefined;
  const message = `The problem, golds and choices of the group have more than ${maxPromptChars} characters.`;
  return { kind: "failure", failure: "limit_exceeded", message, fuelUsed: 0 };
}

function listTasks(group: ReceivedRolloutGroup, rules: RuleChoice, detects: boolean): RolloutTask[] {
  const { problem, golds, choices, rollouts } = group;
  const { applied, grader, refusal } = rules;
  const tooLarge = checkPrompt(group);
  if (tooLarge !== undefined) {
    const prompt = { problem: "", golds: [], policy: applied.policy, detects: false, refusal: tooLarge };
    return rollouts.map(({ response }) => ({ prompt, response }));
  }
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

/** What is known of the rollouts of a group, by position. */
interface GroupFindings {
  readonly verdicts: readonly Verdict[];
  readonly traces: GroupTraces;
  readonly shortcuts: GroupShortcuts | undefined;
}

function buildGroupResult(
  group: ReceivedRolloutGroup,
  { verdicts, traces, shortcuts }: GroupFindings,
  policy: AppliedPolicy,
  reward: ResolvedReward,
  place: { batchId: string; problemId: string; occurrence: number },
): SentGroupResult & { stats: GroupStats } {
  const rollouts = group.rollouts.map(({ id, truncated }, index) => {
    const trace = traces[index];
    return {
      id,
      truncated,
      verdict: verdicts[index]!,
      ...(shortcuts && { tookShortcut: shortcuts.rollouts[index]!.some(({ flagged }) => flagged) }),
      ...(trace && { trace }),
    };
  });
  const scored = scoreGroup(rollouts, reward, place);
  const results = rollouts.map(({ id, verdict, trace }, index): SentRolloutResult => {
    const { reward: value, components } = scored.rewards[index]!;
    return {
      id: toWellFormedText(id),
      verdict: verdictToWire(id, verdict, policy.wire),
      components,
      shortcuts: flagsToWire(shortcuts?.rollouts[index] ?? [], group.rollouts[index]!.response),
      ...(value === undefined ? {} : { reward: value }),
      ...(trace?.kind === "failure" ? { stepsFailure: traceFailureToWire(trace) } : {}),
    };
  });
  return {
    problemId: toWellFormedText(group.problemId),
    rollouts: results,
    stats: { ...scored.stats, shortcutCounts: countFlags(shortcuts?.rollouts ?? []) },
    shortcuts: flagsToWire(shortcuts?.group ?? [], ""),
  };
}
