import { expect, test } from "vitest";
import { InvalidRequestError } from "../errors.ts";
import { resolveReward, rewardProfiles } from "./profiles.ts";

test("nothing asked for is truth", () => {
  const truth = { profile: "truth", weights: { answer: 1 }, gates: {}, seed: 0 };
  expect(resolveReward(null)).toEqual(truth);
  expect(resolveReward({ profile: "", weights: {}, seed: 0 })).toEqual(truth);
});

test("every profile resolves to its own weights", () => {
  for (const { name, weights } of rewardProfiles) {
    expect(resolveReward({ profile: name, weights: {}, seed: 5 })).toEqual({
      profile: name,
      weights,
      gates: {},
      seed: 5,
    });
  }
});

test.each([
  [{ profile: "thruth", weights: {}, seed: 0 }, /Unknown reward profile "thruth". Did you mean "truth"\?/],
  [
    { profile: "truth", weights: { anwser: 1 }, seed: 0 },
    /Unknown reward component "anwser". Did you mean "answer"\?/,
  ],
  [
    { profile: "truth", weights: { answer: Number.NaN }, seed: 0 },
    /weight of component "answer" must be a finite/,
  ],
  [{ profile: "truth", weights: { __proto__x: 1 }, seed: 0 }, /Unknown reward component/],
  [
    { profile: "truth", weights: {}, gates: { answer: "no_shortcuts" }, seed: 0 },
    /Unknown gate of component "answer": "no_shortcuts". Did you mean "no_shortcut"\?/,
  ],
  [{ profile: "truth", weights: {}, gates: { fromat: "answer" }, seed: 0 }, /Did you mean "format"\?/],
  [{ profile: "truth", weights: {}, gates: { format: "format" }, seed: 0 }, /cannot be its own gate/],
  [{ profile: "constructor", weights: {}, seed: 0 }, /Unknown reward profile "constructor"/],
])("%j is refused", (requested, message) => {
  expect(() => resolveReward(requested)).toThrow(InvalidRequestError);
  expect(() => resolveReward(requested)).toThrow(message);
});
