import { describe, expect, it } from "vitest";
import { toSnakeCase } from "./config/key-case.ts";
import { createConfigJsonSchema, parseConfig } from "./config.ts";

const minimal = () => ({
  task: { name: "chain", settings: { n: [2, 3], q: [1] } },
  model: {},
  stages: [
    {
      type: "pretrain",
      name: "base",
      mix: [{ formats: { A: 1 } }],
      steps: 10,
      learning_rate: 1e-3,
    } as Record<string, unknown>,
    {
      type: "rlvr",
      name: "rl",
      from: "base",
      prompts: {},
      steps: 5,
      max_new_tokens: 20,
      learning_rate: 1e-4,
    },
    {
      type: "sample",
      name: "eval",
      from: "rl",
      problems: { count: 4 },
      samples_per_problem: 2,
      max_new_tokens: 20,
    },
  ] as Record<string, unknown>[],
});

const errorOf = (change: (config: ReturnType<typeof minimal> & Record<string, unknown>) => void) => {
  const config = minimal();
  change(config);
  try {
    parseConfig(config, "pipeline.yaml");
  } catch (error) {
    return (error as Error).message.split("\n");
  }
  return [];
};

describe("parseConfig", () => {
  it("fills in defaults and spells keys in camelCase, but leaves user-named keys alone", () => {
    const config = parseConfig(minimal());
    const [base, rl, evaluation] = config.stages;
    expect(config.run).toEqual({ name: "run", seed: 0, tensorboard: true });
    expect(base).toMatchObject({
      batchSize: 32,
      schedule: { type: "constant", warmupSteps: 0 },
      optimizer: { clipNorm: 1 },
    });
    expect(base?.type === "pretrain" && base.mix?.[0]).toEqual({ weight: 1, formats: { A: 1 }, problem: {} });
    expect(rl).toMatchObject({ groupSize: 8, loss: { lossType: "dapo", epsilonHigh: 0.28, beta: 0 } });
    expect(evaluation).toMatchObject({ from: ["rl"], problems: { seed: 0, count: 4 } });
  });

  it("comes back unchanged from its own resolved form", () => {
    const written = minimal();
    const reward = {
      gates: { answer: "no_shortcut" },
      shortcut_thresholds: { skipped_work: 0.9 },
      admission: "band",
      admission_settings: { band_low: 0.1 },
    };
    Object.assign(written.stages[1]!, { reward });
    const config = parseConfig(written);
    const { stages } = toSnakeCase(config) as { stages: { reward?: unknown }[] };
    expect(stages[1]?.reward).toMatchObject(reward);
    expect(parseConfig(toSnakeCase(config))).toEqual(config);
  });

  it.each<[string, Parameters<typeof errorOf>[0], string]>([
    [
      "unknown key",
      (c) => Object.assign(c.stages[0]!, { batchsize: 3 }),
      'pipeline.yaml: stages[0].batchsize: unknown key "batchsize". Did you mean "batch_size"?',
    ],
    [
      "unknown key far from any",
      (c) => Object.assign(c, { model: { zzzz: 1 } }),
      'pipeline.yaml: model.zzzz: unknown key "zzzz". Known keys: hidden_size, layers,',
    ],
    [
      "unknown nested key",
      (c) => Object.assign(c.stages[1]!, { loss: { bta: 1 } }),
      'pipeline.yaml: stages[1].loss.bta: unknown key "bta". Did you mean "beta"?',
    ],
    [
      "wrong type",
      (c) => Object.assign(c.stages[0]!, { steps: "many" }),
      'pipeline.yaml: stages[0].steps: must be a number, got "many".',
    ],
    [
      "fraction for a count",
      (c) => Object.assign(c.stages[0]!, { steps: 1.5 }),
      "pipeline.yaml: stages[0].steps: must be a whole number, got 1.5.",
    ],
    [
      "missing key",
      (c) => delete c.stages[0]!["learning_rate"],
      "pipeline.yaml: stages[0].learning_rate: is missing; must be a number.",
    ],
    [
      "out of range",
      (c) => Object.assign(c.stages[0]!, { batch_size: 0 }),
      "pipeline.yaml: stages[0].batch_size: must be more than 0, got 0.",
    ],
    [
      "unknown stage type",
      (c) => Object.assign(c.stages[0]!, { type: "ppo" }),
      'pipeline.yaml: stages[0].type: must be one of "pretrain", "distill", "rlvr", "sample", got "ppo".',
    ],
    [
      "unknown choice",
      (c) => Object.assign(c, { engine: { kind: "gpu" } }),
      'pipeline.yaml: engine.kind: must be one of "jit", "eager", got "gpu".',
    ],
    [
      "bad name",
      (c) => Object.assign(c.stages[0]!, { name: "../up" }),
      "pipeline.yaml: stages[0].name: must be 1 to 64 letters",
    ],
    [
      "unknown admission rule",
      (c) => Object.assign(c.stages[1]!, { reward: { admission: "dynamic" } }),
      'pipeline.yaml: stages[1].reward.admission: must be one of "verified_success", "none", ',
    ],
    [
      "a control under the rule for right answers",
      (c) => Object.assign(c.stages[1]!, { reward: { profile: "random" } }),
      'pipeline.yaml: stages[1].reward.admission: "verified_success" looks at right answers, which is not what profile "random" pays',
    ],
    [
      "unknown key of the reward",
      (c) => Object.assign(c.stages[1]!, { reward: { admision: "none" } }),
      'pipeline.yaml: stages[1].reward.admision: unknown key "admision". Did you mean "admission"?',
    ],
    [
      "unknown setting of the rule",
      (c) => Object.assign(c.stages[1]!, { reward: { admission_settings: { band_lo: 0.1 } } }),
      'pipeline.yaml: stages[1].reward.admission_settings.band_lo: unknown key "band_lo". Did you mean "band_low"?',
    ],
    [
      "selection among fresh problems",
      (c) => Object.assign(c.stages[1]!, { reward: { selection: { method: "posterior" } } }),
      'pipeline.yaml: stages[1].reward.selection.method: "posterior" chooses among problems that come back; give prompts.pool',
    ],
    [
      "a target without posterior",
      (c) => Object.assign(c.stages[1]!, { reward: { selection: { target_rate: 0.5 } } }),
      'pipeline.yaml: stages[1].reward.selection.target_rate: only "posterior" aims at a pass rate.',
    ],
    [
      "candidates of uniform",
      (c) => Object.assign(c.stages[1]!, { reward: { selection: { candidates: 500 } } }),
      'pipeline.yaml: stages[1].reward.selection.candidates: "uniform" chooses among none',
    ],
    [
      "too few candidates",
      (c) =>
        Object.assign(c.stages[1]!, {
          prompts: { pool: 50 },
          reward: { selection: { method: "weight", candidates: 2 } },
        }),
      "pipeline.yaml: stages[1].reward.selection.candidates: must be at least prompts_per_step (16), got 2.",
    ],
    [
      "name taken",
      (c) => Object.assign(c.stages[1]!, { name: "base" }),
      'pipeline.yaml: stages[1].name: "base" is taken by stages[0].',
    ],
    [
      "two budgets",
      (c) => Object.assign(c.stages[0]!, { flops: 1e9 }),
      'pipeline.yaml: stages[0].steps: give either "steps" or "flops".',
    ],
    [
      "no budget",
      (c) => delete c.stages[0]!["steps"],
      'pipeline.yaml: stages[0].steps: give either "steps" or "flops".',
    ],
    [
      "mix and file",
      (c) => Object.assign(c.stages[0]!, { data_file: "x.jsonl" }),
      'pipeline.yaml: stages[0].mix: give either "mix" or "data_file".',
    ],
    [
      "later stage",
      (c) => Object.assign(c.stages[0]!, { from: "rl" }),
      'pipeline.yaml: stages[0].from: "rl" runs later; list it before.',
    ],
    [
      "itself",
      (c) => Object.assign(c.stages[1]!, { from: "rl" }),
      'pipeline.yaml: stages[1].from: a stage cannot start from itself ("rl").',
    ],
    ["no model", (c) => Object.assign(c, { model: undefined }), "pipeline.yaml: model: "],
    [
      "odd heads",
      (c) => Object.assign(c, { model: { hidden_size: 30, heads: 4 } }),
      "pipeline.yaml: model.hidden_size: must be an even multiple of model.heads (4), got 30.",
    ],
    [
      "kv heads",
      (c) => Object.assign(c, { model: { heads: 4, kv_heads: 3 } }),
      "pipeline.yaml: model.kv_heads: must divide model.heads (4), got 3.",
    ],
    [
      "warm-up too long",
      (c) => Object.assign(c.stages[0]!, { schedule: { warmup_steps: 10 } }),
      "pipeline.yaml: stages[0].schedule.warmup_steps: must be less than steps (10), got 10.",
    ],
    [
      "too many minibatches",
      (c) => Object.assign(c.stages[1]!, { minibatches: 1000 }),
      "pipeline.yaml: stages[1].minibatches: must be at most prompts_per_step * group_size (128), got 1000.",
    ],
    [
      "stop rule without bound",
      (c) => Object.assign(c.stages[1]!, { stop_when: { metric: "reward" } }),
      'pipeline.yaml: stages[1].stop_when: give either "above" or "below".',
    ],
    [
      "no problem count",
      (c) => Object.assign(c.stages[2]!, { problems: {} }),
      'pipeline.yaml: stages[2].problems.count: give either "count" or "data_file".',
    ],
    [
      "unknown task",
      (c) => Object.assign(c.task, { name: "chian" }),
      'pipeline.yaml: task.name: There is no task "chian". Did you mean "chain"?',
    ],
    [
      "unknown task setting",
      (c) => Object.assign(c.stages[1]!, { prompts: { problem: { operatros: {} } } }),
      'pipeline.yaml: stages[1].prompts.problem.operatros: unknown key "operatros". Did you mean "operators"?',
    ],
    [
      "unknown format",
      (c) => Object.assign(c.stages[0]!, { mix: [{ formats: { Z: 1 } }] }),
      "pipeline.yaml: stages[0].mix[0].formats",
    ],
    [
      "unknown setting of a stratum",
      (c) => Object.assign(c.stages[2]!, { problems: { count: 2, strata: [{ n: [2, 2] }, { m: 1 }] } }),
      'pipeline.yaml: stages[2].problems.strata[1].m: unknown key "m".',
    ],
  ])("names file and key: %s", (_, change, message) => {
    const errors = errorOf(change);
    expect(
      errors.some((line) => line.startsWith(message)),
      errors.join("\n"),
    ).toBe(true);
  });

  it("reports every problem at once", () => {
    const errors = errorOf((c) => {
      Object.assign(c.stages[0]!, { steps: "x", batchsize: 1 });
      Object.assign(c, { modle: {} });
    });
    expect(errors).toHaveLength(3);
  });

  it("refuses what is not a map", () => {
    for (const value of [null, 3, [], "x"])
      expect(() => parseConfig(value, "f.yaml")).toThrow(/^f\.yaml: \(top level\): must be a map/);
  });

  it("needs no task when all data comes from files", () => {
    const config = parseConfig({
      stages: [
        {
          type: "distill",
          name: "sft",
          from: "model/",
          data_file: "train.jsonl",
          steps: 1,
          learning_rate: 1e-5,
          filter_by_verifier: true,
        },
        {
          type: "rlvr",
          name: "rl",
          from: "sft",
          prompts: { data_file: "p.jsonl" },
          steps: 1,
          learning_rate: 1e-6,
          max_new_tokens: 9,
        },
      ],
    });
    expect(config.task).toBeUndefined();
  });
});

describe("createConfigJsonSchema", () => {
  it("describes the file, in its spelling", () => {
    const text = JSON.stringify(createConfigJsonSchema());
    for (const key of ["prompts_per_step", "filter_by_verifier", "null_curve", "$schema"])
      expect(text).toContain(`"${key}"`);
  });
});
