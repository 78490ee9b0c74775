import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createVerifierClient, type VerifierClient } from "@touchstone/proto";
import { Client } from "pg";
import { afterEach, expect, test } from "vitest";
import { startVerifierProcess, type VerifierProcess } from "../src/start-process.ts";

const postgres = process.env["TOUCHSTONE_POSTGRES"] ?? "postgres://postgres@127.0.0.1:5432/postgres";
const stream = "run";
const problemIds = ["p0", "p1", "p2", "p3"];
const rolloutsOfAGroup = 50;
const batches = 12;
/** The batch in the middle of which a replica is killed. */
const fatalBatch = 5;

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function query(text: string): Promise<void> {
  const client = new Client({ connectionString: postgres, connectionTimeoutMillis: 2000 });
  await client.connect();
  await client.query(text).finally(() => client.end());
}

const runsPostgres = await query("SELECT 1").then(
  () => true,
  () => false,
);
if (!runsPostgres) {
  process.stderr.write(
    "No Postgres at TOUCHSTONE_POSTGRES or 127.0.0.1:5432: the test of two replicas is skipped.\n",
  );
}

/** A tenth of the rollouts of every group is right. */
function createBatch(batch: number): Parameters<VerifierClient["scoreRollouts"]>[0] {
  const rollouts = Array.from({ length: rolloutsOfAGroup }, (_, index) => ({
    id: String(index),
    response: `Batch ${batch}, rollout ${index}: \\boxed{${index % 10 === 0 ? "7" : index + 100}}`,
  }));
  const groups = problemIds.map((problemId) => ({ problemId, problem: "3 + 4?", golds: ["7"], rollouts }));
  return { batchId: `b${batch}`, policyStream: stream, policyStep: batch, groups };
}

async function startReplica(ledger: string): Promise<{ server: VerifierProcess; client: VerifierClient }> {
  const server = await startVerifierProcess({ logLevel: "error", args: ["--ledger", ledger] });
  closers.push(() => server.stop());
  const client = createVerifierClient({ address: server.address, retry: { maxAttempts: 1 } });
  closers.push(() => client.close());
  return { server, client };
}

// From before the call is read to after it is answered: whatever the dead replica did, the batch counts once.
test.skipIf(!runsPostgres).each([0, 15, 60, 400])(
  "two replicas over one Postgres ledger: one is killed %i ms into a batch, and every batch counts once",
  async (killAfterMs) => {
    const schema = `touchstone_replicas_${randomUUID().slice(0, 8)}`;
    closers.push(() => query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`));
    const ledger = `${postgres}?schema=${schema}`;
    const [doomed, other] = await Promise.all([startReplica(ledger), startReplica(ledger)]);
    const died = new Promise((resolve) => doomed.server.process.once("exit", resolve));

    /** Batches take turns between the replicas; one that fails goes to the other under the same id. */
    const send = async (batch: number) => {
      const request = createBatch(batch);
      const [first, second] = batch % 2 === fatalBatch % 2 ? [doomed, other] : [other, doomed];
      const { groups } = await first.client
        .scoreRollouts(request)
        .catch(() => second.client.scoreRollouts(request));
      expect(groups.map(({ stats }) => stats?.correct)).toEqual(problemIds.map(() => rolloutsOfAGroup / 10));
    };
    for (let batch = 0; batch < batches; batch++) {
      const sent = send(batch);
      if (batch === fatalBatch) {
        await sleep(killAfterMs);
        doomed.server.process.kill("SIGKILL");
        await died;
      }
      await sent;
    }
    // A caller that never saw the first answer may ask again, and nothing counts twice.
    expect((await other.client.scoreRollouts(createBatch(fatalBatch))).repeated).toBe(true);

    const { problems } = await other.client.getDifficulty({ policyStream: stream, problemIds });
    const counts = problems.map(({ visits, rollouts, correct }) => [visits, rollouts, correct].map(Number));
    const rollouts = batches * rolloutsOfAGroup;
    expect(counts).toEqual(problemIds.map(() => [batches, rollouts, rollouts / 10]));
  },
);
