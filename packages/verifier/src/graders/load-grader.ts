import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { type AnswerGrader, type JudgeContext, UnusableGold } from "./answer-grader.ts";
import { unusableGrader } from "./plug-in.ts";

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
    throw unusableGrader(path, `its export ${place}: ${problem?.message}`);
  }
  const grader = parsed.data;
  if (taken.includes(grader.name)) throw unusableGrader(path, `the name ${grader.name} is taken`);
  return {
    name: grader.name,
    description: grader.description,
    options: grader.options as AnswerGrader<string>["options"],
    method: "custom",
    refusesProse: true,
    readGold(gold, context) {
      context.fuel.spend(1 + gold.length);
      const problem = runOwn(context, (custom) => grader.checkGold?.(gold, custom));
      if (problem !== undefined) throw new UnusableGold(String(problem).slice(0, 400));
      return gold;
    },
    judge(answer, gold, context) {
      context.fuel.spend(1 + answer.length);
      const judged = judgementSchema.parse(runOwn(context, (custom) => grader.judge(answer, gold, custom)));
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
    throw unusableGrader(path, reason, cause);
  }
}

/** Copies: a module may write to what it is given, and other items must not see it. */
function toCustom({ options, choices, fuel }: JudgeContext): CustomContext {
  return { options: { ...options }, choices: [...choices], spend: (units) => fuel.spend(units) };
}

/** What code of the module returns, once it has kept to its budget. */
function runOwn<Result>(context: JudgeContext, run: (context: CustomContext) => Result): Result {
  let result: Result;
  try {
    result = run(toCustom(context));
  } catch (error) {
    if (error instanceof RangeError) throw new GraderDefect(error);
    throw error;
  }
  // Where a function returned a promise that fails, nobody waits for it; unheard, it would end the process.
  if (result instanceof Promise) result.catch(() => {});
  // It may have caught what `spend` threw.
  context.fuel.spend(0);
  return result;
}

/** A RangeError of the module's own: unlike one of the core, it does not say that an answer is too large. */
class GraderDefect extends Error {
  constructor(cause: RangeError) {
    super(cause.message, { cause });
    this.name = cause.name;
  }
}
