import { InvalidRequestError } from "../../errors.ts";
import { requireBatchSize } from "../../service/batch-size.ts";
import type { Rpcs } from "../../service/rpcs.ts";
import type { JsonRoute } from "../json-route.ts";
import type { JsonSchema } from "../openapi/json-schema.ts";
import type { MessageShape } from "../proto-json/contract-shape.ts";
import { cutPrompt } from "./cut-prompt.ts";
import {
  explainVerdict,
  explanationSchema,
  gradeForTrainer,
  labelSchema,
  readGolds,
  rewardOf,
  rewardSchema,
  type TrainerItem,
} from "./grade-for-trainer.ts";
import { readList, readObject } from "./read-body-fields.ts";
import { describeSettings, readSettings } from "./read-settings.ts";

const requestSchema: JsonSchema = {
  type: "object",
  properties: {
    query: { type: "array", items: { type: "string" }, description: "Prompt and response, as decoded." },
    prompts: { anyOf: [{ type: "array", items: { type: "string" } }, { type: "null" }] },
    labels: { type: "array", items: labelSchema },
  },
  required: ["query", "labels"],
};

const flags: JsonSchema = { type: "array", items: { type: "integer", minimum: 0, maximum: 1 } };
const rewards: JsonSchema = { anyOf: [{ type: "array", items: rewardSchema }, { type: "null" }] };

const replySchema: JsonSchema = {
  type: "object",
  properties: {
    rewards,
    scores: rewards,
    extra_logs: {
      type: "object",
      properties: { correct: flags, no_answer: flags, failed: flags },
      required: ["correct", "no_answer", "failed"],
      additionalProperties: false,
    },
    details: { type: "array", items: explanationSchema },
  },
  required: ["rewards", "scores", "extra_logs", "details"],
  additionalProperties: false,
};

/**
 * The remote reward of OpenRLHF (`--reward.remote_url`, earlier `--remote_rm_url`): `query` holds prompt and response,
 * `labels` the gold answers. A reward is null where there is none; the whole list is null where that holds for all of
 * it, which OpenRLHF reads as it reads its own failed calls.
 */
export function createOpenRlhfRoute(rpcs: Rpcs, policyShape: MessageShape, maxItems: number): JsonRoute {
  return {
    path: "/get_reward",
    method: "openrlhf",
    summary: "Remote reward of OpenRLHF.",
    parameters: describeSettings(policyShape),
    request: requestSchema,
    reply: replySchema,
    async handle(body, call) {
      const settings = readSettings(call.query, policyShape);
      const verdicts = await gradeForTrainer(readItems(body, maxItems), settings, rpcs, call);
      const rewards = verdicts.map((verdict) => rewardOf(verdict, settings));
      const known = rewards.some((reward) => reward !== null) || rewards.length === 0 ? rewards : null;
      const flags = (test: (index: number) => boolean) => verdicts.map((_, index) => (test(index) ? 1 : 0));
      return {
        rewards: known,
        scores: known,
        extra_logs: {
          correct: flags((index) => rewards[index] === 1 && verdicts[index]!.kind === "score"),
          no_answer: flags((index) => {
            const verdict = verdicts[index]!;
            return verdict.kind === "score" && verdict.reason === "no_answer";
          }),
          failed: flags((index) => verdicts[index]!.kind === "failure"),
        },
        details: verdicts.map(explainVerdict),
      };
    },
  };
}

function readItems(body: unknown, maxItems: number): TrainerItem[] {
  const { query, prompts, labels } = readObject(body);
  const queries = readList(query, "query");
  requireBatchSize("queries", queries.length, maxItems);
  const golds = readList(labels, "labels");
  const starts = prompts === undefined || prompts === null ? undefined : readList(prompts, "prompts");
  if (golds.length !== queries.length || (starts !== undefined && starts.length !== queries.length)) {
    const counts = `${queries.length} queries, ${starts?.length ?? "no"} prompts, ${golds.length} labels`;
    throw new InvalidRequestError(`query, prompts and labels must be of one length, and are ${counts}.`);
  }
  return queries.map((text, index): TrainerItem => {
    if (typeof text !== "string") throw new InvalidRequestError(`query[${index}] must be a string.`);
    const start = starts?.[index] ?? "";
    if (typeof start !== "string") throw new InvalidRequestError(`prompts[${index}] must be a string.`);
    const response = cutPrompt(text, start);
    if (response === undefined) {
      return {
        refusal: "The query does not begin with its prompt. Send no prompts to have it read as a response.",
      };
    }
    return { response, golds: readGolds(golds[index], `labels[${index}]`) };
  });
}
