import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { VerifierError } from "../errors.ts";
import { type AnswerGrader, type JudgeContext, UnusableGold } from "./answer-grader.ts";

/** What a module of one's own may look at while it judges. */
export interface CustomContext {
  /** Every setting, by name. */
  readonly options: Readonly<Record<string, string>>;
  /** Contents of options A, B, C, ... of a multiple-choice question. */
  readonly choices: readonly string[];
  /** Spends from the budget of the item; throws where it is used up, and the answer is then `answer_too_large`. */
  readonly spend: (units: number) => void;
}

/** What a module of one's own exports under the name `grader`. */
export interface CustomGrader {
  readonly name: string;
  readonly description: string;
  readonly options?: AnswerGrader<string>["options"];
  /** Says what is wrong with a gold answer; undefined where it can be used. */
  readonly checkGold?: (gold: string, context: CustomContext) => string | undefined;
  /** Whether an answer is right. Not asynchronous. */
  readonly judge: (answer: string, gold: string, context: CustomContext) => unknown;
}

const wantsFunction = { error: "must be a function" };
const graderSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "must be lower_case letters and digits"),
  description: z.string().min(1).max(400),
  options: z
    .record(
      z.string(),
      z.strictObject({
        description: z.string(),
        values: z.tuple([z.string()], z.string()),
      }),
    )
    .default({}),
  checkGold: z.custom<NonNullable<CustomGrader["checkGold"]>>(isFunction, wantsFunction).optional(),
  judge: z.custom<CustomGrader["judge"]>(isFunction, wantsFunction),
});

function isFunction(value: unknown): boolean {
  return typeof value === "function";
}

const judgementSchema = z.strictObject({
  correct: z.boolean(),
  reason: z.string().min(1).max(80).optional(),
  goldForm: z.string().optional(),
  answerForm: z.string().optional(),
});

/**
 * Loads a grader of one's own: a module that exports `grader`. Loading runs its code.
 *
 * @param taken names that it may not have
 * @throws VerifierError GRADER_UNUSABLE
 */
export async function loadGrader(path: string, taken: readonly string[]): Promise<AnswerGrader<string>> {
  const module = await importModule(path);
  const parsed = graderSchema.safeParse(module["grader"]);
  if (!parsed.success) {
    const [problem] = parsed.error.issues;
    const place = ["grader", ...(problem?.path ?? [])].join(".");
    throw unusable(path, `its export ${place}: ${problem?.message}`);
  }
  const grader = parsed.data;
  if (taken.includes(grader.name)) throw unusable(path, `the name ${grader.name} is taken`);
  return {
    name: grader.name,
    description: grader.description,
    options: grader.options as AnswerGrader<string>["options"],
    method: "custom",
    refusesProse: true,
    readGold(gold, context) {
      context.fuel.spend(1 + gold.length);
      const problem = grader.checkGold?.(gold, toCustom(context));
      if (problem !== undefined) throw new UnusableGold(String(problem).slice(0, 400));
      return gold;
    },
    judge(answer, gold, context) {
      context.fuel.spend(1 + answer.length);
      const judged = judgementSchema.parse(grader.judge(answer, gold, toCustom(context)));
      const { correct, reason = correct ? "equal" : "different", goldForm, answerForm } = judged;
      return {
        correct,
        reason,
        ...(goldForm === undefined ? {} : { goldForm }),
        ...(answerForm === undefined ? {} : { answerForm }),
      };
    },
  };
}

async function importModule(path: string): Promise<Record<string, unknown>> {
  try {
    return (await import(pathToFileURL(resolve(path)).href)) as Record<string, unknown>;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw unusable(path, reason, cause);
  }
}

function unusable(path: string, reason: string, cause?: unknown): VerifierError {
  const message = `The grader ${path} cannot be used (${reason}). The guide docs/guides/graders.md shows one.`;
  return new VerifierError("GRADER_UNUSABLE", message, { cause });
}

function toCustom({ options, choices, fuel }: JudgeContext): CustomContext {
  return { options, choices, spend: (units) => fuel.spend(units) };
}
