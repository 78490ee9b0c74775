import { describe, expect, it } from "vitest";
import { ExperimentError } from "./errors.ts";
import { planJobs } from "./plan-jobs.ts";
import { type Suite, useDevelopmentProblems } from "./suite.ts";

const suite: Suite = {
  name: "demo",
  title: "Demo",
  description: "",
  claims: ["claim.yaml"],
  gates: [],
  models: { trained: { title: "Trained", checkpoint: "second.rl" } },
  report: { formats: [], format_history: [], solve_sets: [] },
  pipeline: { task: { name: "chain" }, verifier: { deadline_ms: 5 } },
  jobs: {
    second: {
      title: "Second",
      stages: [
        { type: "rlvr", name: "rl", from: "first.base" },
        { type: "sample", name: "test", from: ["rl"], problems: { seed: 0, count: 3 } },
      ],
    },
    first: { title: "First", stages: [{ type: "pretrain", name: "base" }] },
  },
};

describe("planJobs", () => {
  const jobs = planJobs(suite, { seeds: [0, 7], directory: "out", verifierAddress: "host:1" });

  it("orders jobs by what they start from, at every seed", () => {
    expect(jobs.map(({ id }) => id)).toEqual([
      "seed-0/first",
      "seed-0/second",
      "seed-7/first",
      "seed-7/second",
    ]);
    expect(jobs[3]?.after).toEqual(["seed-7/first"]);
  });

  it("resolves references between jobs to directories of the same seed and leaves stage names alone", () => {
    const stages = jobs[3]?.config["stages"] as { from: unknown }[];
    expect(stages[0]?.from).toBe("out/seed-7/first/stages/base");
    expect(stages[1]?.from).toEqual(["rl"]);
  });

  it("fills in seed, directory and verifier", () => {
    expect(jobs[2]?.config["run"]).toEqual({ name: "demo-first", seed: 7, out: "out/seed-7/first" });
    expect(jobs[2]?.config["verifier"]).toEqual({ deadline_ms: 5, address: "host:1" });
  });

  it("names the missing job of a wrong reference", () => {
    const broken = {
      ...suite,
      jobs: { lonely: { title: "", stages: [{ type: "rlvr", name: "rl", from: "nobody.base" }] } },
    };
    expect(() => planJobs(broken, { seeds: [0], directory: "out", verifierAddress: "host:1" })).toThrow(
      ExperimentError,
    );
  });
});

describe("useDevelopmentProblems", () => {
  it("redraws every problem set and nothing else", () => {
    const development = useDevelopmentProblems(suite, 1000);
    expect(development.jobs["second"]?.stages[1]).toEqual({
      type: "sample",
      name: "test",
      from: ["rl"],
      problems: { seed: 1000, count: 3 },
    });
    expect(development.jobs["first"]).toEqual(suite.jobs["first"]);
  });
});
