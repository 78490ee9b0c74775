import { z } from "zod";
import { TrainerError } from "../errors.ts";
import { hashContent } from "../tasks/content-hash.ts";
import type { Problem } from "../tasks/task.ts";
import { type JsonLinesLimits, readJsonLines } from "./json-lines.ts";
import { joinPromptMessages, messageSchema, parseRow } from "./row-schema.ts";

const goldMessage = { error: "give the answer as a non-empty text or a number" };
const goldSchema = z.union([z.string().min(1, goldMessage), z.number().transform(String)], goldMessage);

const problemRow = z
  .object({
    prompt: z.union([z.string().min(1), z.array(messageSchema).min(1).max(1000)], {
      error: "give the prompt as a non-empty text or as chat messages",
    }),
    gold: goldSchema.optional(),
    golds: z.array(goldSchema).min(1).max(1000).optional(),
    id: z.union([z.string().min(1), z.int().transform(String)]).optional(),
    stratum: z.string().min(1).optional(),
  })
  .refine((row) => (row.gold === undefined) !== (row.golds === undefined), {
    message: 'give either "gold" (one answer) or "golds" (a list of accepted answers)',
  });

/**
 * Loads problems from JSONL rows `{"prompt", "gold" | "golds", "id"?, "stratum"?}`; further columns are ignored. The
 * id defaults to "line-N" and the stratum to "all". Throws a TrainerError (DATA_INVALID) with file and line, also for
 * an id used twice.
 */
export async function loadProblems(file: string, limits: JsonLinesLimits = {}): Promise<Problem[]> {
  const problems: Problem[] = [];
  const placeOf = new Map<string, string>();
  for await (const line of readJsonLines(file, limits)) {
    const row = parseRow(problemRow, line);
    const id = row.id ?? `line-${line.place.slice(line.place.lastIndexOf(":") + 1)}`;
    const earlier = placeOf.get(id);
    if (earlier !== undefined)
      throw new TrainerError(
        "DATA_INVALID",
        `${line.place}: id "${id}" is taken by ${earlier}; make ids unique.`,
      );
    placeOf.set(id, line.place);
    const prompt = typeof row.prompt === "string" ? row.prompt : joinPromptMessages(row.prompt, line.place);
    problems.push({
      id,
      prompt,
      golds: row.golds ?? [row.gold as string],
      stratum: row.stratum ?? "all",
      hash: hashContent("file", prompt.trim().replace(/\s+/g, " ")),
    });
  }
  if (problems.length === 0) throw new TrainerError("DATA_INVALID", `${file} holds no problems; add rows.`);
  return problems;
}
