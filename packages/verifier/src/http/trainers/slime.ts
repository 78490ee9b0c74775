import { InvalidRequestError } from "../../errors.ts";
import type { Rpcs } from "../../service/rpcs.ts";
import type { JsonRoute } from "../json-route.ts";
import type { MessageShape } from "../proto-json/contract-shape.ts";
import { gradeForTrainer, labelSchema, readGolds, rewardOf, rewardSchema } from "./grade-for-trainer.ts";
import { readObject } from "./read-body-fields.ts";
import { describeSettings, readSettings } from "./read-settings.ts";

/** slime's `remote_rm` (`--rm-type remote_rm --rm-url`): the body of the reply is the reward, null where there is none. */
export function createSlimeRoute(rpcs: Rpcs, policyShape: MessageShape): JsonRoute {
  return {
    path: "/slime",
    method: "slime",
    summary: "remote_rm of slime.",
    parameters: describeSettings(policyShape),
    request: {
      type: "object",
      properties: { prompt: {}, response: { type: "string" }, label: labelSchema },
      required: ["response"],
    },
    reply: rewardSchema,
    async handle(body, call) {
      const settings = readSettings(call.query, policyShape);
      const { response, label } = readObject(body);
      if (typeof response !== "string") throw new InvalidRequestError("response must be a string.");
      const item = { response, golds: readGolds(label, "label") };
      const [verdict] = await gradeForTrainer([item], settings, rpcs, call);
      return rewardOf(verdict!, settings);
    },
  };
}
