import { readPackageVersion } from "../../package-version.ts";
import type { JsonRoute } from "../json-route.ts";
import type { MethodShape } from "../proto-json/contract-shape.ts";
import { pathOf } from "../rpc-routes.ts";
import type { StaticFile } from "../static-file.ts";
import { type JsonSchema, refer } from "./json-schema.ts";
import { buildMessageSchemas } from "./message-schemas.ts";

const errorSchema: JsonSchema = {
  type: "object",
  description: "Why there is no reply.",
  properties: {
    code: { type: "string", description: "Name of the gRPC code in lower case." },
    message: { type: "string", description: "What went wrong and what to do." },
  },
  required: ["code", "message"],
};

/** The description of the door: the RPCs from the contract, the other routes as they describe themselves. */
export function buildOpenApi(
  methods: readonly MethodShape[],
  routes: readonly JsonRoute[],
): Record<string, unknown> {
  const paths = Object.fromEntries(routes.map((route) => [route.path, { post: describeRoute(route) }]));
  for (const method of methods) if (method.isStream) paths[pathOf(method)] = { post: describeStream(method) };
  return {
    openapi: "3.1.0",
    info: {
      title: "Touchstone verifier",
      version: readPackageVersion(),
      description:
        "Grades answers of reasoning models. Messages are in the JSON mapping of protocol buffers; requests may also " +
        "spell field names in snake case.",
    },
    paths,
    components: { schemas: { ...buildMessageSchemas(methods), Error: errorSchema } },
  };
}

/** /openapi.json */
export function createOpenApiFile(methods: readonly MethodShape[], routes: readonly JsonRoute[]): StaticFile {
  return {
    path: "/openapi.json",
    contentType: "application/json",
    body: Buffer.from(JSON.stringify(buildOpenApi(methods, routes))),
    headers: {},
  };
}

function describeRoute({ method, summary, request, reply, parameters = [] }: JsonRoute): JsonSchema {
  return {
    operationId: method.replaceAll(/[^a-zA-Z]+/g, "_"),
    summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    requestBody: { required: true, content: { "application/json": { schema: request } } },
    responses: {
      "200": { description: "The reply.", content: { "application/json": { schema: reply } } },
      ...errorResponses,
    },
  };
}

function describeStream({ name, comment, request, response }: MethodShape): JsonSchema {
  const lines = (schema: JsonSchema) => ({ "application/x-ndjson": { schema } });
  return {
    operationId: name,
    summary: comment,
    description: "One JSON value a line. An error is the last line.",
    requestBody: { required: true, content: lines(refer(request.name)) },
    responses: {
      "200": {
        description: "Replies, or the error that ended them.",
        content: lines({
          anyOf: [
            refer(response.name),
            { type: "object", properties: { error: refer("Error") }, required: ["error"] },
          ],
        }),
      },
      ...errorResponses,
    },
  };
}

const errorResponses = {
  default: {
    description: "An error.",
    content: { "application/json": { schema: refer("Error") } },
  },
};
