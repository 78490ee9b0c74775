import { describe, expect, it } from "vitest";
import { createRandom } from "../random.ts";
import { createChainProblem } from "./chain/chain-problem.ts";
import { chainSettingsSchema } from "./chain/chain-settings.ts";
import { chainTask } from "./chain/chain-task.ts";
import { pickForeignGolds } from "./derangement.ts";
import { findTask, listTasks } from "./registry.ts";

describe("pickForeignGolds", () => {
  it("permutes golds within each stratum and number of values, never giving a problem its own answer", () => {
    const settings = chainSettingsSchema.parse({ n: [2, 5], q: [1, 3], operators: { "*": 4 } });
    const problems = Array.from({ length: 600 }, (_, i) =>
      createChainProblem(createRandom("d", i), settings),
    );
    const donors = pickForeignGolds(problems, 7);
    expect([...donors].sort((a, b) => a - b)).toEqual(problems.map((_, i) => i));
    problems.forEach((problem, i) => {
      const donor = problems[donors[i] ?? -1];
      expect(donor?.golds).not.toEqual(problem.golds);
      expect([donor?.stratum, donor?.queried]).toEqual([problem.stratum, problem.queried]);
      const scored = { ...problem, golds: donor?.golds ?? [] };
      expect(chainTask.checkTrace(scored, chainTask.writeTrace(problem, "D")).answerCorrect).toBe(false);
    });
    expect(pickForeignGolds(problems, 7)).toEqual(donors);
    expect(pickForeignGolds(problems, 8)).not.toEqual(donors);
  });

  it("says which class has too many equal answers", () => {
    const problem = { id: "a", prompt: "", golds: ["1"], stratum: "n2", hash: "" };
    expect(() => pickForeignGolds([problem], 1)).toThrow(/class "n2, 1 value\(s\)".*: 1 share one answer/);
    expect(() => pickForeignGolds([problem, problem, { ...problem, golds: ["2"] }], 1)).toThrow(/2 share/);
    expect(pickForeignGolds([problem, { ...problem, golds: ["2"] }], 1)).toEqual([1, 0]);
    expect(pickForeignGolds([], 1)).toEqual([]);
  });
});

describe("findTask", () => {
  it("finds every listed task and suggests a name for a misspelt one", () => {
    for (const name of listTasks()) expect(findTask(name).name).toBe(name);
    expect(() => findTask("chian")).toThrow(/no task "chian".*"chain"/);
  });
});
