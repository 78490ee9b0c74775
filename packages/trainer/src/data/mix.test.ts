import { describe, expect, it } from "vitest";
import { chainTask, findTask, listTasks } from "../tasks/index.ts";
import { createTaskTokenizer } from "../tokenizer/index.ts";
import { createMix, createMixSourceSchema, createProblemSet, encodeExample } from "./index.ts";

const schema = createMixSourceSchema(chainTask);
const settings = chainTask.settingsSchema.parse({});
const hashes = (problems: readonly { hash: string }[]) => new Set(problems.map((problem) => problem.hash));

describe("createProblemSet", () => {
  it.each(listTasks())("gives disjoint sets of distinct problems for task %s", (name) => {
    const task = findTask(name);
    const own = task.settingsSchema.parse({});
    const train = createProblemSet(task, own, 400, ["train", 1]);
    const test = createProblemSet(task, own, 200, ["test", 1], hashes(train));
    expect(hashes(train).size).toBe(400);
    expect(hashes([...train, ...test]).size).toBe(600);
    expect(new Set([...train, ...test].map((problem) => problem.id)).size).toBe(600);
    expect(createProblemSet(task, own, 100, ["train", 1])).toEqual(train.slice(0, 100));
    expect(createProblemSet(task, own, 100, ["train", 2])).not.toEqual(train.slice(0, 100));
  });

  it("finds all problems of a small space and then says that there are no more", () => {
    const small = chainTask.settingsSchema.parse({ n: [1, 1], q: [1] });
    expect(createProblemSet(chainTask, small, 300, [1])).toHaveLength(300);
    expect(() => createProblemSet(chainTask, small, 301, [1])).toThrow(
      expect.objectContaining({ code: "PROBLEMS_EXHAUSTED", message: expect.stringContaining("300 of 301") }),
    );
    expect(createProblemSet(chainTask, small, 0, [1])).toEqual([]);
  });
});

describe("createMix", () => {
  const sources = [
    schema.parse({ weight: 3, formats: { A: 1, B: 3 }, problem: { n: [2, 3], q: [1] }, noise: 0.25 }),
    schema.parse({ weight: 1, formats: { D: 1 }, problem: { n: [5, 5] }, pool: 20 }),
  ];

  it("gives example i as a function of seed and i alone", () => {
    const mix = createMix(chainTask, sources, ["seed", 1]);
    const forward = Array.from({ length: 200 }, (_, i) => mix.example(i));
    const again = createMix(chainTask, sources, ["seed", 1]);
    const backward = Array.from({ length: 200 }, (_, i) => again.example(199 - i)).reverse();
    expect(backward).toEqual(forward);
    expect(createMix(chainTask, sources, ["seed", 2]).example(0)).not.toEqual(forward[0]);
    expect(() => mix.example(-1)).toThrow(RangeError);
    expect(() => mix.example(1.5)).toThrow(RangeError);
  });

  it("keeps to the weights of sources and formats, the share of noise and the pool", () => {
    const mix = createMix(chainTask, sources, [7]);
    const count = 4000;
    const examples = Array.from({ length: count }, (_, i) => mix.example(i));
    const share = (test: (example: (typeof examples)[number]) => boolean) =>
      examples.filter(test).length / count;
    expect(share((example) => example.format === "D")).toBeCloseTo(0.25, 1);
    expect(share((example) => example.format === "A")).toBeCloseTo(0.75 * 0.25, 1);
    expect(share((example) => example.format === "B")).toBeCloseTo(0.75 * 0.75, 1);
    const worked = examples.filter((example) => example.format !== "D");
    const noisy = worked.filter(
      ({ problem, completion }) => !chainTask.checkTrace(problem, completion).valid,
    );
    expect(noisy.length / worked.length).toBeCloseTo(0.25, 1);
    const pooled = examples.filter((example) => example.format === "D");
    expect(hashes(pooled.map((example) => example.problem)).size).toBe(20);
    expect(pooled.every((example) => example.problem.stratum === "n5")).toBe(true);
    expect(examples.every((example) => example.prompt === example.problem.prompt)).toBe(true);
  });

  it("keeps one trace for each pool member, so that noise stays a property of the data set", () => {
    const source = schema.parse({ formats: { A: 1, B: 1 }, problem: {}, pool: 30, noise: 0.5 });
    const mix = createMix(chainTask, [source], [3]);
    const traces = new Map<string, Set<string>>();
    for (let i = 0; i < 600; i++) {
      const { problem, completion } = mix.example(i);
      traces.set(problem.hash, (traces.get(problem.hash) ?? new Set()).add(completion));
    }
    expect(traces.size).toBe(30);
    expect([...traces.values()].every((set) => set.size === 1)).toBe(true);
  });

  it("never uses an excluded problem", () => {
    const held = createProblemSet(chainTask, chainTask.settingsSchema.parse({ n: [1, 1], q: [1] }), 150, [
      "test",
    ]);
    const exclude = hashes(held);
    for (const pool of [undefined, 100]) {
      const source = schema.parse({ formats: { A: 1 }, problem: { n: [1, 1], q: [2] }, pool });
      const mix = createMix(chainTask, [source], [5], { exclude });
      for (let i = 0; i < 500; i++) expect(exclude.has(mix.example(i).problem.hash)).toBe(false);
    }
    const all = hashes(
      createProblemSet(chainTask, chainTask.settingsSchema.parse({ n: [1, 1], q: [1] }), 300, [1]),
    );
    const source = schema.parse({ formats: { A: 1 }, problem: { n: [1, 1], q: [1] } });
    expect(() => createMix(chainTask, [source], [5], { exclude: all }).example(0)).toThrow(/are excluded/);
  });

  it("refuses sources that make no sense", () => {
    expect(schema.safeParse({ formats: { Z: 1 } }).success).toBe(false);
    expect(schema.safeParse({ formats: { A: 0 } }).success).toBe(false);
    expect(schema.safeParse({ formats: { A: 1 }, noise: 2 }).success).toBe(false);
    expect(schema.safeParse({ formats: { A: 1 }, nois: 0 }).success).toBe(false);
    expect(schema.safeParse({ formats: { A: 1 }, problem: { n: [9, 1] } }).success).toBe(false);
    expect(schema.parse({ formats: { A: 1 } })).toEqual({
      weight: 1,
      formats: { A: 1 },
      problem: settings,
      noise: 0,
    });
    expect(() => createMix(chainTask, [], [1])).toThrow(/at least one source/);
    const source = { weight: 1, formats: { poem: 1 }, problem: settings, noise: 0 };
    expect(() => createMix(chainTask, [source], [1])).toThrow(/no format "poem"/);
  });
});

describe("encodeExample", () => {
  it("joins prompt, completion and end token", () => {
    const tokenizer = createTaskTokenizer(chainTask);
    const { tokens, promptLength } = encodeExample(tokenizer, { prompt: "^ a 3", completion: "#### 3" });
    expect(tokenizer.decode(tokens.slice(0, promptLength))).toBe("^ a 3");
    expect(tokenizer.decode(tokens.slice(promptLength))).toBe("#### 3");
    expect(tokens.at(-1)).toBe(tokenizer.eosId);
    expect(tokens).toHaveLength(promptLength + 3);
  });
});
