import type { Verdict } from "../../answer/index.ts";
import { InvalidRequestError } from "../../errors.ts";
import type { Rpcs } from "../../service/rpcs.ts";
import type { JsonRoute } from "../json-route.ts";
import type { MessageShape } from "../proto-json/contract-shape.ts";
import { explainVerdict, gradeForTrainer, readGolds, rewardOf } from "./grade-for-trainer.ts";
import {
  failureClass,
  failureIsFinal,
  metricsReply,
  metricsRequest,
  taskIndex,
  verifyReply,
  verifyRequest,
} from "./nemo-gym-schemas.ts";
import { readList, readObject } from "./read-body-fields.ts";
import { describeSettings, readSettings } from "./read-settings.ts";

/** The addresses of a NeMo Gym resources server. */
export function createNemoGymRoutes(rpcs: Rpcs, policyShape: MessageShape): JsonRoute[] {
  return [
    {
      path: "/seed_session",
      method: "nemo-gym seed_session",
      summary: "Begins a session of NeMo Gym; there is no state to begin with.",
      request: {},
      reply: { type: "object", maxProperties: 0 },
      handle: async () => ({}),
    },
    {
      path: "/verify",
      method: "nemo-gym verify",
      summary: "Verifies a response as a resources server of NeMo Gym.",
      parameters: describeSettings(policyShape),
      request: verifyRequest,
      reply: verifyReply,
      async handle(body, call) {
        const settings = readSettings(call.query, policyShape);
        const fields = readObject(body);
        const item = { response: readText(fields["response"]), golds: readExpected(fields) };
        const verdict = (await gradeForTrainer([item], settings, rpcs, call))[0]!;
        const reward = rewardOf(verdict, settings);
        return {
          ...fields,
          // The schema of the reply wants a number; the mark below says that it is none.
          reward: reward ?? 0,
          extracted_answer: verdict.extracted?.text ?? null,
          library_reward: reward ?? 0,
          judge_evaluations: null,
          verdict: explainVerdict(verdict),
          ...(reward === null ? markFailure(verdict) : {}),
        };
      },
    },
    {
      path: "/aggregate_metrics",
      method: "nemo-gym aggregate_metrics",
      summary: "Mean rewards of NeMo Gym's rollouts.",
      request: metricsRequest,
      reply: metricsReply,
      handle: async (body) => aggregate(body),
    },
  ];
}

function markFailure(verdict: Verdict): object {
  if (verdict.kind !== "failure") return {};
  // Grading is the same every time, so only a defect is worth another try.
  return { [failureClass]: verdict.failure, [failureIsFinal]: verdict.failure !== "internal" };
}

function readExpected({ expected_answer: expected }: Readonly<Record<string, unknown>>): string[] {
  return readGolds(expected, "expected_answer");
}

/** The text of the assistant's messages, joined. */
function readText(response: unknown): string {
  const output = readList(readObject(response, "response")["output"], "response.output");
  return output
    .flatMap((item, index) => {
      const { type, content } = readObject(item, `response.output[${index}]`);
      return type === "message" ? readList(content, `response.output[${index}].content`) : [];
    })
    .map((part) => {
      const { type, text } = readObject(part, "response.output[].content[]");
      if (type !== "output_text") return "";
      if (typeof text !== "string") throw new InvalidRequestError("An output_text must have a text.");
      return text;
    })
    .join("");
}

/** Mean rewards, of all rollouts and of each task; rollouts that could not be judged count in none. */
function aggregate(body: unknown): object {
  const rows = readList(readObject(body)["verify_responses"], "verify_responses").map((row) =>
    readObject(row),
  );
  const judged = rows.filter((row) => row[failureClass] === undefined);
  const byTask = new Map<number, number[]>();
  for (const { reward, [taskIndex]: task = 0 } of judged) {
    if (typeof reward !== "number" || typeof task !== "number") {
      throw new InvalidRequestError(
        `Each of verify_responses must have a number as reward and as ${taskIndex}.`,
      );
    }
    const rewards = byTask.get(task) ?? [];
    rewards.push(reward);
    byTask.set(task, rewards);
  }
  const all = [...byTask.values()].flat();
  const overall = all.length === 0 ? {} : { "mean/reward": mean(all) };
  return {
    group_level_metrics: [...byTask]
      .sort(([left], [right]) => left - right)
      .map(([task, rewards]) => ({ [taskIndex]: task, "mean/reward": mean(rewards) })),
    agent_metrics: { ...overall, rollouts: all.length, failures: rows.length - judged.length },
    key_metrics: overall,
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
