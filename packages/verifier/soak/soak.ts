// Soaks the verifier service: npm run soak -- --help
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createVerifierClient, type VerifierClient } from "@touchstone/proto";
import { drawFresh } from "../fuzz/draw.ts";
import { measureGrowth, mostGrowth } from "./holdings-check.ts";
import { LedgerTally } from "./ledger-tally.ts";
import type { Holdings } from "./processes.ts";
import { ServerLife } from "./server-life.ts";
import { runClient } from "./soak-client.ts";
import { createSoakItems } from "./soak-items.ts";
import { readSoakOptions, type SoakOptions } from "./soak-options.ts";

const tickMs = 1000;
const progressEvery = 5;
/** Problems printed; the others are only counted. */
const mostShown = 20;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** What has happened so far. */
class Record {
  batches = 0;
  verdicts = 0;
  problems = 0;

  readonly add = (verdicts: number): void => {
    this.batches++;
    this.verdicts += verdicts;
  };

  readonly report = (text: string): void => {
    this.problems++;
    if (this.problems <= mostShown) say(`FAILED ${text}`);
  };
}

/**
 * Kills workers until the time is up, and the server during the first half; the second half is one life of the server,
 * whose readings are returned.
 */
async function disturb(
  server: ServerLife,
  { seconds, seed }: SoakOptions,
  record: Record,
): Promise<Holdings[]> {
  const draw = drawFresh(seed, "kills", 0);
  const readings: Holdings[] = [];
  const startedAt = performance.now();
  const elapsed = () => (performance.now() - startedAt) / 1000;
  let [workerDueAt, restartDueAt, isLastLife, shownAt] = [draw.between(3, 6), draw.between(5, 12), false, 0];
  while (elapsed() < seconds) {
    await sleep(tickMs);
    const now = elapsed();
    if (!isLastLife && now >= Math.min(restartDueAt, seconds / 2)) {
      isLastLife = now >= seconds / 2;
      await server.restart();
      restartDueAt = elapsed() + draw.between(5, 12);
    } else if (now >= workerDueAt) {
      server.killWorker((below) => draw.int(below));
      workerDueAt = now + draw.between(3, 6);
    }
    const holdings = server.hold();
    if (holdings === undefined) throw new Error("The server ended by itself.");
    if (isLastLife) readings.push(holdings);
    if (now - shownAt < progressEvery) continue;
    shownAt = now;
    say(
      `${now.toFixed(0).padStart(5)} s  ${record.batches} batches  ${record.verdicts} verdicts  ` +
        `${server.workerKills} workers and ${server.starts - 1} servers killed  ` +
        `${holdings.descriptors} descriptors  RSS ${holdings.rssMib.toFixed(0)} MiB  ${record.problems} failed`,
    );
  }
  return readings;
}

async function soak(options: SoakOptions, folder: string): Promise<boolean> {
  const record = new Record();
  const items = createSoakItems(options.seed, process.env["TOUCHSTONE_DATA"]);
  const tally = new LedgerTally("soak");
  const server = new ServerLife([
    ...["--workers", String(options.workers)],
    ...["--ledger", join(folder, "soak.ledger")],
  ]);
  await server.start();
  const clients = Array.from({ length: options.clients }, (_, index) => connect(server.address, index));
  let isOver = false;
  const running = clients.map((client, index) =>
    runClient(
      {
        ...{ client, items, seed: options.seed, tally, name: `c${index}` },
        ...{ onBatch: record.add, onProblem: record.report },
      },
      () => isOver,
    ).catch((error: unknown) => record.report(`client ${index} ended: ${String(error)}`)),
  );
  const readings = await disturb(server, options, record).finally(() => {
    isOver = true;
  });
  await Promise.all(running);

  const growth = measureGrowth(readings);
  for (const what of ["descriptors", "rssMib"] as const) {
    if (growth[what] > mostGrowth[what])
      record.report(`the server's ${what} grew by ${growth[what].toFixed(0)}, over ${mostGrowth[what]}`);
  }
  // What is compared is read back from the file.
  await server.restart();
  for (const line of await tally.compare(clients[0]!)) record.report(line);
  for (const client of clients) client.close();
  await server.stop();
  if (server.leftovers.length > 0)
    record.report(`workers outlived their server: ${server.leftovers.join(", ")}`);
  say(
    `${record.verdicts} verdicts in ${record.batches} batches, ${tally.rollouts} rollouts in the ledger; ` +
      `${server.workerKills} workers and ${server.starts - 1} servers killed; ` +
      `descriptors ${signed(growth.descriptors)}, RSS ${signed(growth.rssMib)} MiB in one life of ${readings.length} s; ` +
      `${record.problems === 0 ? "all held" : `${record.problems} FAILED`}`,
  );
  return record.problems === 0;
}

/** A client that outlasts every restart. */
function connect(address: string, index: number): VerifierClient {
  const retry = { maxAttempts: Number.POSITIVE_INFINITY, maxBackoffMs: 500 };
  return createVerifierClient({ address, retry, jitterSeed: index });
}

function signed(value: number): string {
  return `${value >= 0 ? "+" : ""}${value.toFixed(0)}`;
}

const options = readSoakOptions(process.argv.slice(2));
if ("text" in options) {
  (options.isHelp ? process.stdout : process.stderr).write(`${options.text}\n`);
  process.exit(options.isHelp ? 0 : 2);
}
const folder = mkdtempSync(join(tmpdir(), "touchstone-soak-"));
const held = await soak(options, folder).finally(() => rmSync(folder, { recursive: true }));
process.exit(held ? 0 : 1);
