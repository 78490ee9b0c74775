import fc from "fast-check";
import { expect, test } from "vitest";
import { type PlainAnswerPolicy, policyFromWire, policyToWire } from "./policy-names.ts";

const anyPolicy = fc.record(
  {
    place: fc.constantFrom("box", "marked", "anywhere"),
    choice: fc.constantFrom("last", "first", "all_agree"),
    adjacentBoxes: fc.constantFrom("joined", "separate"),
    prose: fc.constantFrom("trim", "refuse"),
    afterReasoningOnly: fc.boolean(),
    percent: fc.constantFrom("strict", "lenient"),
    units: fc.constantFrom("optional", "required"),
    order: fc.constantFrom("by_kind", "ordered", "unordered"),
    absoluteTolerance: fc.double({ noNaN: true, min: 0 }),
    relativeTolerance: fc.double({ noNaN: true, min: 0 }),
    ignoreCase: fc.boolean(),
    rounding: fc.constantFrom("exact", "gold_digits"),
    goldRule: fc.constantFrom("any", "all"),
    angles: fc.constantFrom("lenient", "strict"),
    vectors: fc.constantFrom("any_shape", "by_shape"),
    unevaluated: fc.constantFrom("accept", "refuse"),
    symbols: fc.constantFrom("real", "positive", "integer"),
    positiveSymbols: fc.array(fc.string(), { minLength: 1 }),
    integerSymbols: fc.array(fc.string(), { minLength: 1 }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<PlainAnswerPolicy>;

test("a policy survives the way to the wire names and back", () => {
  fc.assert(
    fc.property(anyPolicy, (policy) => {
      expect(policyFromWire(policyToWire(policy))).toEqual(policy);
    }),
  );
});

test("the wire names are those of the contract", () => {
  expect(policyToWire({ choice: "all_agree", order: "by_kind", percent: "lenient" })).toEqual({
    choice: "ANSWER_CHOICE_ALL_AGREE",
    order: "ORDER_RULE_BY_KIND",
    percent: "PERCENT_RULE_LENIENT",
  });
});

test("unset fields stay unset and values of a newer contract are refused by name", () => {
  expect(policyFromWire({ place: "ANSWER_PLACE_UNSPECIFIED" })).toEqual({});
  expect(policyFromWire(null)).toEqual({});
  expect(() => policyFromWire({ place: 9 as 3 })).toThrow(/policy.place has the value 9/);
});
