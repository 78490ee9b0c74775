import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine, HostTensor, HostTensors, Program, TensorSpec, Tensors } from "../src/index.ts";
import { createEngine, tf, tokenLogprobs } from "../src/index.ts";
import { JitEngine } from "../src/jit/jit-engine.ts";
import { PORTABLE_PROFILE } from "../src/trace/lowering-profile.ts";
import { allowedError, PROVIDER } from "./support/provider.ts";
import { ints, randomFloats, randomInts } from "./support/random-arrays.ts";
import { forward, initParameters, parameterShapes, rollout, SIZES } from "./support/tiny-transformer.ts";

const PROMPT = 6;
const STEPS = 9;
const ROWS = 5;
const LENGTHS = [6, 2, 1, 4, 3];

const parameterSpecs = Object.fromEntries(
  Object.entries(parameterShapes()).map(([name, shape]) => [name, { shape }]),
);

const rolloutInputs: Record<string, TensorSpec> = {
  ...parameterSpecs,
  prompts: { shape: ["B", PROMPT], dtype: "int32" },
  lengths: { shape: ["B"], dtype: "int32" },
  uniforms: { shape: [STEPS, "B"] },
};

const of = (inputs: Tensors, name: string) => inputs[name] as tf.Tensor;
const parametersOf = (inputs: Tensors) =>
  Object.fromEntries(Object.keys(parameterSpecs).map((name) => [name, of(inputs, name)]));
const runRollout = (stops: boolean) => (inputs: Tensors) =>
  rollout(parametersOf(inputs), of(inputs, "prompts"), of(inputs, "lengths"), of(inputs, "uniforms"), stops);

const PROGRAM: Program = {
  functions: {
    full: { inputs: rolloutInputs, run: runRollout(false) },
    stopping: { inputs: rolloutInputs, run: runRollout(true), dynamicOutputs: ["tokens", "logprobs"] },
    score: {
      inputs: {
        ...parameterSpecs,
        ids: { shape: ["B", PROMPT + STEPS], dtype: "int32" },
        targets: { shape: ["B", PROMPT + STEPS], dtype: "int32" },
      },
      run: (inputs) => ({
        logprobs: tf.reshape(
          tokenLogprobs(
            forward(parametersOf(inputs), of(inputs, "ids")),
            tf.reshape(of(inputs, "targets"), [-1]),
          ),
          of(inputs, "ids").shape,
        ),
      }),
    },
  },
};

const feeds: HostTensors = {
  prompts: randomInts(5, [ROWS, PROMPT], 0, SIZES.vocabulary),
  lengths: ints([ROWS], LENGTHS),
  uniforms: randomFloats(6, [STEPS, ROWS], 0, 1),
};

/** Log-probs of drawn tokens [steps, B] by one full forward pass over each row's own tokens, no cache involved. */
async function rescore(engine: Engine, tokens: HostTensor): Promise<number[][]> {
  const steps = tokens.shape[0] as number;
  const width = PROMPT + STEPS;
  const ids = new Int32Array(ROWS * width);
  const targets = new Int32Array(ROWS * width);
  for (const [row, length] of LENGTHS.entries()) {
    const sequence = [
      ...(feeds["prompts"] as HostTensor).data.slice(row * PROMPT, row * PROMPT + length),
      ...Array.from({ length: steps }, (_, step) => tokens.data[step * ROWS + row] as number),
    ];
    for (const [place, token] of sequence.entries()) {
      ids[row * width + place] = token;
      if (place > 0) targets[row * width + place - 1] = token;
    }
  }
  const score = await engine.run("score", {
    ids: { shape: [ROWS, width], dtype: "int32", data: ids },
    targets: { shape: [ROWS, width], dtype: "int32", data: targets },
  });
  const logprobs = (score["logprobs"] as HostTensor).data;
  return Array.from({ length: steps }, (_, step) =>
    LENGTHS.map((length, row) => logprobs[row * width + length - 1 + step] as number),
  );
}

describe.each(["jit", "jit with portable lowerings", "eager"])("a rollout of ragged prompts, %s", (kind) => {
  let engine: Engine;
  let reference: Engine;
  beforeAll(async () => {
    const trace = { profile: PORTABLE_PROFILE, maxCapturedElements: 65_536 };
    engine =
      kind === "jit with portable lowerings"
        ? new JitEngine(PROGRAM, { provider: PROVIDER, threads: 1 }, trace, kind)
        : await createEngine(PROGRAM, kind === "jit" ? { kind, device: PROVIDER } : { kind: "eager" });
    reference = await createEngine(PROGRAM, { kind: "eager" });
    for (const [name, tensor] of Object.entries(initParameters(8))) {
      await engine.put(name, tensor);
      await reference.put(name, tensor);
    }
  });
  afterAll(async () => {
    await engine.close();
    await reference.close();
  });

  it("decodes every row as a full forward pass scores it", async () => {
    const { tokens, logprobs } = (await engine.run("full", feeds)) as Record<string, HostTensor>;
    expect(tokens?.shape).toEqual([STEPS, ROWS]);
    const expected = (await rescore(reference, tokens as HostTensor)).flat();
    const gaps = expected.map((value, index) => Math.abs(value - (logprobs?.data[index] as number)));
    expect(Math.max(...gaps)).toBeLessThan(allowedError(1e-5));
    const same = await reference.run("full", feeds);
    expect(tokens).toEqual(same["tokens"]);
  });

  it("stops when every row has ended", async () => {
    // A uniform of 0 draws token 0, which ends a row.
    const uniforms = (feeds["uniforms"] as HostTensor).data.slice() as Float32Array;
    for (const [row, step] of [2, 1, 4, 0, 3].entries()) uniforms[step * ROWS + row] = 0;
    const stopping = {
      ...feeds,
      uniforms: { shape: [STEPS, ROWS], dtype: "float32" as const, data: uniforms },
    };
    const short = await engine.run("stopping", stopping);
    const long = await engine.run("full", stopping);
    expect(short["tokens"]?.shape).toEqual([5, ROWS]);
    expect(short["tokens"]?.data).toEqual(long["tokens"]?.data.slice(0, 5 * ROWS));
    expect(short["logprobs"]?.data).toEqual(long["logprobs"]?.data.slice(0, 5 * ROWS));
  });
});
