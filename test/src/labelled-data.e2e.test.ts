import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createGunzip } from "node:zlib";
import {
  type AnswerVerdict,
  createVerifierClient,
  policyToWire,
  type VerifierClient,
} from "@touchstone/proto";
import { startVerifierProcess, type VerifierProcess } from "@touchstone/verifier";
import { afterAll, beforeAll, expect, test } from "vitest";

const dataFolder =
  process.env["TOUCHSTONE_DATA"] ?? fileURLToPath(new URL("../../../shared/data", import.meta.url));
const batchSize = 256;
const policy = policyToWire({ place: "anywhere" });

/** A response that somebody else judged; `correct` is null where the source could not decide. */
interface LabelledRecord {
  readonly id: string;
  readonly gold: string;
  readonly response: string;
  readonly correct: boolean | null;
}

let server: VerifierProcess | undefined;
let client: VerifierClient | undefined;

beforeAll(async () => {
  server = await startVerifierProcess({ logLevel: "error" });
  client = createVerifierClient({ address: server.address });
});

afterAll(async () => {
  client?.close();
  await server?.stop();
});

async function* readBatches(path: string): AsyncGenerator<LabelledRecord[]> {
  const file = createReadStream(path);
  const lines = createInterface({ input: path.endsWith(".gz") ? file.pipe(createGunzip()) : file });
  let batch: LabelledRecord[] = [];
  for await (const line of lines) {
    batch.push(JSON.parse(line));
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function describeDisagreement(record: LabelledRecord, verdict: AnswerVerdict): string {
  const taken = verdict.extracted === null ? "no answer" : JSON.stringify(verdict.extracted.text);
  return `${record.id}: gold ${JSON.stringify(record.gold)}, took ${taken} (${verdict.reason || verdict.failure?.message})`;
}

test.for([
  { set: "gsm8k", file: "graded_example_model_solutions.jsonl", atLeast: 2_000 },
  { set: "zeroeval", file: "graded_gsm.jsonl.gz", atLeast: 8_000 },
])("verdicts agree with the labels of $set/$file", async ({ set, file, atLeast }, context) => {
  const path = join(dataFolder, set, file);
  if (!existsSync(path)) {
    context.skip(`No ${path}. Set TOUCHSTONE_DATA to the folder of the public data sets.`);
    return;
  }
  let labelled = 0;
  const falsePositives: string[] = [];
  const falseNegatives: string[] = [];
  const failures: string[] = [];
  for await (const batch of readBatches(path)) {
    const items = batch.map(({ id, gold, response }) => ({ id, golds: [gold], response }));
    const { verdicts } = await client!.gradeAnswers({ items, policy });
    batch.forEach((record, index) => {
      const verdict = verdicts[index]!;
      if (record.correct === null) return;
      labelled++;
      if (verdict.score?.correct === record.correct) return;
      const kind = verdict.score === undefined ? failures : record.correct ? falseNegatives : falsePositives;
      kind.push(describeDisagreement(record, verdict));
    });
  }
  const disagreed = falsePositives.length + falseNegatives.length + failures.length;
  const agreement = (labelled - disagreed) / labelled;
  report(`${set}/${file}: ${labelled} labelled, agreement ${(100 * agreement).toFixed(3)} %`);
  for (const line of falsePositives) report(`  false positive ${line}`);
  for (const line of [...falseNegatives, ...failures].slice(0, 20)) report(`  paid nothing ${line}`);
  expect(labelled).toBeGreaterThanOrEqual(atLeast);
  expect(agreement).toBeGreaterThanOrEqual(0.995);
});

function report(line: string): void {
  process.stdout.write(`${line}\n`);
}
