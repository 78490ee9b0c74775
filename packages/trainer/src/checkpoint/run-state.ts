import { z } from "zod";

const runStateSchema = z.strictObject({
  format: z.literal(1),
  stage: z.string(),
  step: z.int().nonnegative(),
  flops: z.number().nonnegative(),
  tokens: z.number().nonnegative(),
  counters: z.record(z.string(), z.number()),
});

/** How far a stage has come: saved with every checkpoint. */
export interface TrainingProgress {
  /** Steps done. */
  readonly step: number;
  /** Counted floating-point operations of this stage. */
  readonly flops: number;
  /** Tokens that passed through the model in this stage: sampled and trained, prompts included. */
  readonly tokens: number;
  /** Whatever else a stage must remember, by name. */
  readonly counters: Readonly<Record<string, number>>;
}

/** A stage that has not started. */
export const noProgress: TrainingProgress = { step: 0, flops: 0, tokens: 0, counters: {} };

/** Content of `run-state.json`. */
export function encodeRunState(stage: string, progress: TrainingProgress): string {
  return `${JSON.stringify({ format: 1, stage, ...progress }, null, 2)}\n`;
}

/** Reads the content of `run-state.json`; returns undefined when it is none. */
export function decodeRunState(text: string): TrainingProgress | undefined {
  try {
    const { step, flops, tokens, counters } = runStateSchema.parse(JSON.parse(text));
    return { step, flops, tokens, counters };
  } catch {
    return undefined;
  }
}
