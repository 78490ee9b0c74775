import { describe, expect, it } from "vitest";
import { toCamelCase } from "../config/key-case.ts";
import { rewardSchema } from "../config/reward-schema.ts";
import { createRandom } from "../random.ts";
import { findTask } from "../tasks/registry.ts";
import { chooseStepsCheck } from "./choose-steps-check.ts";

const reward = (change: object = {}) => toCamelCase(rewardSchema.parse(change));

describe("chooseStepsCheck", () => {
  it.each(["chain", "word_problems"])("tells traces of %s apart by the task's own arithmetic", (name) => {
    const task = findTask(name);
    const problem = task.createProblem(createRandom(3), task.settingsSchema.parse({ n: [3, 3] }));
    const [worked = ""] = task.formats;
    const check = chooseStepsCheck(task, { prompts: {}, reward: reward() });
    expect(check?.(problem, task.writeTrace(problem, worked))).toBe("valid");
    expect(check?.(problem, task.writeCorruptTrace(problem, worked, createRandom(1)))).toBe("invalid");
    expect(check?.(problem, task.writeTrace(problem, task.formats.at(-1) ?? ""))).toBe("unverifiable");
  });

  it("leaves the check to the verifier where the task cannot make it, or where it is told to", () => {
    const task = findTask("chain");
    expect(chooseStepsCheck(undefined, { prompts: {}, reward: reward() })).toBeUndefined();
    expect(chooseStepsCheck(task, { prompts: { dataFile: "a.jsonl" }, reward: reward() })).toBeUndefined();
    expect(
      chooseStepsCheck(task, { prompts: {}, reward: reward({ steps_check: "verifier" }) }),
    ).toBeUndefined();
  });
});
