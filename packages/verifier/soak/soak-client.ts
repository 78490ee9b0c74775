import type { AnswerVerdict, VerifierClient } from "@touchstone/proto";
import type { GradeItem } from "@touchstone/verifier/answer";
import { type Draw, drawFresh } from "../fuzz/draw.ts";
import type { LedgerTally } from "./ledger-tally.ts";
import { rolloutGold, type SoakItem, type SoakItems } from "./soak-items.ts";

/** Problems that all clients' groups are of, so that they meet in the ledger. */
const problemCount = 40;

/** What a client works with. */
export interface ClientContext {
  readonly client: VerifierClient;
  readonly items: SoakItems;
  readonly seed: number;
  readonly tally: LedgerTally;
  /** Begins the ids of its batches. */
  readonly name: string;
  readonly onBatch: (verdicts: number) => void;
  readonly onProblem: (text: string) => void;
}

/** Sends batches, each until it is acknowledged, until `isOver`. */
export async function runClient(context: ClientContext, isOver: () => boolean): Promise<void> {
  for (let batch = 0; !isOver(); batch++) {
    const draw = drawFresh(context.seed, context.name, batch);
    if (draw.chance(2)) await scoreBatch(context, draw, `${context.name}-${batch}`);
    else await gradeBatch(context, draw);
  }
}

/** One in so many batches of GradeAnswers, and groups of ScoreRollouts, holds a hostile item. */
const hostileEvery = 8;

async function gradeBatch({ client, items, onBatch, onProblem }: ClientContext, draw: Draw): Promise<void> {
  const picked = Array.from({ length: draw.between(1, 60) }, () => draw.pick(items.good));
  if (draw.chance(hostileEvery)) picked[draw.int(picked.length)] = draw.pick(items.hostile);
  const sent = picked.map(({ item }, index) => ({
    id: String(index),
    golds: [...item.golds],
    ...item.candidate,
  }));
  // The client itself refuses verdicts whose ids or order differ from the request's.
  const { verdicts } = await client.gradeAnswers({ items: sent });
  for (const [index, verdict] of verdicts.entries()) {
    checkVerdict(verdict, String(index), picked[index]!, onProblem);
  }
  onBatch(verdicts.length);
}

async function scoreBatch(context: ClientContext, draw: Draw, batchId: string): Promise<void> {
  const { client, items, tally, onBatch, onProblem } = context;
  const drawn = Array.from({ length: draw.between(1, 6) }, () => drawRollouts(items, draw));
  const groups = drawn.map((members) => ({
    problemId: `p${draw.int(problemCount)}`,
    problem: "2 + 3?",
    golds: [rolloutGold],
    rollouts: members.map(({ item }, index) => ({ id: String(index), response: readResponse(item) })),
  }));
  const request = { batchId, policyStream: tally.stream, groups };
  const answer = await client.scoreRollouts(request);
  for (const [place, { rollouts, stats }] of answer.groups.entries()) {
    const members = drawn[place]!;
    for (const [index, { verdict }] of rollouts.entries()) {
      checkVerdict(verdict, String(index), members[index]!, onProblem);
    }
    const count = (wanted: string) => members.filter(({ outcome }) => outcome() === wanted).length;
    const correct = count("correct");
    const scored = correct + count("incorrect");
    if (stats?.correct !== correct || stats.scored !== scored) onProblem(`${batchId}: wrong statistics`);
    tally.add(groups[place]!.problemId, scored, correct);
  }
  onBatch(drawn.reduce((sum, members) => sum + members.length, 0));
  if (!draw.chance(4)) return;
  const again = await client.scoreRollouts(request);
  if (!again.repeated) onProblem(`${batchId}: sent again, and counted again`);
}

/** Right and wrong rollouts, and in some groups a hostile one. */
function drawRollouts(items: SoakItems, draw: Draw): SoakItem[] {
  const members = Array.from({ length: draw.between(1, 16) }, () => draw.pick(items.rollouts));
  if (draw.chance(hostileEvery)) members[draw.int(members.length)] = draw.pick(items.hostileRollouts);
  return members;
}

function readResponse({ candidate }: GradeItem): string {
  return "response" in candidate ? candidate.response : candidate.answer;
}

function checkVerdict(
  verdict: AnswerVerdict | null,
  expectedId: string,
  { item, outcome }: SoakItem,
  onProblem: (text: string) => void,
): void {
  if (verdict === null) {
    onProblem(`rollout ${expectedId} has no verdict`);
    return;
  }
  const { id, score, failure } = verdict;
  const found = failure?.kind ?? (score?.correct === true ? "correct" : "incorrect");
  if (id !== expectedId) onProblem(`a verdict has the id ${JSON.stringify(id)} in place of ${expectedId}`);
  if (found !== outcome())
    onProblem(`${found} in place of ${outcome()} for ${show(item)}: ${failure?.message ?? ""}`);
}

function show(item: GradeItem): string {
  return JSON.stringify(item).slice(0, 200);
}
