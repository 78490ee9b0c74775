import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { LedgerStore } from "../difficulty/ledger-store.ts";
import { openFileStore } from "./file-store.ts";
import { lockLedger } from "./ledger-lock.ts";

const limits = { maxProblems: 1000, maxBatches: 1000, maxBatchChars: 1e6 };

let folder: string;
let path: string;
const opened: LedgerStore[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-file-store-"));
  path = join(folder, "difficulty.ledger");
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  rmSync(folder, { recursive: true });
});

async function open(options: Partial<Parameters<typeof openFileStore>[1]> = {}): Promise<LedgerStore> {
  const store = await openFileStore(path, { sync: "disk", limits, ...options });
  opened.push(store);
  return store;
}

async function reopen(options: Partial<Parameters<typeof openFileStore>[1]> = {}): Promise<LedgerStore> {
  for (const store of opened.splice(0)) await store.close();
  return open(options);
}

const set = (store: LedgerStore, batchId: string, values: Record<string, string>) =>
  store.apply({ stream: "s", batchId, fingerprint: "f" }, Object.keys(values), () => ({
    states: new Map(Object.entries(values)),
    outcome: `outcome of ${batchId}`,
  }));

const get = async (store: LedgerStore, id: string) => (await store.read("s", [id])).get(id);

test("what was acknowledged is there after a restart, repeated batches included", async () => {
  await set(await open(), "b", { p: "1", "line\nbreak\0": "2" });
  const store = await reopen();
  expect([await get(store, "p"), await get(store, "line\nbreak\0")]).toEqual(["1", "2"]);
  expect(await set(store, "b", { p: "9" })).toEqual({ outcome: "outcome of b", repeated: true });
  expect(await get(store, "p")).toBe("1");
});

test("a tail torn at any byte loses the last record alone, and is kept aside", async () => {
  const store = await open();
  await set(store, "a", { p: "1" });
  const before = statSync(path).size;
  await set(store, "b", { p: "2" });
  await store.close();
  opened.pop();
  const whole = readFileSync(path);
  for (let size = before; size < whole.length; size++) {
    writeFileSync(path, whole.subarray(0, size));
    const torn: [string, number][] = [];
    const again = await open({ onTornTail: (...tail) => torn.push(tail) });
    expect([size, await get(again, "p")]).toEqual([size, "1"]);
    expect(torn.map(([, bytes]) => bytes)).toEqual(size === before ? [] : [size - before]);
    await set(again, "c", { p: "3" });
    expect(await get(await reopen(), "p")).toBe("3");
    await opened.pop()!.close();
  }
  expect(readdirSync(folder).some((name) => name.includes(".torn-"))).toBe(true);
});

test("garbage and zeros behind the last record are a torn tail", async () => {
  await set(await open(), "a", { p: "1" });
  for (const garbage of [Buffer.alloc(4096), Buffer.from("00000000 [\n\n\xff"), Buffer.from("\n")]) {
    await opened.pop()!.close();
    appendFileSync(path, garbage);
    expect(await get(await open(), "p")).toBe("1");
  }
});

test("damage with sound records behind it is refused and names its place", async () => {
  const store = await open();
  await set(store, "a", { p: "1" });
  const middle = statSync(path).size;
  await set(store, "b", { p: "2" });
  await set(store, "c", { p: "3" });
  await opened.pop()!.close();
  const bytes = readFileSync(path);
  bytes[middle + 12]! ^= 1;
  writeFileSync(path, bytes);
  await expect(open()).rejects.toMatchObject({ code: "LEDGER_CORRUPT" });
  await expect(open()).rejects.toThrow(`byte ${middle}`);
  expect(readFileSync(path)).toEqual(bytes);
});

test("a file that is no ledger is left alone", async () => {
  for (const text of ["note\n", "important notes\n".repeat(20)]) {
    writeFileSync(path, text);
    await expect(open()).rejects.toMatchObject({ code: "LEDGER_CORRUPT" });
    expect(readFileSync(path, "utf8")).toBe(text);
  }
  path = join(path, "x");
  await expect(open()).rejects.toMatchObject({ code: "LEDGER_UNREADABLE" });
});

test("a ledger is made with its folder, unless it has to be there", async () => {
  path = join(folder, "runs", "new", "x.ledger");
  await expect(open({ mustExist: true })).rejects.toThrow(`There is no ledger at ${path}`);
  expect(existsSync(join(folder, "runs"))).toBe(false);
  await set(await open(), "b", { p: "1" });
  expect(await get(await reopen({ mustExist: true }), "p")).toBe("1");
});

test("a second opener is refused, and served once the first has closed", async () => {
  await open();
  await expect(openFileStore(path, { sync: "os", limits })).rejects.toMatchObject({
    code: "LEDGER_LOCKED",
  });
  await expect(reopen()).resolves.toBeDefined();
});

test("where sockets are files, a lock that outlived its process is taken over", async () => {
  const lock = await lockLedger(path, "darwin");
  await expect(lockLedger(path, "darwin")).rejects.toMatchObject({ code: "LEDGER_LOCKED" });
  await lock.release();
  await (await lockLedger(path, "darwin")).release();
});

test("compaction keeps everything and bounds the file", async () => {
  const store = await open({ sync: "os", compactAfterBytes: 20_000, limits: { ...limits, maxBatches: 10 } });
  const rounds = 2000;
  const sizes: number[] = [];
  for (let round = 0; round < rounds; round += 10) {
    const writes = Array.from({ length: 10 }, (_, index) =>
      set(store, `b${round + index}`, { [`p${(round + index) % 50}`]: `${round + index}` }),
    );
    await Promise.all(writes);
    sizes.push(statSync(path).size);
  }
  expect(Math.max(...sizes)).toBeLessThan(60_000);
  const again = await reopen({ limits: { ...limits, maxBatches: 10 } });
  for (let problem = 0; problem < 50; problem++) {
    expect(await get(again, `p${problem}`)).toBe(String(rounds - 50 + problem));
  }
  expect((await set(again, `b${rounds - 1}`, {})).repeated).toBe(true);
  expect((await set(again, "b0", { p0: "again" })).repeated).toBe(false);
});

test("after a failed write nothing is acknowledged any more", async () => {
  const store = await open();
  await set(store, "a", { p: "1" });
  truncateSync(path, 5);
  await expect(set(store, "b", { p: "2" })).rejects.toMatchObject({ code: "LEDGER_UNAVAILABLE" });
  await expect(set(store, "a", { p: "1" })).rejects.toMatchObject({ code: "LEDGER_UNAVAILABLE" });
  await expect(store.read("s", ["p"])).rejects.toMatchObject({ code: "LEDGER_UNAVAILABLE" });
});
