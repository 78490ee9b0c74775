import { expect, test } from "vitest";
import { Readiness } from "./readiness.ts";

const up = { check: async () => {} };
const down = {
  check: async () => {
    throw new Error("away");
  },
};
const pool = (workers: number) => ({ stats: { workers } });

test.each([
  ["a ledger and no pool", { ledger: up }, []],
  ["a ledger and workers", { ledger: up, pool: pool(2) }, []],
  ["no worker", { ledger: up, pool: pool(0) }, ["no worker"]],
  ["a ledger that is away", { ledger: down, pool: pool(1) }, ["ledger unreachable"]],
  ["nothing that works", { ledger: down, pool: pool(0) }, ["no worker", "ledger unreachable"]],
])("a server with %s", async (_, parts, reasons) => {
  const readiness = new Readiness();
  expect(await readiness.check()).toEqual(["starting"]);
  readiness.serve(parts);
  expect(await readiness.check()).toEqual(reasons);
  readiness.drain();
  expect(await readiness.check()).toEqual(["draining"]);
});

test("a ledger that goes away and comes back is told of once each", async () => {
  const told: (string | undefined)[] = [];
  const readiness = new Readiness((reason) => told.push(reason));
  let ledger: { check(): Promise<void> } = up;
  readiness.serve({ ledger: { check: () => ledger.check() } });
  for (const next of [up, down, down, up, up, down]) {
    ledger = next;
    await readiness.check();
  }
  expect(told).toEqual(["away", undefined, "away"]);
});

test("those who ask while the ledger is asked share its answer", async () => {
  let asked = 0;
  let reply = () => {};
  const readiness = new Readiness();
  const check = () => {
    asked++;
    return new Promise<void>((resolve) => {
      reply = resolve;
    });
  };
  readiness.serve({ ledger: { check } });
  const answers = [readiness.check(), readiness.check()];
  reply();
  expect(await Promise.all(answers)).toEqual([[], []]);
  expect(asked).toBe(1);
});
