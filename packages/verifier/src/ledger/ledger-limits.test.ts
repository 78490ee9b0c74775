import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { LedgerStore } from "../difficulty/ledger-store.ts";
import { describeError } from "../service/describe-error.ts";
import { openFileStore } from "./file-store.ts";
import type { TableLimits } from "./ledger-table.ts";
import { createMemoryStore } from "./memory-store.ts";

const wide: TableLimits = { maxProblems: 1000, maxBatches: 1000, maxBatchChars: 1e6 };

let path: string;
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), "touchstone-ledger-limits-")), "difficulty.ledger");
});
afterEach(() => rmSync(join(path, ".."), { recursive: true }));

const openFile = (limits: Partial<TableLimits>) =>
  openFileStore(path, { sync: "os", limits: { ...wide, ...limits } });

const stores = {
  memory: async (limits: Partial<TableLimits>) => createMemoryStore({ ...wide, ...limits }),
  file: openFile,
};

/** Sets problems, given as `stream/id`, all of one stream; the batch has the text as its name. */
function set(store: LedgerStore, problems: string, outcome = "") {
  const [stream, names] = problems.split("/") as [string, string];
  return store.apply({ stream, batchId: problems, fingerprint: "f" }, [...names], () => ({
    states: new Map([...names].map((name) => [name, problems])),
    outcome,
  }));
}

async function listAll(store: LedgerStore): Promise<string> {
  const listed: string[] = [];
  for (const stream of await store.listStreams()) {
    const problems = await store.list(stream, undefined, 100);
    listed.push(`${stream}/${problems.map(({ problemId }) => problemId).join("")}`);
  }
  return listed.join(" ");
}

test.each([
  { batches: "s/abc", left: "s/abc" },
  { batches: "s/abc s/d", left: "s/bcd" },
  // What is updated again is new again, reading does not count.
  { batches: "s/abc s/a s/d", left: "s/acd" },
  // The oldest problem leaves, of whatever stream, and a stream without problems is gone.
  { batches: "old/ab new/xy", left: "new/xy old/b" },
  { batches: "old/ab new/xyz", left: "new/xyz" },
  { batches: "old/a new/x old/b new/x new/y", left: "new/xy old/b" },
  // One batch may be larger than the ledger.
  { batches: "s/a s/bcdef", left: "s/def" },
])("a ledger in memory of three problems after $batches holds $left", async ({ batches, left }) => {
  const store = createMemoryStore({ ...wide, maxProblems: 3 });
  for (const batch of batches.split(" ")) await set(store, batch);
  expect(await listAll(store)).toBe(left);
});

test("a ledger in memory says once that it forgets", async () => {
  let told = 0;
  const store = createMemoryStore({ ...wide, maxProblems: 2 }, () => told++);
  await set(store, "s/ab");
  expect(told).toBe(0);
  for (const batch of ["s/c", "s/d"]) await set(store, batch);
  expect(told).toBe(1);
  expect(await store.read("s", ["a", "b", "c", "d"])).toEqual(
    new Map([
      ["c", "s/c"],
      ["d", "s/d"],
    ]),
  );
});

test("a ledger file forgets nothing: a batch with a problem that does not fit is refused whole", async () => {
  const store = await openFile({ maxProblems: 3 });
  await set(store, "s/ab");
  await set(store, "t/a");
  const refused = set(store, "s/abc");
  await expect(refused).rejects.toMatchObject({ code: "LEDGER_FULL" });
  await expect(refused).rejects.toThrow(/limit of 3 problems.*--ledger-max-problems/);
  expect(await store.read("s", ["a", "c"])).toEqual(new Map([["a", "s/ab"]]));
  expect(await set(store, "s/ba")).toMatchObject({ repeated: false });
  await store.close();

  const lower = await openFile({ maxProblems: 1 });
  expect(await listAll(lower)).toBe("s/ab t/a");
  expect(await set(lower, "s/b")).toMatchObject({ repeated: false });
  await expect(set(lower, "s/c")).rejects.toMatchObject({ code: "LEDGER_FULL" });
  await lower.close();

  const higher = await openFile({ maxProblems: 4 });
  expect(await set(higher, "s/abc")).toMatchObject({ repeated: false });
  await higher.close();
});

test("a full ledger is told as exhausted, with no use in trying again", async () => {
  const store = await openFile({ maxProblems: 1 });
  const error = await set(store, "s/ab").catch(describeError);
  expect(error).toMatchObject({ name: "RESOURCE_EXHAUSTED", isDefect: false });
  expect("metadata" in error && error.metadata?.get("grpc-retry-pushback-ms")).toEqual(["-1"]);
  await store.close();
});

test.each(Object.keys(stores) as (keyof typeof stores)[])(
  "%s keeps batches by number and size",
  async (kind) => {
    const cases = [
      { limits: { maxBatches: 2 }, kept: ["s/b", "s/c"] },
      // Two outcomes fit with their names, three do not.
      { limits: { maxBatchChars: 250 }, kept: ["s/b", "s/c"] },
      { limits: { maxBatchChars: 1 }, kept: ["s/c"] },
    ];
    for (const [index, { limits, kept }] of cases.entries()) {
      path = join(path, "..", `${index}.ledger`);
      const open = stores[kind];
      let store = await open(limits);
      for (const batch of ["s/a", "s/b", "s/c"]) await set(store, batch, "o".repeat(100));
      if (kind === "file") {
        await store.close();
        store = await open(limits);
      }
      const found: string[] = [];
      // Newest first: a batch that is not kept is entered again, and pushes an older one out.
      for (const batch of ["s/c", "s/b", "s/a"]) {
        const applied = await set(store, batch, "o".repeat(100));
        if (!applied.repeated) break;
        found.unshift(batch);
      }
      expect([limits, found]).toEqual([limits, kept]);
      await store.close();
    }
  },
);
