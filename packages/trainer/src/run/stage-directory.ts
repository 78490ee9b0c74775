import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { z } from "zod";
import { writeFileDurably } from "../durable-files.ts";
import { TrainerError } from "../errors.ts";
import type { StageResult } from "./events.ts";

const doneSchema = z.strictObject({
  name: z.string(),
  checkpoint: z.string().exactOptional(),
  samples: z.string().exactOptional(),
  flops: z.number(),
  summary: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
});

/** Paths and files of one stage in a run directory. */
export class StageDirectory {
  readonly path: string;

  constructor(runDirectory: string, stage: string) {
    this.path = join(runDirectory, "stages", stage);
  }

  get checkpoints(): string {
    return join(this.path, "checkpoints");
  }
  get metricsFile(): string {
    return join(this.path, "metrics.jsonl");
  }
  get rollouts(): string {
    return join(this.path, "rollouts");
  }
  get selectionsFile(): string {
    return join(this.path, "selections.jsonl");
  }
  /** Holds the name of the stage's policy stream at the verifier. */
  get policyStreamFile(): string {
    return join(this.path, "policy-stream");
  }
  get tensorboard(): string {
    return join(this.path, "tb");
  }
  get samplesFile(): string {
    return join(this.path, "samples.jsonl");
  }
  get #doneFile(): string {
    return join(this.path, "done.json");
  }

  create(): void {
    mkdirSync(this.path, { recursive: true });
  }

  /** What the stage left behind, or undefined when it has not finished. Throws CHECKPOINT_INVALID for a broken file. */
  readResult(): StageResult | undefined {
    if (!existsSync(this.#doneFile)) return undefined;
    try {
      const { checkpoint, samples, ...rest } = doneSchema.parse(
        JSON.parse(readFileSync(this.#doneFile, "utf8")),
      );
      return {
        ...rest,
        ...(checkpoint === undefined ? {} : { checkpoint: resolve(this.path, checkpoint) }),
        ...(samples === undefined ? {} : { samples: resolve(this.path, samples) }),
      };
    } catch (cause) {
      throw new TrainerError(
        "CHECKPOINT_INVALID",
        `${this.#doneFile} cannot be read; remove it to finish the stage again.`,
        { cause },
      );
    }
  }

  /** Marks the stage as finished; paths are stored relative, so that the run directory can be moved. */
  writeResult(result: StageResult): void {
    const { checkpoint, samples, ...rest } = result;
    const paths = {
      ...(checkpoint === undefined ? {} : { checkpoint: relative(this.path, checkpoint) }),
      ...(samples === undefined ? {} : { samples: relative(this.path, samples) }),
    };
    writeFileDurably(this.#doneFile, `${JSON.stringify({ ...rest, ...paths }, null, 2)}\n`);
  }

  /** Takes metrics and rollouts back to a step, so that what follows is written once. */
  truncateTo(step: number): void {
    if (existsSync(this.metricsFile)) {
      const kept = readFileSync(this.metricsFile, "utf8")
        .split("\n")
        .slice(0, -1)
        .filter((line) => readStep(line) <= step);
      writeFileDurably(this.metricsFile, kept.map((line) => `${line}\n`).join(""));
    }
    if (!existsSync(this.rollouts)) return;
    for (const name of readdirSync(this.rollouts)) {
      const match = /^step-(\d+)\.jsonl$/.exec(name);
      if (match === null || Number(match[1]) > step) rmSync(join(this.rollouts, name), { force: true });
    }
  }
}

function readStep(line: string): number {
  try {
    const { step } = JSON.parse(line) as { step?: unknown };
    return typeof step === "number" ? step : Number.POSITIVE_INFINITY;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
