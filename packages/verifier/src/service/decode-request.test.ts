import { verifierService } from "@touchstone/proto";
import { expect, test } from "vitest";
import { createDecoder } from "./decode-request.ts";

const { requestSerialize, requestDeserialize } = verifierService.ScoreRollouts;
const decode = createDecoder(verifierService.ScoreRollouts as never, 2);

const encode = (request: Parameters<typeof requestSerialize>[0]) => requestSerialize(request);

test("a request within the limit is decoded as ever", () => {
  const response = "text that looks like fields: \n\0\n\0\n\0".repeat(100);
  const bytes = encode({
    batchId: "b",
    groups: [{ problemId: "p", golds: ["1"], rollouts: [{ response }] }],
  });
  expect(decode(bytes)).toEqual(requestDeserialize(bytes));
});

// Two items: 32 fields.
test.each<[string, Buffer]>([
  ["groups", encode({ groups: new Array(33).fill({}) })],
  ["rollouts", encode({ groups: [{ rollouts: new Array(33).fill({}) }] })],
  ["golds", encode({ groups: [{ golds: new Array(33).fill("1") }] })],
  [
    "names in the policy of a group",
    encode({ groups: [{ policy: { positiveSymbols: new Array(33).fill("x") } }] }),
  ],
  [
    "entries of a map",
    encode({ reward: { weights: Object.fromEntries(new Array(11).fill(0).map((_, at) => [at, at])) } }),
  ],
])("too many %s are refused before they are decoded", (_, bytes) => {
  expect(() => decode(bytes)).toThrow(/more than 32 fields.*--max-items/);
});

test.each([
  ["a field past the end", [0x12, 0x7f]],
  ["a group that is no message", [0x12, 0x01, 0x0f]],
  ["a text that is none", [0x0a, 0x02, 0xff]],
])("%s is no request", (_, bytes) => {
  expect(() => decode(Buffer.from(bytes))).toThrow("The request is no ScoreRolloutsRequest");
});
