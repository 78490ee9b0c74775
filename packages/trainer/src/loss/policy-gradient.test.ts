import { tf } from "@touchstone/engine";
import { describe, expect, it } from "vitest";
import { policyGradientTokens } from "./policy-gradient.ts";
import { tokenWeights } from "./token-weights.ts";

interface Case {
  readonly ratios: number[];
  readonly advantages: number[];
  readonly refs?: number[];
  readonly beta?: number;
}

const LOGPROB = -1.5;

function inputsOf({ ratios, advantages, refs, beta = 0 }: Case) {
  const samplerLogprobs = tf.tensor1d(ratios.map((ratio) => LOGPROB - Math.log(ratio)));
  return {
    samplerLogprobs,
    refLogprobs: tf.tensor1d((refs ?? ratios.map(() => 1)).map((ref) => LOGPROB + Math.log(ref))),
    advantages: tf.tensor1d(advantages),
    epsilonLow: tf.scalar(0.2),
    epsilonHigh: tf.scalar(0.28),
    beta: tf.scalar(beta),
  };
}

/** Loss per token, clip flags, and d(sum of losses) / d(logprob). */
function evaluate(fixture: Case) {
  return tf.tidy(() => {
    const inputs = inputsOf(fixture);
    const logprobs = tf.fill([fixture.ratios.length], LOGPROB);
    const tokens = policyGradientTokens({ ...inputs, logprobs });
    const gradient = tf.grad((x) => tf.sum(policyGradientTokens({ ...inputs, logprobs: x }).loss))(logprobs);
    return {
      loss: [...tokens.loss.dataSync()],
      ratio: [...tokens.ratio.dataSync()],
      kl: [...tokens.kl.dataSync()],
      low: [...tokens.isClippedLow.dataSync()],
      high: [...tokens.isClippedHigh.dataSync()],
      gradient: [...gradient.dataSync()],
    };
  });
}

function expectClose(actual: number[] | undefined, expected: number[]): void {
  expect(actual?.length).toBe(expected.length);
  for (const [index, value] of expected.entries()) expect(actual?.[index]).toBeCloseTo(value, 5);
}

describe("policyGradientTokens", () => {
  it("is -A with gradient -A on policy (two rollouts, one right)", () => {
    const { loss, gradient, low, high } = evaluate({ ratios: [1, 1], advantages: [1, -1] });
    expectClose(loss, [-1, 1]);
    expectClose(gradient, [-1, 1]);
    expectClose([...low, ...high], [0, 0, 0, 0]);
  });

  it("cuts the gradient above 1 + epsilonHigh for a positive advantage", () => {
    const { loss, gradient, high, low } = evaluate({ ratios: [1.5, 1.27], advantages: [2, 2] });
    expectClose(loss, [-2 * 1.28, -2 * 1.27]);
    expectClose(gradient, [0, -2 * 1.27]);
    expectClose(high, [1, 0]);
    expectClose(low, [0, 0]);
  });

  it("cuts the gradient below 1 - epsilonLow for a negative advantage", () => {
    const { loss, gradient, low, high } = evaluate({ ratios: [0.5, 0.81], advantages: [-1, -1] });
    expectClose(loss, [0.8, 0.81]);
    expectClose(gradient, [0, 0.81]);
    expectClose(low, [1, 0]);
    expectClose(high, [0, 0]);
  });

  it("keeps the gradient on the sides where clipping would make the loss smaller", () => {
    const { loss, gradient, low, high } = evaluate({ ratios: [1.5, 0.5], advantages: [-1, 1] });
    expectClose(loss, [1.5, -0.5]);
    expectClose(gradient, [1.5, -0.5]);
    expectClose([...low, ...high], [0, 0, 0, 0]);
  });

  it("is 0 with no gradient when all rollouts of a group score alike", () => {
    const { loss, gradient } = evaluate({ ratios: [1, 0.3, 3], advantages: [0, 0, 0] });
    expectClose(loss, [0, 0, 0]);
    expectClose(gradient, [0, 0, 0]);
  });

  it("adds beta times k3, whose gradient is 1 - ref / policy", () => {
    const { loss, kl, gradient } = evaluate({
      ratios: [1, 1],
      advantages: [0, 0],
      refs: [2, 0.5],
      beta: 0.1,
    });
    const k3 = [2 - Math.log(2) - 1, 0.5 + Math.log(2) - 1];
    expectClose(kl, k3);
    expectClose(
      loss,
      k3.map((value) => 0.1 * value),
    );
    expectClose(gradient, [0.1 * (1 - 2), 0.1 * (1 - 0.5)]);
  });

  it("stays finite for absurd log-probabilities", () => {
    const { loss, gradient } = evaluate({
      ratios: [1e38, 1e-38],
      advantages: [1, -1],
      refs: [1e38, 1e-38],
      beta: 1,
    });
    expect([...loss, ...gradient].every(Number.isFinite)).toBe(true);
  });
});

describe("tokenWeights", () => {
  it("divides by all tokens (dapo), by sequence and its tokens (grpo), or by a constant (dr_grpo)", () => {
    expectClose(tokenWeights([1, 3], "dapo", 8), [1 / 4, 1 / 4]);
    expectClose(tokenWeights([1, 3], "grpo", 8), [1 / 2, 1 / 6]);
    expectClose(tokenWeights([1, 3], "dr_grpo", 8), [1 / 16, 1 / 16]);
  });
});
