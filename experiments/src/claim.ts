import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { z } from "zod";
import { ExperimentError } from "./errors.ts";
import { traceShares } from "./traces.ts";

/** What is measured of one model on the common test problems, pooled over strata. */
export const measureSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.enum(["answer_pass", "process_pass", "null_pass"]),
    k: z.int().positive(),
    strata: z.array(z.string()).min(1),
  }),
  z.strictObject({
    kind: z.literal("format_share"),
    format: z.string(),
    strata: z.array(z.string()).min(1),
  }),
  z.strictObject({
    kind: z
      .enum(traceShares)
      .describe("Share of the traces that show work, as the task's exact checker judges them"),
    strata: z.array(z.string()).min(1),
  }),
  z.strictObject({
    kind: z
      .literal("modal_answer")
      .describe("Share of a stratum's samples that give its most frequent answer"),
    strata: z.array(z.string()).min(1),
  }),
  z.strictObject({
    kind: z.literal("silent_rate").describe("Share of groups without gradient over a training stage"),
    window: z.enum(["first", "all"]).describe("first: the first ten steps"),
  }),
]);
export type Measure = z.infer<typeof measureSchema>;

const checkSchema = z
  .strictObject({
    id: z.string(),
    role: z.enum(["primary", "secondary"]),
    measure: measureSchema,
    of: z.string().describe("Model measured"),
    against: z
      .string()
      .optional()
      .describe("Model compared with on the same problems and seed; without it the level counts"),
    direction: z.enum(["above", "below"]),
    threshold: z.number().describe("Smallest effect that counts as shown"),
    shown: z.string().describe("Sentence printed when it shows"),
    failure: z.string().describe("Sentence printed when it does not"),
  })
  .refine((check) => check.measure.kind !== "silent_rate" || check.against === undefined, {
    message: "a silent_rate check takes no `against`",
  });
export type Check = z.infer<typeof checkSchema>;

const claimSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  statement: z.string(),
  sources: z.array(z.string()),
  checks: z.array(checkSchema).min(1),
});

/** A claim, the checks it is put to, and the words for either outcome, all written down before the runs. */
export type Claim = z.infer<typeof claimSchema>;

/** Reads a claim file. Throws an `ExperimentError` (INVALID_CLAIM) that names the field. */
export async function loadClaim(file: string): Promise<Claim> {
  const parsed = claimSchema.safeParse(parse(await readFile(file, "utf8")));
  if (!parsed.success)
    throw new ExperimentError("INVALID_CLAIM", `${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
