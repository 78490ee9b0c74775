import { verifierService } from "@touchstone/proto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultPolicy, type Verdict } from "../answer/index.ts";
import { encodeVerdicts } from "./encode-verdicts.ts";
import { applyPolicy } from "./wire-policy.ts";
import { failureKinds, verdictToWire } from "./wire-verdict.ts";

const { responseSerialize, responseDeserialize } = verifierService.GradeAnswers;

// Lone surrogates included: they must leave as U+FFFD.
const anyText = fc.string({
  unit: fc.oneof(fc.constantFrom("\ud800", "\udc00", "😀", "\0"), fc.string({ maxLength: 3 })),
});
const anyCount = fc.oneof(fc.nat(3), fc.nat());
const anyExtraction = fc.record({
  start: anyCount,
  end: anyCount,
  text: anyText,
  source: fc.constantFrom("box" as const, "whole" as const),
});
const anyScore = fc.record(
  {
    kind: fc.constant("score" as const),
    correct: fc.boolean(),
    reason: fc.constantFrom("equal", "different", ""),
    fuelUsed: fc.maxSafeNat(),
    extracted: anyExtraction,
    goldForm: anyText,
    answerForm: anyText,
    method: fc.constantFrom("rational" as const, "text" as const),
    goldIndex: anyCount,
  },
  { requiredKeys: ["kind", "correct", "reason", "fuelUsed"] },
);
const anyFailure = fc.record(
  {
    kind: fc.constant("failure" as const),
    failure: fc.constantFrom(...(Object.keys(failureKinds) as (keyof typeof failureKinds)[])),
    message: anyText,
    fuelUsed: anyCount,
    extracted: anyExtraction,
  },
  { requiredKeys: ["kind", "failure", "message", "fuelUsed"] },
);
const anyPolicy = fc
  .record({ place: fc.constantFrom("box" as const, "marked" as const), ignoreCase: fc.boolean() })
  .map((changes) => applyPolicy({ ...defaultPolicy, ...changes }));
const anyItem = fc.record({
  id: anyText,
  verdict: fc.oneof(anyScore, anyFailure) as fc.Arbitrary<Verdict>,
  policy: anyPolicy,
});

test("the bytes mean the same as those of the general encoder", () => {
  fc.assert(
    fc.property(fc.array(anyItem, { maxLength: 5 }), (items) => {
      const general = responseSerialize({
        verdicts: items.map(({ id, verdict, policy }) => verdictToWire(id, verdict, policy.wire)),
      });
      expect(responseDeserialize(encodeVerdicts(items))).toEqual(responseDeserialize(general));
    }),
    { numRuns: 300 },
  );
});

test("an empty batch has no bytes", () => {
  expect(encodeVerdicts([])).toHaveLength(0);
});
