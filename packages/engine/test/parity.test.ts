import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine, HostTensor, HostTensors, Program, TensorSpec } from "../src/index.ts";
import { createEngine } from "../src/index.ts";
import { allowedError, PROVIDER } from "./support/provider.ts";
import { floats, randomFloats, randomInts, relativeError } from "./support/random-arrays.ts";
import { initParameters, parameterShapes, SIZES, trainStep } from "./support/tiny-transformer.ts";

const TOKENS = 7;

function trainInputs(rows: number | string): Record<string, TensorSpec> {
  const state = Object.entries(parameterShapes()).flatMap(([name, shape]) =>
    ["p", "m", "v"].map((kind) => [`${kind}.${name}`, { shape }] as const),
  );
  const scalar: TensorSpec = { shape: [] };
  const ids: TensorSpec = { shape: [rows, TOKENS], dtype: "int32" };
  return {
    ids,
    targets: ids,
    weights: { shape: [rows, TOKENS] },
    lr: scalar,
    correction1: scalar,
    correction2: scalar,
    ...Object.fromEntries(state),
  };
}

const PROGRAM: Program = {
  functions: {
    train: { inputs: trainInputs("B"), run: trainStep },
    fixed: { inputs: trainInputs(3), run: trainStep },
  },
};

function initialState(): Record<string, HostTensor> {
  const parameters = initParameters(3);
  return Object.fromEntries(
    Object.entries(parameterShapes()).flatMap(([name, shape], index) => [
      [`p.${name}`, parameters[name] as HostTensor],
      [`m.${name}`, randomFloats(100 + index, shape, -1e-2, 1e-2)],
      [`v.${name}`, randomFloats(200 + index, shape, 1e-6, 1e-4)],
    ]),
  );
}

function batch(rows: number, seed: number): Record<string, HostTensor> {
  return {
    ids: randomInts(seed, [rows, TOKENS], 0, SIZES.vocabulary),
    targets: randomInts(seed + 1, [rows, TOKENS], 0, SIZES.vocabulary),
    weights: randomFloats(seed + 2, [rows, TOKENS], -0.3, 1),
    lr: floats([], [1e-2]),
    correction1: floats([], [0.3]),
    correction2: floats([], [0.2]),
  };
}

function worstError(actual: HostTensors, expected: HostTensors): { name: string; error: number } {
  expect(Object.keys(actual)).toEqual(Object.keys(expected));
  return Object.keys(expected)
    .map((name) => ({ name, error: relativeError(actual[name] as HostTensor, expected[name] as HostTensor) }))
    .reduce((worst, next) => (next.error <= worst.error ? worst : next));
}

describe("a two-layer transformer train step", () => {
  let jit: Engine;
  let eager: Engine;
  beforeAll(async () => {
    jit = await createEngine(PROGRAM, { kind: "jit", device: PROVIDER });
    eager = await createEngine(PROGRAM, { kind: "eager" });
  });
  afterAll(async () => {
    await jit.close();
    await eager.close();
  });

  it.each([1, 3, 8])(
    "gives the same loss, gradients and AdamW state for %i rows in one session",
    async (rows) => {
      const feeds = { ...initialState(), ...batch(rows, 10 * rows) };
      const { name, error } = worstError(await jit.run("train", feeds), await eager.run("train", feeds));
      expect(error, name).toBeLessThan(allowedError(1e-5));
    },
  );
});
