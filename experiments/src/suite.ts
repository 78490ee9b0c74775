import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { z } from "zod";
import { ExperimentError } from "./errors.ts";
import { gateSchema } from "./gates.ts";

const jobSchema = z.strictObject({
  title: z.string().describe("What the job makes, in a few words"),
  stages: z
    .array(z.looseObject({ type: z.string(), name: z.string() }))
    .min(1)
    .describe("Stages of a trainer pipeline"),
});

const suiteSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  description: z.string(),
  claims: z.array(z.string()).min(1).describe("Claim files, relative to the suite file"),
  gates: z
    .array(gateSchema)
    .default([])
    .describe("What starting models must meet for a claim to be testable"),
  models: z
    .record(z.string(), z.strictObject({ title: z.string(), checkpoint: z.string().describe("job.stage") }))
    .describe("Checkpoints that are measured, in the order of the report"),
  pipeline: z.looseObject({}).describe("Trainer configuration shared by all jobs"),
  jobs: z.record(z.string(), jobSchema),
  report: z.strictObject({
    formats: z.array(z.string()).describe("Formats to show shares of"),
    format_history: z.array(z.string()).describe("Models whose format shares over training are plotted"),
    solve_sets: z
      .array(z.strictObject({ from: z.string(), to: z.string() }))
      .describe("Models whose solved problems are compared"),
  }),
});

/** A set of training jobs, run once a seed, and the claims that are tested on what they make. */
export type Suite = z.infer<typeof suiteSchema>;
export type SuiteJob = z.infer<typeof jobSchema>;

/** Reads and checks a suite file. Throws an `ExperimentError` (INVALID_SUITE) that names the field. */
export async function loadSuite(file: string): Promise<Suite> {
  const parsed = suiteSchema.safeParse(parse(await readFile(file, "utf8"), { merge: true }));
  if (!parsed.success)
    throw new ExperimentError("INVALID_SUITE", `${file}: ${z.prettifyError(parsed.error)}`);
  const suite = parsed.data;
  for (const [id, model] of Object.entries(suite.models)) {
    const { job, stage } = parseReference(model.checkpoint);
    const found = suite.jobs[job]?.stages.some((candidate) => candidate.name === stage);
    if (!found)
      throw new ExperimentError(
        "INVALID_SUITE",
        `${file}: models.${id}.checkpoint names ${model.checkpoint}, which no job makes`,
      );
  }
  return suite;
}

/** Splits "job.stage". */
export function parseReference(reference: string): { job: string; stage: string } {
  const [job, stage, ...rest] = reference.split(".");
  if (!job || !stage || rest.length > 0) {
    throw new ExperimentError("INVALID_SUITE", `"${reference}" is not a reference of the form job.stage`);
  }
  return { job, stage };
}

/** Jobs whose checkpoints the stages of `job` start from or sample, other than the job itself. */
export function findPrerequisites(suite: Suite, jobId: string): string[] {
  const needed = new Set<string>();
  for (const stage of suite.jobs[jobId]?.stages ?? []) {
    for (const reference of listReferences(stage["from"])) {
      const { job } = parseReference(reference);
      if (!suite.jobs[job])
        throw new ExperimentError(
          "INVALID_SUITE",
          `job ${jobId} needs ${reference}, but there is no job "${job}"`,
        );
      if (job !== jobId) needed.add(job);
    }
  }
  return [...needed];
}

/** References to other jobs in a `from` field; plain stage names of the same job are left out. */
export function listReferences(from: unknown): string[] {
  const list = Array.isArray(from) ? from : from === undefined ? [] : [from];
  return list.filter((entry): entry is string => typeof entry === "string" && entry.includes("."));
}

/**
 * The same suite on other test problems: every problem set is drawn from `seed` instead of its own. Settings are
 * chosen on these, so that nothing is tuned on the problems that are reported.
 */
export function useDevelopmentProblems(suite: Suite, seed: number): Suite {
  const jobs = Object.entries(suite.jobs).map(([id, job]) => {
    const stages = job.stages.map((stage) =>
      stage.type === "sample"
        ? { ...stage, problems: { ...(stage["problems"] as Record<string, unknown>), seed } }
        : stage,
    );
    return [id, { ...job, stages }] as const;
  });
  return { ...suite, jobs: Object.fromEntries(jobs) };
}
