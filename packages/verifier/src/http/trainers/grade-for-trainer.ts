import { type ReceivedAnswerItem, toWellFormedText } from "@touchstone/proto";
import type { Verdict } from "../../answer/index.ts";
import { InvalidRequestError } from "../../errors.ts";
import type { Rpcs } from "../../service/rpcs.ts";
import { refuseItem } from "../../service/wire-policy.ts";
import { failureKinds } from "../../service/wire-verdict.ts";
import type { JsonCall } from "../json-route.ts";
import { type JsonSchema, refer } from "../openapi/json-schema.ts";
import type { TrainerSettings } from "./read-settings.ts";

/** A reward in the description of the door. */
export const rewardSchema: JsonSchema = {
  type: ["number", "null"],
  description: "1 for a correct answer, 0 for an incorrect one; null where the verifier could not judge.",
};

/** A label in the description of the door. */
export const labelSchema: JsonSchema = {
  anyOf: [
    { type: ["string", "number", "null"] },
    { type: "array", items: { type: ["string", "number", "null"] } },
  ],
  description: "The gold answer, or a list of accepted ones.",
};

/** What `explainVerdict` gives, in the description of the door. */
export const explanationSchema: JsonSchema = {
  type: "object",
  properties: {
    correct: { type: "boolean" },
    reason: { type: "string" },
    method: { type: ["string", "null"] },
    failure: refer("FailureKind"),
    message: { type: "string" },
    extracted: { type: ["string", "null"] },
  },
  required: ["extracted"],
  additionalProperties: false,
};

/** A response to grade, or why there is none. */
export type TrainerItem =
  | { readonly response: string; readonly golds: readonly string[] }
  | { readonly refusal: string };

/** Grades items as `GradeAnswers` does; verdicts are in their order. */
export async function gradeForTrainer(
  items: readonly TrainerItem[],
  { policy, grader }: TrainerSettings,
  rpcs: Rpcs,
  { tally, signal }: JsonCall,
): Promise<Verdict[]> {
  const sent = items.flatMap((item): ReceivedAnswerItem[] => {
    if ("refusal" in item) return [];
    const response = toWellFormedText(item.response);
    const golds = item.golds.map(toWellFormedText);
    const unset = { id: "", policy: null, choices: [], grader: null, problem: "" };
    return [{ ...unset, golds, response, candidate: "response" }];
  });
  const graded = (await rpcs.GradeAnswers({ items: sent, policy, grader }, tally, signal)).values();
  return items.map((item) => {
    if (!("refusal" in item)) return graded.next().value!.verdict;
    const verdict = refuseItem(item.refusal);
    tally.add(verdict);
    return verdict;
  });
}

/** The reward of a verdict: 1, 0, or for a failure what the settings say, null by default. */
export function rewardOf(verdict: Verdict, { failureReward }: TrainerSettings): number | null {
  if (verdict.kind === "failure") return failureReward ?? null;
  return verdict.correct ? 1 : 0;
}

/** Why a verdict is what it is, in the words of the contract. */
export function explainVerdict(verdict: Verdict): Record<string, string | boolean | null> {
  const extracted = verdict.extracted?.text ?? null;
  if (verdict.kind === "failure") {
    return { failure: failureKinds[verdict.failure], message: verdict.message, extracted };
  }
  return { correct: verdict.correct, reason: verdict.reason, method: verdict.method ?? null, extracted };
}

/**
 * The gold answers of a label: a text, a number, or a list of them; none where it is null or empty.
 *
 * @throws InvalidRequestError for anything else
 */
export function readGolds(label: unknown, path: string): string[] {
  if (label === null || label === undefined || label === "") return [];
  if (typeof label === "string") return [label];
  if (typeof label === "number" && Number.isFinite(label)) return [String(label)];
  if (Array.isArray(label)) return label.flatMap((entry, index) => readGolds(entry, `${path}[${index}]`));
  throw new InvalidRequestError(`${path} must be a gold answer: a text, a number, or a list of them.`);
}
