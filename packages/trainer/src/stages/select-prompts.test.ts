import { describe, expect, it } from "vitest";
import { createMarkerRewards } from "../../test/support/marker-rewards.ts";
import { toCamelCase } from "../config/key-case.ts";
import { rewardSchema } from "../config/reward-schema.ts";
import type { SelectionRequest } from "../reward/reward-source.ts";
import { createListPrompts } from "../rollout/prompt-source.ts";
import { type SelectionParts, selectPrompts } from "./select-prompts.ts";
import type { StepSelection } from "./selection-log.ts";

const problems = Array.from({ length: 6 }, (_, i) => ({
  id: `p${i}`,
  prompt: "",
  golds: [],
  stratum: "all",
  hash: `${i}`,
}));
const prompts = createListPrompts(problems, [1]);
const order = prompts.promptsOf(1, 6).map(({ id }) => id);

const setUp = (selection: object, answer: (request: SelectionRequest) => string[], maxBatchItems = 100) => {
  const requests: SelectionRequest[] = [];
  const written = new Map<number, StepSelection>();
  const parts: SelectionParts = {
    config: { promptsPerStep: 3, reward: toCamelCase(rewardSchema.parse({ selection })) },
    prompts,
    rewards: createMarkerRewards({
      maxBatchItems,
      select: (request) => {
        requests.push(request);
        return { problemIds: answer(request), dropped: 2 };
      },
    }),
    selections: {
      find: (step) => written.get(step),
      append: (made) => void written.set(made.step, made),
      close: () => {},
    },
    requestId: "run/0/rl",
    signal: new AbortController().signal,
  };
  const select = async (step: number) => {
    const { problems: chosen, metrics } = await selectPrompts(parts, step);
    return { ids: chosen.map(({ id }) => id), metrics };
  };
  return { select, requests, written };
};

describe("selectPrompts", () => {
  it("follows the prompts and asks nobody under uniform", async () => {
    const { select, requests, written } = setUp({}, () => []);
    expect(await select(1)).toEqual({ ids: order.slice(0, 3), metrics: {} });
    expect([requests.length, written.size]).toEqual([0, 0]);
  });

  it("offers the whole pool at the policy's step, and takes what is chosen", async () => {
    const { select, requests } = setUp({ method: "posterior", target_rate: 0.3 }, () => ["p5", "p1", "p2"]);
    const { ids, metrics } = await select(1);
    expect(ids).toEqual(["p5", "p1", "p2"]);
    expect(metrics).toEqual({ "selection/dropped": 2 / 6, "selection/filled": 0 });
    expect(requests).toEqual([
      {
        requestId: "run/0/rl/1",
        policyStep: 0,
        problemIds: order,
        count: 3,
        method: "posterior",
        targetRate: 0.3,
      },
    ]);
  });

  it("offers as many candidates as the config says, each once, walking through the prompts", async () => {
    const { select, requests } = setUp({ method: "weight", candidates: 4 }, ({ problemIds }) =>
      problemIds.slice(0, 3),
    );
    for (const step of [1, 2, 3]) await select(step);
    expect(requests.map(({ problemIds }) => new Set(problemIds).size)).toEqual(
      requests.map(({ problemIds }) => problemIds.length),
    );
    expect(requests[0]?.problemIds).toEqual(order.slice(0, 4));
    expect(requests[1]?.problemIds.slice(0, 2)).toEqual(order.slice(4));
  });

  it("fills a step up in the order of the prompts where the ledger leaves too few", async () => {
    const { select } = setUp({ method: "posterior" }, () => [order[4] as string]);
    const { ids, metrics } = await select(1);
    expect(ids).toEqual([order[4], order[0], order[1]]);
    expect(metrics["selection/filled"]).toBeCloseTo(2 / 3, 12);
  });

  it("takes the choice of a step that is run again from its record, whatever the ledger says by then", async () => {
    let calls = 0;
    const { select, written } = setUp({ method: "posterior" }, () =>
      calls++ === 0 ? ["p0", "p1", "p2"] : ["p3", "p4", "p5"],
    );
    const first = await select(2);
    expect(await select(2)).toEqual(first);
    expect(calls).toBe(1);
    written.set(2, { step: 2, problemIds: ["gone"], dropped: 0, filled: 0 });
    await expect(select(2)).rejects.toMatchObject({ code: "CHECKPOINT_INVALID" });
  });

  it("says how many candidates the verifier takes", async () => {
    const { select } = setUp({ method: "posterior" }, () => [], 5);
    await expect(select(1)).rejects.toThrow(/at most 5 problems, not 6/);
  });
});
