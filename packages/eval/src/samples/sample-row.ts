import { z } from "zod";

const flag = z
  .union([z.boolean(), z.literal(0).transform(() => false), z.literal(1).transform(() => true)], {
    error: "expected true or false",
  })
  .nullish();
const name = z.union([z.string().min(1), z.number()], { error: "expected a name" }).transform(String);
const count = z.int().nonnegative();

const shared = {
  problem_id: name.optional(),
  id: name.optional(),
  model: name.nullish(),
  seed: z.int().nullish(),
  temperature: z.number().nullish(),
};

const sampleSchema = z.object({
  ...shared,
  sample: name.nullish(),
  correct: flag,
  process_valid: flag,
  null_correct: flag,
  coherent: flag,
  format: name.nullish(),
  length: z.number().nonnegative().nullish(),
  stop_reason: z.string().nullish(),
  extracted: z.union([z.string(), z.number()]).transform(String).nullish(),
  response: z.string().nullish(),
  completion: z.string().nullish(),
  gold: z.union([z.string(), z.number()]).transform(String).nullish(),
  golds: z.array(z.union([z.string(), z.number()]).transform(String)).nullish(),
});

const countsSchema = z
  .object({ ...shared, n: count, c: count, process_c: count.nullish(), null_c: count.nullish() })
  .refine((row) => row.c <= row.n, { message: "c is larger than n", path: ["c"] })
  .refine((row) => (row.process_c ?? 0) <= row.c, {
    message: "process_c is larger than c",
    path: ["process_c"],
  })
  .refine((row) => (row.null_c ?? 0) <= row.n, { message: "null_c is larger than n", path: ["null_c"] });

/** What both kinds of row say about where they belong. A model of null takes its name from the file. */
interface RowPlace {
  readonly problemId: string;
  readonly model: string | null;
  readonly seed: number | null;
  readonly stratum: string | null;
  readonly temperature: number | null;
}

/** One completion. `correct` is null when it could not be judged and undefined when nobody has judged it yet. */
export interface SampleRow extends RowPlace {
  readonly kind: "sample";
  readonly sample: string | null;
  readonly correct: boolean | null | undefined;
  readonly processValid: boolean | null;
  readonly nullCorrect: boolean | null;
  readonly coherent: boolean | null;
  readonly format: string | null;
  readonly length: number | null;
  readonly isTruncated: boolean | null;
  /** The answer given; null: none was found; undefined: not recorded. */
  readonly extracted: string | null | undefined;
  readonly response: string | null;
  readonly golds: readonly string[];
}

/** Counts of one problem: n judged samples, c of them correct. */
export interface CountsRow extends RowPlace {
  readonly kind: "counts";
  readonly n: number;
  readonly c: number;
  readonly processC: number | null;
  readonly nullC: number | null;
}

/** A line as a row, or why it is none. */
export type ParsedRow =
  | { readonly ok: true; readonly row: SampleRow | CountsRow }
  | { readonly ok: false; readonly reason: string };

/** Reads one line of JSON. `stratumField` names the field that holds the stratum. Never throws. */
export function parseRow(text: string, stratumField = "stratum"): ParsedRow {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, reason: "not valid JSON" };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { ok: false, reason: "not a JSON object" };
  }
  const raw = value as Record<string, unknown>;
  const stratum = readStratum(raw[stratumField]);
  if (stratum === undefined) return { ok: false, reason: `${stratumField}: expected a name` };
  return "n" in raw && "c" in raw ? readCounts(raw, stratum) : readSample(raw, stratum);
}

function readStratum(value: unknown): string | null | undefined {
  if (value === undefined || value === null) return null;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : undefined;
}

function readCounts(raw: Record<string, unknown>, stratum: string | null): ParsedRow {
  const parsed = countsSchema.safeParse(raw);
  if (!parsed.success) return { ok: false, reason: describeIssue(parsed.error) };
  const row = parsed.data;
  const problemId = row.problem_id ?? row.id;
  if (problemId === undefined) return { ok: false, reason: "problem_id: missing" };
  const place = {
    problemId,
    model: row.model ?? null,
    seed: row.seed ?? null,
    stratum,
    temperature: row.temperature ?? null,
  };
  const counts = { n: row.n, c: row.c, processC: row.process_c ?? null, nullC: row.null_c ?? null };
  return { ok: true, row: { kind: "counts", ...place, ...counts } };
}

function readSample(raw: Record<string, unknown>, stratum: string | null): ParsedRow {
  const parsed = sampleSchema.safeParse(raw);
  if (!parsed.success) return { ok: false, reason: describeIssue(parsed.error) };
  const row = parsed.data;
  if (row.problem_id === undefined) return { ok: false, reason: "problem_id: missing" };
  const response = row.response ?? row.completion ?? null;
  const golds = row.golds ?? (row.gold == null ? [] : [row.gold]);
  if (row.correct === undefined && (response === null || golds.length === 0)) {
    return { ok: false, reason: "neither `correct`, nor `n` and `c`, nor `response` with `gold`" };
  }
  return {
    ok: true,
    row: {
      kind: "sample",
      problemId: row.problem_id,
      model: row.model ?? null,
      seed: row.seed ?? null,
      stratum,
      temperature: row.temperature ?? null,
      sample: row.sample ?? null,
      correct: row.correct,
      processValid: row.process_valid ?? null,
      nullCorrect: row.null_correct ?? null,
      coherent: row.coherent ?? null,
      format: row.format ?? null,
      length: row.length ?? null,
      isTruncated: row.stop_reason == null ? null : row.stop_reason === "length",
      extracted: row.extracted,
      response,
      golds,
    },
  };
}

function describeIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue === undefined ? "unreadable" : `${issue.path.join(".")}: ${issue.message}`;
}
