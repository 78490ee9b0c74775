import { InvalidRequestError } from "../errors.ts";
import { inSlices } from "../grading/in-slices.ts";
import { cutIntoJobs } from "../grading/pool/cut-into-jobs.ts";
import type { Job, Result } from "../grading/pool/job.ts";
import type { WorkerPool } from "../grading/pool/worker-pool.ts";
import { runForCaller } from "../grading/run-for-caller.ts";
import type { TalliedVerdict, VerdictTally } from "../grading/tally.ts";
import type { VerdictCache } from "../grading/verdict-cache.ts";
import { type EncodedItem, takeApart } from "./encoded-answers.ts";
import { readOutcome, readVerdicts, writeVerdictField } from "./encoded-verdicts.ts";
import { requireUniqueIds } from "./unique-ids.ts";

/** Most items and bytes of a job: enough to make the trip worth it, few enough that callers take turns. */
const bounds = { maxItems: 64, maxSize: 256 * 1024 };

/** What grading of encoded requests needs. */
export interface EncodedGrading {
  readonly pool: WorkerPool;
  readonly cache: VerdictCache;
  readonly maxItems: number;
}

interface Pending {
  readonly item: EncodedItem;
  readonly index: number;
  readonly key: string | undefined;
}

/**
 * Grades an encoded GradeAnswersRequest and returns the encoded response. The request is cut up and the response put
 * together without decoding either here: the workers do that, and this process stays free for other calls.
 *
 * @throws InvalidRequestError; OverloadedError; the signal's reason once it is aborted
 */
export async function gradeEncoded(
  request: Buffer,
  { pool, cache, maxItems }: EncodedGrading,
  tally: VerdictTally,
  signal: AbortSignal,
): Promise<Buffer> {
  const { items, shared } = takeApart(request, maxItems);
  requireUniqueIds("items", items);
  const pending: Pending[] = [];
  // Once for all items: it may be long.
  const sharedKey = Buffer.from(cache.keyOf(shared));
  const findKnown = (item: EncodedItem, index: number) => {
    const key = cache.isOn ? cache.keyOf([...item.content, sharedKey]) : undefined;
    const known = key === undefined ? undefined : cache.get(key);
    if (known === undefined) pending.push({ item, index, key });
    else tally.add(readOutcome(known));
    return known;
  };
  const verdicts = await inSlices(items, findKnown, { signal });
  const batches = cutIntoJobs(pending, ({ item }) => item.field.length, bounds);
  const toJob = (batch: readonly Pending[]): Job => {
    const bytes = Buffer.concat([...batch.map(({ item }) => item.field), ...shared]);
    return { kind: "request", bytes, items: batch.length };
  };
  const jobs = await inSlices(batches, toJob, { signal });
  const results = jobs.length === 0 ? [] : await runForCaller(pool, jobs, signal);
  const take = (result: Result, at: number) => {
    if (result.kind === "refused") throw new InvalidRequestError(result.message);
    if (result.kind !== "request") throw new Error(`a worker answered with ${result.kind}`);
    const batch = batches[at] ?? [];
    for (const slow of result.slow ?? []) tally.addSlow({ ...slow, index: batch[slow.index]!.index });
    const found = readVerdicts(result.bytes);
    for (const [place, { index, key }] of batch.entries()) {
      const verdict = found[place];
      if (verdict === undefined) throw new Error("a worker left out a verdict");
      verdicts[index] = verdict;
      const outcome = readOutcome(verdict);
      tally.add(outcome);
      if (key !== undefined && !isDefect(outcome)) cache.set(key, verdict);
    }
  };
  await inSlices(results, take, { signal });
  const write = ({ id }: EncodedItem, index: number) => writeVerdictField(id, verdicts[index] as Uint8Array);
  return Buffer.concat(await inSlices(items, write, { signal }));
}

function isDefect(outcome: TalliedVerdict): boolean {
  return outcome.kind === "failure" && outcome.failure === "internal";
}
