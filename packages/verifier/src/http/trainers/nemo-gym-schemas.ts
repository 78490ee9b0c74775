import type { JsonSchema } from "../openapi/json-schema.ts";
import { explanationSchema, labelSchema } from "./grade-for-trainer.ts";

/** How NeMo Gym marks a rollout that could not be judged: such rows go to a file of failures, not to the results. */
export const failureClass = "_ng_failure_class";
/** The mark of a failure that another try would repeat. */
export const failureIsFinal = "_ng_failure_terminal";
/** Where NeMo Gym keeps the position of a task. */
export const taskIndex = "_ng_task_index";

/** Body of /verify. */
export const verifyRequest: JsonSchema = {
  type: "object",
  properties: {
    expected_answer: labelSchema,
    response: {
      type: "object",
      description: "A response of the OpenAI Responses API; the texts of its messages are read.",
      properties: { output: { type: "array", items: { type: "object" } } },
      required: ["output"],
    },
  },
  required: ["response"],
};

/** Reply of /verify. */
export const verifyReply: JsonSchema = {
  type: "object",
  description: "The request, with the reward beside it.",
  properties: {
    reward: { type: "number" },
    extracted_answer: { type: ["string", "null"] },
    library_reward: { type: "number" },
    judge_evaluations: { type: "null" },
    verdict: explanationSchema,
    [failureClass]: {
      type: "string",
      description: "Set where the response could not be judged: the reward is none.",
    },
    [failureIsFinal]: { type: "boolean", description: "Another try would end the same way." },
  },
  required: ["reward", "extracted_answer", "library_reward", "verdict"],
};

/** Body of /aggregate_metrics. */
export const metricsRequest: JsonSchema = {
  type: "object",
  properties: {
    verify_responses: {
      type: "array",
      items: {
        type: "object",
        properties: { reward: { type: "number" }, [taskIndex]: { type: "number" } },
        required: ["reward"],
      },
    },
  },
  required: ["verify_responses"],
};

/** Reply of /aggregate_metrics. */
export const metricsReply: JsonSchema = {
  type: "object",
  properties: {
    group_level_metrics: { type: "array", items: { type: "object" } },
    agent_metrics: { type: "object" },
    key_metrics: { type: "object" },
  },
  required: ["group_level_metrics", "agent_metrics", "key_metrics"],
};
