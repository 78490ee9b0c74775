import { describe, expect, it } from "vitest";
import { createPolicy } from "../../src/policy/create-policy.ts";
import {
  createRequests,
  createRollouts,
  createSequences,
  OPTIMIZER,
  TINY_MODEL,
} from "../support/tiny-policy.ts";

describe("a policy in a worker thread", () => {
  it("computes bit by bit what it computes in this thread, and leaves this thread free meanwhile", async () => {
    const outcomes = [];
    for (const worker of [true, false]) {
      const policy = await createPolicy({ model: TINY_MODEL, seed: 4, worker, engine: { selfCheck: false } });
      await policy.update(
        { kind: "sft", sequences: createSequences(1, 8) },
        { learningRate: 1e-2, optimizer: OPTIMIZER },
      );
      const rollouts = await createRollouts(policy, 2, 6, 0.2);
      const result = await policy.update(rollouts, { learningRate: 1e-2, optimizer: OPTIMIZER });
      let ticks = 0;
      const timer = setInterval(() => ticks++, 1);
      const completions = await policy.sample(createRequests(3, 512, 24), {
        maxNewTokens: 24,
        temperature: 1,
        eosId: -1,
      });
      clearInterval(timer);
      if (worker) expect(ticks).toBeGreaterThan(2);
      outcomes.push({ result, completions, state: await policy.exportState() });
      await policy.close();
    }
    expect(outcomes[0]).toEqual(outcomes[1]);
  });
});
