import { createHash } from "node:crypto";
import {
  type ReceivedGetDifficultyRequest,
  type ReceivedImportDifficultyRequest,
  type ReceivedListDifficultyRequest,
  type ReceivedSelectProblemsRequest,
  type SentGetDifficultyResponse,
  type SentImportDifficultyResponse,
  type SentListDifficultyResponse,
  type SentSelectProblemsResponse,
  toWellFormedText,
} from "@touchstone/proto";
import { suggestWord } from "../closest-word.ts";
import type { DifficultyLedger, ImportedCounts } from "../difficulty/difficulty-ledger.ts";
import { type SelectionMethod, selectionMethods } from "../difficulty/select-problems.ts";
import { InvalidRequestError } from "../errors.ts";
import { requireBatchSize } from "./batch-size.ts";
import type { CallTally } from "./call-tally.ts";
import { requireLedgerId, requireStep, requireStream } from "./ledger-ids.ts";
import { requireUniqueIds } from "./unique-ids.ts";
import { difficultyToWire, difficultyWithVisits } from "./wire-difficulty.ts";

/** What the handlers of the ledger share. */
export interface LedgerContext {
  readonly ledger: DifficultyLedger;
  readonly maxItems: number;
}

/** Default and largest page of ListDifficulty. */
export const largestPage = 1000;

/** Chooses which problems to roll out next. Throws InvalidRequestError. */
export async function selectProblems(
  request: ReceivedSelectProblemsRequest,
  { ledger, maxItems }: LedgerContext,
  signal: AbortSignal,
): Promise<SentSelectProblemsResponse> {
  const { policyStream, policyStep: step, requestId, count } = request;
  const ids = readIds(request.problemIds, maxItems);
  requireUniqueIds(
    "problem_ids",
    ids.map((id) => ({ id })),
  );
  requireStream(policyStream);
  requireStep(step);
  const method = readMethod(request.method);
  const targetRate = request.targetRate ?? ledger.config.targetRate;
  if (!(targetRate >= 0 && targetRate <= 1)) throw new InvalidRequestError("target_rate must lie in [0, 1].");
  const stream = toWellFormedText(policyStream);
  const key = ["select", ...(requestId === "" ? [stream, step] : [requestId])];
  const { selected, dropped } = await ledger.select(
    stream,
    ids,
    { method, count, step, targetRate, key },
    signal,
  );
  const problems = selected.map(({ report, draw }) => {
    return { problemId: report.problemId, draw, difficulty: difficultyToWire(report) };
  });
  return { problems, dropped };
}

/** What the ledger knows of named problems. Throws InvalidRequestError. */
export async function getDifficulty(
  request: ReceivedGetDifficultyRequest,
  { ledger, maxItems }: LedgerContext,
): Promise<SentGetDifficultyResponse> {
  const ids = readIds(request.problemIds, maxItems);
  requireStream(request.policyStream);
  if (request.policyStep !== undefined) requireStep(request.policyStep);
  const reports = await ledger.get(toWellFormedText(request.policyStream), ids, request.policyStep);
  return { problems: reports.map(difficultyWithVisits) };
}

/** One page of the ledger, or the names of its streams. Throws InvalidRequestError. */
export async function listDifficulty(
  request: ReceivedListDifficultyRequest,
  { ledger }: LedgerContext,
): Promise<SentListDifficultyResponse> {
  if (request.policyStream === "") return { policyStreams: await ledger.store.listStreams() };
  requireStream(request.policyStream);
  if (request.policyStep !== undefined) requireStep(request.policyStep);
  const limit = request.pageSize === 0 ? largestPage : Math.min(request.pageSize, largestPage);
  const after = request.pageToken === "" ? undefined : readToken(request.pageToken);
  const stream = toWellFormedText(request.policyStream);
  const reports = await ledger.list(stream, after, limit, request.policyStep);
  const last = reports.length < limit ? undefined : reports.at(-1);
  return {
    problems: reports.map(difficultyWithVisits),
    nextPageToken: last === undefined ? "" : writeToken(last.problemId),
  };
}

/** Enters pass counts that were measured elsewhere. Throws InvalidRequestError, BatchConflictError. */
export async function importDifficulty(
  request: ReceivedImportDifficultyRequest,
  { ledger, maxItems }: LedgerContext,
  tally: CallTally,
): Promise<SentImportDifficultyResponse> {
  const { batchId, policyStream, policyStep, problems } = request;
  requireBatchSize("problems", problems.length, maxItems);
  requireStream(policyStream);
  requireStep(policyStep);
  requireLedgerId("batch_id", batchId);
  const items = problems.map(readImported);
  const fingerprint = createHash("sha256")
    .update(JSON.stringify([policyStep, items]))
    .digest("hex");
  // Apart from the ids of rollout batches, which may be the same text.
  const name = batchId === "" ? "" : `import:${toWellFormedText(batchId)}`;
  const key = { stream: toWellFormedText(policyStream), batchId: name, fingerprint };
  const { repeated } = await ledger.import(key, policyStep, items);
  tally.ledgerBatch = repeated ? "repeated" : "applied";
  return { imported: repeated ? 0 : items.length, repeated };
}

function readImported(
  { problemId, rollouts, correct }: ReceivedImportDifficultyRequest["problems"][number],
  index: number,
): ImportedCounts {
  if (problemId === "") throw new InvalidRequestError(`problems[${index}] has no problem_id.`);
  requireLedgerId(`problems[${index}].problem_id`, problemId);
  if (correct > rollouts || !Number.isSafeInteger(rollouts)) {
    throw new InvalidRequestError(`problems[${index}] counts ${correct} correct of ${rollouts} rollouts.`);
  }
  return { problemId: toWellFormedText(problemId), rollouts, correct };
}

function readIds(problemIds: readonly string[], maxItems: number): string[] {
  requireBatchSize("problem ids", problemIds.length, maxItems);
  return problemIds.map((id, index) => {
    requireLedgerId(`problem_ids[${index}]`, id);
    return toWellFormedText(id);
  });
}

function readMethod(name: string): SelectionMethod {
  const method = selectionMethods.find((known) => known === (name || "posterior"));
  if (method !== undefined) return method;
  const shown = JSON.stringify(name.slice(0, 64));
  throw new InvalidRequestError(`Unknown selection method ${shown}.${suggestWord(name, selectionMethods)}`);
}

function writeToken(problemId: string): string {
  return Buffer.from(problemId).toString("base64url");
}

function readToken(token: string): string {
  const id = Buffer.from(token, "base64url").toString("utf8");
  if (writeToken(id) === token) return id;
  throw new InvalidRequestError("page_token is not one that this server gave out.");
}
