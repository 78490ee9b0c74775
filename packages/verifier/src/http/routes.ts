import type { Rpcs } from "../service/rpcs.ts";
import type { JsonRoute } from "./json-route.ts";
import { createOpenApiFile } from "./openapi/build-openapi.ts";
import { loadPage } from "./page.ts";
import { loadMethods } from "./proto-json/contract-shape.ts";
import { createRpcRoutes, createStreamRoute, type StreamRoute } from "./rpc-routes.ts";
import type { StaticFile } from "./static-file.ts";
import { createNemoGymRoutes } from "./trainers/nemo-gym.ts";
import { createOpenRlhfRoute } from "./trainers/openrlhf.ts";
import { createSlimeRoute } from "./trainers/slime.ts";

/** Everything that the door answers. */
export interface Routes {
  readonly files: readonly StaticFile[];
  readonly json: readonly JsonRoute[];
  readonly stream: StreamRoute;
}

/** The routes over these RPCs; `maxItems` is the most items of a call. */
export function createRoutes(rpcs: Rpcs, maxItems: number): Routes {
  const methods = loadMethods();
  const policy = methods
    .find(({ name }) => name === "GradeAnswers")!
    .request.fieldsByName.get("policy")!.value;
  if (policy.kind !== "message") throw new TypeError("The contract has no answer policy.");
  const json = [
    ...createRpcRoutes(methods, rpcs, maxItems),
    createOpenRlhfRoute(rpcs, policy, maxItems),
    createSlimeRoute(rpcs, policy),
    ...createNemoGymRoutes(rpcs, policy),
  ];
  return {
    files: [loadPage(), createOpenApiFile(methods, json)],
    json,
    stream: createStreamRoute(methods, rpcs, maxItems),
  };
}
