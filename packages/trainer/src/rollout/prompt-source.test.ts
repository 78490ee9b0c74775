import { describe, expect, it } from "vitest";
import { chainTask } from "../tasks/chain/chain-task.ts";
import { createGeneratedPrompts } from "./prompt-source.ts";
import { drawUniforms } from "./uniforms.ts";

const settings = chainTask.settingsSchema.parse({ n: [2, 3], q: [1] });
const create = (pool?: number, exclude: ReadonlySet<string> = new Set()) =>
  createGeneratedPrompts({ task: chainTask, settings, pool, seedPath: [1, "prompts"], exclude });
const idsOf = (source: ReturnType<typeof create>, steps: readonly number[], count = 4) =>
  steps.flatMap((step) => source.promptsOf(step, count).map(({ id }) => id));

describe("createGeneratedPrompts", () => {
  it("draws fresh problems, each step by itself", () => {
    const ids = idsOf(create(), [1, 2, 3, 4, 5]);
    expect(new Set(ids).size).toBe(20);
    expect(idsOf(create(), [4])).toEqual(ids.slice(12, 16));
  });

  it("walks through a pool once per epoch, each epoch in an order of its own", () => {
    const ids = idsOf(create(12), [1, 2, 3, 4, 5, 6]);
    const [first, second] = [ids.slice(0, 12), ids.slice(12)];
    expect(new Set(first).size).toBe(12);
    expect([...second].sort()).toEqual([...first].sort());
    expect(second).not.toEqual(first);
    expect(idsOf(create(12), [5])).toEqual(ids.slice(16, 20));
  });

  it("crosses the end of a pool in the middle of a step", () => {
    const ids = idsOf(create(6), [1, 2, 3]);
    expect(new Set(ids.slice(0, 6)).size).toBe(6);
    expect(new Set(ids.slice(6)).size).toBe(6);
  });

  it("leaves held-out problems out and says when none is left", () => {
    const all = new Set(
      create(50)
        .promptsOf(1, 50)
        .map(({ hash }) => hash),
    );
    for (const pool of [undefined, 20])
      for (const { hash } of create(pool, all).promptsOf(1, 50)) expect(all.has(hash)).toBe(false);
    const everything = { has: () => true, size: 9 } as unknown as ReadonlySet<string>;
    expect(() => create(undefined, everything).promptsOf(1, 1)).toThrow(
      expect.objectContaining({ code: "PROBLEMS_EXHAUSTED" }),
    );
  });
});

describe("drawUniforms", () => {
  it("stays below 1 in float32 and is named by its path", () => {
    const draws = drawUniforms(200_000, 1, "x");
    expect(draws.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(draws.reduce((sum, value) => sum + value, 0) / draws.length).toBeCloseTo(0.5, 2);
    expect(drawUniforms(5, 1, "x")).toEqual(draws.slice(0, 5));
    expect(drawUniforms(5, 1, "y")).not.toEqual(draws.slice(0, 5));
  });
});
