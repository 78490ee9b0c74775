import { readFileSync } from "node:fs";
import { createVerifierClient } from "@touchstone/proto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { startVerifierProcess, type VerifierProcess } from "../src/start-process.ts";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");

let server: VerifierProcess;
let exposed: Set<string>;

beforeAll(async () => {
  server = await startVerifierProcess({
    logLevel: "error",
    args: ["--metrics-port", "0", "--workers", "2", "--spare-workers", "1", "--cache-mib", "3"],
  });
  const text = await (await fetch(`http://${server.metricsAddress}/metrics`)).text();
  exposed = new Set(text.split("\n").flatMap((line) => /^# TYPE (\S+)/.exec(line)?.[1] ?? []));
});
afterAll(async () => {
  await server?.stop();
});

/** Names of metrics in a text; a histogram stands under the names of its series. */
const namesIn = (text: string) =>
  [...text.matchAll(/\b(?:touchstone|nodejs|process)_[a-z0-9_]+/g)].map(([name]) =>
    name.replace(/_bucket$/, ""),
  );

test.each([
  "deploy/prometheus/alerts.yaml",
  "deploy/prometheus/adapter-values.yaml",
  "deploy/kubernetes/scaling.yaml",
])("%s names metrics that there are", (path) => {
  for (const document of parseAllDocuments(read(path))) expect(document.errors).toEqual([]);
  const names = namesIn(read(path));
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !exposed.has(name))).toEqual([]);
});

test("the guide explains every metric, and every alert", () => {
  const guide = read("docs/guides/operate.md");
  const table = guide.slice(guide.indexOf("## Metrics"));
  const own = [...exposed].filter((name) => name.startsWith("touchstone_"));
  expect([...new Set(namesIn(table).filter((name) => name.startsWith("touchstone_")))].sort()).toEqual(
    expect.arrayContaining(own.sort()),
  );
  expect(namesIn(guide).filter((name) => /^touchstone_/.test(name) && !exposed.has(name))).toEqual([]);
  for (const [, alert] of read("deploy/prometheus/alerts.yaml").matchAll(/alert: (\w+)/g))
    expect(guide).toContain(`| \`${alert}\` |`);
});

test("the server tells of its workers, queue and cache", async () => {
  const client = createVerifierClient({ address: server.address });
  expect((await client.describe()).limits?.pool).toMatchObject({
    workers: 2,
    spareWorkers: 1,
    workerMemoryBytes: 512 * 1024 * 1024,
    workerTimeoutMs: 15_000,
    maxQueuedItems: 524_288,
    cacheBytes: 3 * 1024 * 1024,
  });
  client.close();
});
