import { tf } from "@touchstone/engine";
import { describe, expect, it } from "vitest";
import { type AdamwScalars, adamwStep } from "./adamw.ts";
import { type LearningRateSchedule, learningRateAt } from "./schedule.ts";

const SETTINGS = { learningRate: 0.1, beta1: 0.9, beta2: 0.99, epsilon: 1e-8, weightDecay: 0.5, clipNorm: 1 };

function scalarsAt(step: number, settings: typeof SETTINGS) {
  const { beta1, beta2 } = settings;
  const numbers = { ...settings, biasCorrection1: 1 - beta1 ** step, biasCorrection2: 1 - beta2 ** step };
  return Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [name, tf.scalar(value)]),
  ) as unknown as AdamwScalars;
}

/** AdamW in double precision, the formulas of the paper written out; the first `matrices` elements decay. */
function adamwReference(gradients: number[][], initial: number[], matrices: number) {
  const [p, m, v] = [[...initial], initial.map(() => 0), initial.map(() => 0)];
  for (const [index, gradient] of gradients.entries()) {
    const norm = Math.hypot(...gradient);
    const factor = Math.min(1, SETTINGS.clipNorm / (norm + 1e-6));
    for (const [i, raw] of gradient.entries()) {
      const g = raw * factor;
      m[i] = SETTINGS.beta1 * (m[i] as number) + (1 - SETTINGS.beta1) * g;
      v[i] = SETTINGS.beta2 * (v[i] as number) + (1 - SETTINGS.beta2) * g * g;
      const mHat = (m[i] as number) / (1 - SETTINGS.beta1 ** (index + 1));
      const vHat = (v[i] as number) / (1 - SETTINGS.beta2 ** (index + 1));
      const decayed =
        (p[i] as number) * (i < matrices ? 1 - SETTINGS.learningRate * SETTINGS.weightDecay : 1);
      p[i] = decayed - (SETTINGS.learningRate * mHat) / (Math.sqrt(vHat) + SETTINGS.epsilon);
    }
  }
  return { p, m, v };
}

describe("adamwStep", () => {
  it("follows the formulas over three steps, with clipping, and decays the leading elements only", () => {
    const gradients = [
      [3, -4, 0.5],
      [0.1, 0.2, -0.3],
      [-1, 0, 2],
    ];
    let state = {
      parameters: tf.tensor1d([1, -2, 3]),
      firstMoments: tf.zeros([3]),
      secondMoments: tf.zeros([3]),
    } as {
      parameters: tf.Tensor;
      firstMoments: tf.Tensor;
      secondMoments: tf.Tensor;
    };
    for (const [index, gradient] of gradients.entries()) {
      const next = adamwStep(state, tf.tensor1d(gradient), scalarsAt(index + 1, SETTINGS), 2);
      expect(next.gradNorm.dataSync()[0]).toBeCloseTo(Math.hypot(...gradient), 5);
      state = next;
    }
    const expected = adamwReference(gradients, [1, -2, 3], 2);
    for (let i = 0; i < 3; i++) {
      expect(state.parameters.dataSync()[i]).toBeCloseTo(expected.p[i] as number, 5);
      expect(state.firstMoments.dataSync()[i]).toBeCloseTo(expected.m[i] as number, 6);
      expect(state.secondMoments.dataSync()[i]).toBeCloseTo(expected.v[i] as number, 6);
    }
  });

  it("returns the state as it was when the gradient is not finite", () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const state = {
        parameters: tf.tensor1d([1, 2]),
        firstMoments: tf.tensor1d([3, 4]),
        secondMoments: tf.tensor1d([5, 6]),
      };
      const next = adamwStep(state, tf.tensor1d([bad, 1]), scalarsAt(1, SETTINGS), 1);
      expect([...next.parameters.dataSync()]).toEqual([1, 2]);
      expect([...next.firstMoments.dataSync()]).toEqual([3, 4]);
      expect([...next.secondMoments.dataSync()]).toEqual([5, 6]);
    }
  });
});

describe("learningRateAt", () => {
  const cosine: LearningRateSchedule = {
    type: "cosine",
    peak: 1,
    warmupUpdates: 4,
    totalUpdates: 13,
    floorShare: 0.1,
  };

  it("rises linearly, peaks, falls along a cosine and stays at the floor", () => {
    expect([0, 1, 3].map((index) => learningRateAt(cosine, index))).toEqual([0.25, 0.5, 1]);
    expect(learningRateAt(cosine, 4)).toBe(1);
    expect(learningRateAt(cosine, 8)).toBeCloseTo(0.55, 10);
    expect(learningRateAt(cosine, 12)).toBeCloseTo(0.1, 10);
    expect(learningRateAt(cosine, 1000)).toBeCloseTo(0.1, 10);
  });

  it("is constant after the warm-up", () => {
    const constant: LearningRateSchedule = { ...cosine, type: "constant", peak: 3, warmupUpdates: 0 };
    expect([0, 1, 99].map((index) => learningRateAt(constant, index))).toEqual([3, 3, 3]);
  });
});
