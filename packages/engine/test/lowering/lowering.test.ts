import { describe, expect, it } from "vitest";
import { EagerEngine } from "../../src/eager/eager-engine.ts";
import type { FunctionSpec, HostTensor, HostTensors, Program } from "../../src/index.ts";
import { tf } from "../../src/index.ts";
import { JitEngine } from "../../src/jit/jit-engine.ts";
import { TRACE_BACKEND } from "../../src/trace/is-tracing.ts";
import { listLowerings } from "../../src/trace/kernel-registry.ts";
import type { LoweringProfile } from "../../src/trace/lowering-profile.ts";
import { allowedError, PROFILES, PROVIDER } from "../support/provider.ts";
import { relativeError } from "../support/random-arrays.ts";
import type { LoweringCase, LoweringCases } from "./case.ts";
import { ELEMENTWISE_CASES } from "./elementwise-cases.ts";
import { INDEXING_CASES } from "./indexing-cases.ts";
import { REDUCTION_CASES } from "./reduction-cases.ts";
import { SHAPE_CASES } from "./shape-cases.ts";

const CASES: LoweringCases = { ...ELEMENTWISE_CASES, ...SHAPE_CASES, ...REDUCTION_CASES, ...INDEXING_CASES };

const feedsOf = ({ inputs }: LoweringCase): HostTensors =>
  Object.fromEntries(inputs.map((tensor, index) => [`x${index}`, tensor]));

function functionOf({ inputs, run }: LoweringCase): FunctionSpec {
  return {
    inputs: Object.fromEntries(inputs.map(({ shape, dtype }, index) => [`x${index}`, { shape, dtype }])),
    run: (tensors) => {
      const result = run(...inputs.map((_, index) => tensors[`x${index}`] as tf.Tensor));
      return Object.fromEntries([result].flat().map((tensor, index) => [`y${index}`, tensor]));
    },
  };
}

/** Counts how often a kernel is recorded while a task runs. */
async function countRecordings(kernelName: string, task: () => Promise<unknown>): Promise<number> {
  const kernel = tf.getKernel(kernelName, TRACE_BACKEND) as { kernelFunc: tf.KernelFunc };
  const original = kernel.kernelFunc;
  let count = 0;
  kernel.kernelFunc = (call) => {
    count++;
    return original(call);
  };
  await task().finally(() => {
    kernel.kernelFunc = original;
  });
  return count;
}

async function compare(kernelName: string, testCase: LoweringCase, profile: LoweringProfile): Promise<void> {
  const program: Program = { functions: { main: functionOf(testCase) } };
  const jit = new JitEngine(
    program,
    { provider: PROVIDER, threads: 1 },
    { profile, maxCapturedElements: 1024 },
    "jit",
  );
  const eager = new EagerEngine(program, "cpu", "eager");
  const feeds = feedsOf(testCase);
  const expected = await eager.run("main", feeds);
  let actual: HostTensors = {};
  const recordings = await countRecordings(kernelName, async () => {
    actual = await jit.run("main", feeds);
  });
  expect(recordings, `${kernelName} was not recorded`).toBeGreaterThan(0);
  expect(Object.keys(actual)).toEqual(Object.keys(expected));
  for (const [name, tensor] of Object.entries(expected)) {
    const error = relativeError(actual[name] as HostTensor, tensor);
    expect(error, `${kernelName} ${name}`).toBeLessThanOrEqual(
      tensor.dtype === "float32" ? allowedError(testCase.tolerance ?? 2e-6) : 0,
    );
  }
  await jit.close();
  await eager.close();
}

describe("lowerings to ONNX agree with tfjs cpu", () => {
  it("has a case for every registered kernel", () => {
    expect(Object.keys(CASES).sort()).toEqual([...listLowerings()].sort());
  });

  for (const [kernelName, cases] of Object.entries(CASES)) {
    for (const profile of PROFILES) {
      it.each(cases.map((testCase, index) => ({ index, testCase })))(
        `${kernelName} for ${profile.name}, case $index`,
        ({ testCase }) => compare(kernelName, testCase, profile),
      );
    }
  }
});
