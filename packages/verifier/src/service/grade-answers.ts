import type { ReceivedAnswerItem, ReceivedGradeAnswersRequest } from "@touchstone/proto";
import type { GradeItem, Verdict } from "../answer/index.ts";
import type { ChosenGrader, GraderFacts } from "../graders/choose-grader.ts";
import type { Grader, GradeTask } from "../grading/grader.ts";
import type { SlowItem } from "../grading/slow-item.ts";
import type { VerdictTally } from "../grading/tally.ts";
import { requireBatchSize } from "./batch-size.ts";
import { chooseRules, createTask } from "./choose-rules.ts";
import type { GradedItem } from "./encode-verdicts.ts";
import { requireUniqueIds } from "./unique-ids.ts";
import { readGrader } from "./wire-grader.ts";
import { type AppliedPolicy, overlayPolicy, refuseItem } from "./wire-policy.ts";

/** What the handlers of grading calls share. */
export interface GradingContext {
  readonly grader: Grader;
  readonly defaultPolicy: AppliedPolicy;
  readonly maxItems: number;
  /** Graders that a request may name, beside the mathematical core. */
  readonly graders: readonly GraderFacts[];
}

interface PreparedItem {
  readonly applied: AppliedPolicy;
  /** What to grade, or the verdict of an item that cannot be graded as it stands. */
  readonly work: GradeTask | Verdict;
}

/**
 * Grades a batch of answers; results are in the order of the items.
 *
 * @throws InvalidRequestError for a batch that cannot be served; the signal's reason once it is aborted
 */
export async function gradeAnswers(
  request: ReceivedGradeAnswersRequest,
  context: GradingContext,
  tally: VerdictTally,
  signal: AbortSignal,
): Promise<GradedItem[]> {
  requireBatchSize("items", request.items.length, context.maxItems);
  requireUniqueIds("items", request.items);
  const policy = overlayPolicy(context.defaultPolicy, request.policy);
  const grader = readGrader(request.grader, undefined, context.graders);
  const prepared = request.items.map((item) => prepareItem(item, policy, grader, context.graders));
  const tasks = prepared.map(({ work }) => work).filter((work) => "item" in work);
  const places = prepared.flatMap(({ work }, index) => ("item" in work ? [index] : []));
  const onSlow = (slow: SlowItem) => tally.addSlow({ ...slow, index: places[slow.index]! });
  const graded = (await context.grader.grade(tasks, signal, onSlow)).values();
  return prepared.map(({ work, applied }, index) => {
    const verdict = "item" in work ? graded.next().value! : work;
    tally.add(verdict);
    return { id: request.items[index]!.id, verdict, policy: applied };
  });
}

function prepareItem(
  item: ReceivedAnswerItem,
  batchPolicy: AppliedPolicy,
  batchGrader: ChosenGrader | undefined,
  graders: readonly GraderFacts[],
): PreparedItem {
  const { applied, grader, refusal } = chooseRules(item, batchPolicy, batchGrader, graders);
  if (refusal !== undefined) return { applied, work: refusal };
  const candidate = readCandidate(item);
  if (candidate === undefined) {
    return { applied, work: refuseItem("The item has neither a response nor an answer; set one of them.") };
  }
  const { golds, choices, problem } = item;
  const shared = {
    golds,
    candidate,
    ...(choices.length === 0 ? {} : { choices }),
    ...(problem === "" ? {} : { problem }),
  };
  return { applied, work: createTask(shared, applied.policy, grader) };
}

function readCandidate(item: ReceivedAnswerItem): GradeItem["candidate"] | undefined {
  if (item.response !== undefined) return { response: item.response };
  return item.answer === undefined ? undefined : { answer: item.answer };
}
