import { verifierService } from "@touchstone/proto";
import { expect, test } from "vitest";
import { loadMethods } from "../proto-json/contract-shape.ts";
import { buildOpenApi } from "./build-openapi.ts";

interface Described {
  readonly paths: Record<string, unknown>;
  readonly components: { readonly schemas: Record<string, Record<string, unknown>> };
}

const described = buildOpenApi(loadMethods(), []) as unknown as Described;
const { schemas } = described.components;

test("every reference names a schema that is there", () => {
  const references = [...JSON.stringify(described).matchAll(/"#\/components\/schemas\/(\w+)"/g)];
  expect(references.length).toBeGreaterThan(30);
  for (const [, name] of references) expect(Object.keys(schemas)).toContain(name);
});

test("fields carry the words of the contract", () => {
  expect(schemas["AnswerItem"]).toMatchObject({
    properties: { golds: { description: expect.stringContaining("Accepted gold answers") } },
    additionalProperties: false,
    allOf: [{ not: { required: ["response", "answer"] } }],
  });
  expect(schemas["AnswerPlace"]?.["enum"]).toContain("ANSWER_PLACE_BOX");
});

test("requests may leave every field out; replies are written in full", () => {
  expect(schemas["GradeAnswersRequest"]).not.toHaveProperty("required");
  expect(schemas["AnswerPolicy"]).not.toHaveProperty("required");
  expect(schemas["AnswerVerdict"]?.["required"]).toEqual(
    expect.arrayContaining(["id", "reason", "fuelUsed"]),
  );
  expect(schemas["AnswerVerdict"]?.["required"]).not.toContain("score");
});

test("a stream is described too", () => {
  const streams = Object.entries(verifierService).filter(([, { requestStream }]) => requestStream);
  for (const [name] of streams) expect(JSON.stringify(described.paths)).toContain(`"operationId":"${name}"`);
});
