import { z } from "zod";
import type { Problem, Task } from "../tasks/task.ts";

/** One weighted source of a training mix, as written in YAML; `S` is the task's parsed problem settings. */
export interface MixSource<S = unknown> {
  /** Relative share of examples drawn from this source. */
  readonly weight: number;
  /** Relative share of each format. */
  readonly formats: Readonly<Record<string, number>>;
  /** The task's problem settings. */
  readonly problem: S;
  /** Size of the finite data set to draw from: so many distinct problems, each with one fixed trace. Undefined: fresh examples without end. */
  readonly pool?: number | undefined;
  /** Share of traces with one corrupted step and the answer that follows from it. */
  readonly noise: number;
}

/** Schema of a mix source for a task: formats and problem settings are checked against it. */
export function createMixSourceSchema<P extends Problem, S>(task: Task<P, S>): z.ZodType<MixSource<S>> {
  return z.strictObject({
    weight: z.number().positive().default(1).describe("Relative share of examples drawn from this source."),
    formats: z
      .partialRecord(z.enum(task.formats as [string, ...string[]]), z.number().nonnegative())
      .refine((formats) => Object.values(formats).some((weight) => (weight ?? 0) > 0), {
        message: "give at least one format a weight above 0",
      })
      .describe(`Relative share of each format: ${task.formats.join(", ")}.`),
    problem: task.settingsSchema.prefault({} as never).describe("Settings of the problems."),
    pool: z
      .int()
      .positive()
      .optional()
      .describe(
        "Draw from a finite data set of so many distinct problems, each with one fixed trace; unset: fresh examples.",
      ),
    noise: z
      .number()
      .min(0)
      .max(1)
      .default(0)
      .describe("Share of traces with one corrupted step and the answer that follows from it."),
  }) as unknown as z.ZodType<MixSource<S>>;
}
