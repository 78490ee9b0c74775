import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { loadSuite } from "../suite.ts";
import { buildDecisionsTable } from "./decisions-table.ts";

const suite = await loadSuite(fileURLToPath(new URL("../../smoke/suite.yaml", import.meta.url)));
const row = (admitted: number, decisions: Record<string, number>) => ({
  step: 1,
  "groups/admitted": admitted,
  "groups/dropped": 1 - admitted,
  "groups/guarded": 0,
  frac_reward_zero_std: 0.5,
  "shortcuts/any_rate": 0.25,
  "process/coherent_rate": 0.9,
  ...decisions,
});

it("means shares over steps and seeds, and adds up groups by decision", () => {
  const histories = new Map([
    ["base", [[{ step: 1, loss: 2 }]]],
    [
      "trained",
      [
        [row(1, { "decisions/keep/varied": 4 }), row(0.5, { "decisions/keep/varied": 2 })],
        [row(0, { "decisions/drop/zero_variance": 7 })],
      ],
    ],
  ]);
  const { rows } = buildDecisionsTable(suite, { seeds: [], histories, flops: new Map() });
  expect(rows).toHaveLength(1);
  expect(rows[0]?.slice(1)).toEqual([
    "50.0%",
    "50.0%",
    "0.0%",
    "50.0%",
    "25.0%",
    "90.0%",
    "drop: zero_variance 7, keep: varied 6",
  ]);
});
