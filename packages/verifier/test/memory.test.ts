import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

test("the live heap stays flat over 40,000 mixed items, hostile ones among them", () => {
  const tsx = path("../../../node_modules/.bin/tsx");
  const { stdout, status } = spawnSync(tsx, [path("../bench/memory-soak.ts"), "--items", "40000", "--json"], {
    encoding: "utf8",
    env: { ...process.env, TOUCHSTONE_DATA: "/nowhere" },
  });
  const { growthMib, readings } = JSON.parse(stdout);
  expect(readings).toHaveLength(20);
  expect(growthMib).toBeLessThan(3);
  expect(status).toBe(0);
});

test("the live heap of a ledger of 2,000 problems stays flat while 40,000 pass through it", () => {
  const tsx = path("../../../node_modules/.bin/tsx");
  const flags = ["--limit", "2000", "--problems", "40000", "--json"];
  const { stdout, status } = spawnSync(tsx, [path("../bench/ledger-memory.ts"), ...flags], {
    encoding: "utf8",
  });
  const { growthMib, readings } = JSON.parse(stdout);
  expect(readings.length).toBeGreaterThan(10);
  expect(growthMib).toBeLessThan(5);
  expect(status).toBe(0);
});
