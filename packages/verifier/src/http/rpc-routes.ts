import { verifierServiceName } from "@touchstone/proto";
import type { CallTally } from "../service/call-tally.ts";
import { fieldsPerItem } from "../service/decode-request.ts";
import type { GradedItem } from "../service/encode-verdicts.ts";
import type { Rpcs } from "../service/rpcs.ts";
import type { ServeCall } from "../service/serve-call.ts";
import { verdictToWire } from "../service/wire-verdict.ts";
import type { JsonRoute } from "./json-route.ts";
import { refer } from "./openapi/json-schema.ts";
import type { MethodShape } from "./proto-json/contract-shape.ts";
import { readMessage } from "./proto-json/read-message.ts";
import { writeMessage } from "./proto-json/write-message.ts";

/** An RPC that answers each line of a stream by a line. */
export interface StreamRoute {
  readonly path: string;
  readonly method: string;
  /** Throws InvalidRequestError for a wrong line, and what the RPC throws. */
  handleLine(line: unknown, tally: CallTally, signal: AbortSignal): Promise<unknown>;
}

/** Every RPC of one request, at the address where clients of the Connect protocol look for it. */
export function createRpcRoutes(methods: readonly MethodShape[], rpcs: Rpcs, maxItems: number): JsonRoute[] {
  return methods
    .filter(({ isStream }) => !isStream)
    .map((method) => {
      const serve = chooseWork(method.name, rpcs);
      return {
        path: pathOf(method),
        method: method.name,
        summary: method.comment,
        request: refer(method.request.name),
        reply: refer(method.response.name),
        async handle(body, { tally, signal }) {
          const response = await serve(
            readMessage(method.request, body, fieldsPerItem * maxItems),
            tally,
            signal,
          );
          return writeMessage(method.response, response);
        },
      };
    });
}

/** StreamRollouts. */
export function createStreamRoute(
  methods: readonly MethodShape[],
  rpcs: Rpcs,
  maxItems: number,
): StreamRoute {
  const method = methods.find(({ isStream }) => isStream)!;
  const serve = rpcs.ScoreRollouts as ServeCall<unknown, object>;
  return {
    path: pathOf(method),
    method: method.name,
    async handleLine(line, tally, signal) {
      const request = readMessage(method.request, line, fieldsPerItem * maxItems);
      return writeMessage(method.response, await serve(request, tally, signal));
    },
  };
}

/** Address of an RPC. */
export function pathOf({ name }: MethodShape): string {
  return `/${verifierServiceName}/${name}`;
}

function chooseWork(name: string, rpcs: Rpcs): ServeCall<unknown, object> {
  if (name !== "GradeAnswers") return rpcs[name as keyof Rpcs] as ServeCall<unknown, object>;
  const grade = rpcs.GradeAnswers as ServeCall<unknown, GradedItem[]>;
  return async (request, tally, signal) => {
    const items = await grade(request, tally, signal);
    return { verdicts: items.map(({ id, verdict, policy }) => verdictToWire(id, verdict, policy.wire)) };
  };
}
