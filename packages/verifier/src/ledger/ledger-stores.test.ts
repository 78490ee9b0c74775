import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LedgerStore } from "../difficulty/ledger-store.ts";
import { openFileStore } from "./file-store.ts";
import { createMemoryStore } from "./memory-store.ts";
import { openPostgresStore } from "./postgres-store.ts";

const server = process.env["TOUCHSTONE_POSTGRES"] ?? "postgres://postgres@127.0.0.1:5432/postgres";
const schema = `touchstone_test_${randomUUID().slice(0, 8)}`;
const address = `${server}?schema=${schema}`;
const folder = mkdtempSync(join(tmpdir(), "touchstone-ledger-"));

async function hasPostgres(): Promise<boolean> {
  const client = new Client({ connectionString: server, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

const runsPostgres = await hasPostgres();
if (!runsPostgres) {
  process.stderr.write(
    "No Postgres at TOUCHSTONE_POSTGRES or 127.0.0.1:5432: its ledger tests are skipped.\n",
  );
}

afterAll(async () => {
  rmSync(folder, { recursive: true });
  if (!runsPostgres) return;
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  await client.end();
});

const limits = { maxProblems: 1000, maxBatches: 100, maxBatchChars: 1e6 };

const kinds = {
  memory: async () => createMemoryStore(limits),
  file: () => openFileStore(join(folder, "contract.ledger"), { sync: "os", limits }),
  postgres: () => openPostgresStore(address, { batchMemory: 100 }),
};

const key = (stream: string, batchId: string, fingerprint = "f") => ({ stream, batchId, fingerprint });

/** Adds one to a counter of each problem. */
const count = (ids: readonly string[]) => (states: ReadonlyMap<string, string>) => ({
  states: new Map(ids.map((id) => [id, String(Number(states.get(id) ?? "0") + 1)])),
  outcome: JSON.stringify(ids.map((id) => states.get(id) ?? null)),
});

const add = (store: LedgerStore, stream: string, batchId: string, ids: readonly string[]) =>
  store.apply(key(stream, batchId), ids, count(ids));

describe.each(Object.entries(kinds))("a ledger store: %s", (kind, open) => {
  let store: LedgerStore;
  const skipped = kind === "postgres" && !runsPostgres;
  beforeAll(async () => {
    if (!skipped) store = await open();
  });
  afterAll(() => store?.close());

  test.skipIf(skipped)("says that it can serve, and how many problems it has where it knows", async () => {
    await store.check();
    await add(store, "counted", "c1", ["p", "q"]);
    await add(store, "counted too", "c1", ["p"]);
    if (store.problemCount !== undefined) expect(store.problemCount()).toBe(3);
    else expect(kind).toBe("postgres");
  });

  test.skipIf(skipped)("counts a batch once and returns its first result", async () => {
    const first = await add(store, "s", "b1", ["p", "q"]);
    expect(first).toEqual({ outcome: "[null,null]", repeated: false });
    expect(await add(store, "s", "b2", ["p"])).toEqual({ outcome: '["1"]', repeated: false });
    expect(await add(store, "s", "b1", ["p", "q"])).toEqual({ outcome: "[null,null]", repeated: true });
    expect(await store.read("s", ["p", "q", "r"])).toEqual(
      new Map([
        ["p", "2"],
        ["q", "1"],
      ]),
    );
  });

  test.skipIf(skipped)("refuses an id with other content, per stream", async () => {
    await add(store, "conflict", "b", ["p"]);
    const other = store.apply(key("conflict", "b", "g"), ["p"], count(["p"]));
    await expect(other).rejects.toMatchObject({ code: "BATCH_CONFLICT" });
    expect((await add(store, "conflict-2", "b", ["p"])).repeated).toBe(false);
    expect((await store.read("conflict", ["p"])).get("p")).toBe("1");
  });

  test.skipIf(skipped)("batches without a name count each time", async () => {
    for (let round = 0; round < 3; round++) expect((await add(store, "n", "", ["p"])).repeated).toBe(false);
    expect((await store.read("n", ["p"])).get("p")).toBe("3");
  });

  test.skipIf(skipped)(
    "updates at once lose nothing, in whatever order they name their problems",
    async () => {
      const batches = Array.from({ length: 60 }, (_, index) =>
        add(store, "busy", `b${index}`, index % 2 === 0 ? ["x", "y", "z"] : ["z", "y", "x"]),
      );
      const twice = Array.from({ length: 20 }, () => add(store, "busy", "same", ["x"]));
      const repeated = await Promise.all(twice).then(
        (all) => all.filter((applied) => applied.repeated).length,
      );
      await Promise.all(batches);
      expect(repeated).toBe(19);
      expect([...(await store.read("busy", ["x", "y", "z"]))].sort()).toEqual([
        ["x", "61"],
        ["y", "60"],
        ["z", "60"],
      ]);
    },
  );

  test.skipIf(skipped)("ids of any content keep apart, and pages go by their bytes", async () => {
    const ids = [
      "__proto__",
      "constructor",
      "a\0b",
      "a",
      "",
      "😀",
      "\uffee",
      "é".repeat(500),
      "'; --",
      "a\nb",
    ];
    await add(store, "odd", "__proto__", ids);
    expect((await add(store, "odd", "__proto__", ids)).repeated).toBe(true);
    expect((await store.read("odd", ids)).size).toBe(ids.length);
    const seen: string[] = [];
    for (let after: string | undefined; ; after = seen.at(-1)) {
      const page = await store.list("odd", after, 3);
      seen.push(...page.map(({ problemId }) => problemId));
      if (page.length < 3) break;
    }
    const sorted = [...ids].sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
    expect(seen).toEqual(sorted);
    expect(await store.listStreams()).toContain("odd");
    expect(await store.list("nowhere", undefined, 5)).toEqual([]);
  });

  test.skipIf(skipped)("a change that throws leaves nothing behind", async () => {
    const failing = store.apply(key("thrown", "b"), ["p"], () => {
      throw new TypeError("defect");
    });
    await expect(failing).rejects.toThrow("defect");
    expect((await add(store, "thrown", "b", ["p"])).repeated).toBe(false);
  });
});

test.skipIf(!runsPostgres)("two verifiers on one Postgres lose nothing and share their batches", async () => {
  const stores = await Promise.all([0, 1].map(() => openPostgresStore(address, { batchMemory: 10_000 })));
  const ids = ["a", "b", "c", "d"];
  const work = stores.flatMap((store, replica) =>
    Array.from({ length: 100 }, (_, index) => {
      const own = add(store, "shared", `${replica}/${index}`, replica === 0 ? ids : [...ids].reverse());
      const common = add(store, "shared", `common/${index}`, ids);
      return [own, common];
    }),
  );
  const results = await Promise.all(work.flat());
  expect(results.filter(({ repeated }) => repeated)).toHaveLength(100);
  const states = await stores[0]!.read("shared", ids);
  expect([...states.values()]).toEqual(["300", "300", "300", "300"]);
  await Promise.all(stores.map((store) => store.close()));
});

test.skipIf(!runsPostgres)("a database that goes away is told, and that it is back", async () => {
  const { hostname, port, username, password, pathname } = new URL(server);
  const sockets = new Set<Socket>();
  const proxy = createServer((socket) => {
    const onward = connect(Number(port || 5432), hostname);
    for (const end of [socket, onward]) {
      sockets.add(end);
      end.on("error", () => {});
    }
    socket.pipe(onward).pipe(socket);
  });
  const listen = async (at: number) => {
    proxy.listen(at, "127.0.0.1");
    await once(proxy, "listening");
  };
  await listen(0);
  const { port: at } = proxy.address() as AddressInfo;
  const user = password === "" ? username : `${username}:${password}`;
  const throughProxy = `postgres://${user}@127.0.0.1:${at}${pathname}?schema=${schema}`;
  const store = await openPostgresStore(throughProxy, { batchMemory: 1 });
  await store.check();
  const closed = once(proxy, "close");
  proxy.close();
  for (const socket of sockets) socket.destroy();
  await closed;
  await expect(store.check()).rejects.toMatchObject({ code: "LEDGER_UNAVAILABLE" });
  await listen(at);
  await store.check();
  await store.close();
  for (const socket of sockets) socket.destroy();
  proxy.close();
});

test("a database that cannot be reached is named", async () => {
  const opening = openPostgresStore("postgres://nobody@127.0.0.1:9/none", { batchMemory: 1 });
  await expect(opening).rejects.toMatchObject({ code: "LEDGER_UNREADABLE" });
});
