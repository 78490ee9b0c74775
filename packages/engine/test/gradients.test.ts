import { describe, expect, it } from "vitest";
import type { EngineKind, FunctionSpec, HostTensor } from "../src/index.ts";
import { createEngine, rmsNorm, rope, swiglu, tf, tokenLogprobs } from "../src/index.ts";
import { createUniforms, randomFloats, randomInts } from "./support/random-arrays.ts";

interface GradientCase {
  readonly name: string;
  readonly inputs: readonly HostTensor[];
  /** Integer or table inputs that have no gradient. */
  readonly fixed?: readonly HostTensor[];
  readonly run: (inputs: tf.Tensor[], fixed: tf.Tensor[]) => tf.Tensor;
}

const angles = randomFloats(4, [5, 3], -3, 3);
const cosines = { ...angles, data: (angles.data as Float32Array).map(Math.cos) };
const sines = { ...angles, data: (angles.data as Float32Array).map(Math.sin) };

const CASES: readonly GradientCase[] = [
  {
    name: "rmsNorm",
    inputs: [randomFloats(1, [4, 6]), randomFloats(2, [6], 0.5, 1.5)],
    run: ([x, gain]) => rmsNorm(x as tf.Tensor, gain as tf.Tensor, 1e-5),
  },
  {
    name: "rope",
    inputs: [randomFloats(3, [2, 2, 5, 6])],
    fixed: [cosines, sines],
    run: ([x], [cos, sin]) => rope(x as tf.Tensor, cos as tf.Tensor, sin as tf.Tensor),
  },
  {
    name: "swiglu",
    inputs: [randomFloats(5, [4, 6], -3, 3), randomFloats(6, [4, 6])],
    run: ([gate, up]) => swiglu(gate as tf.Tensor, up as tf.Tensor),
  },
  {
    name: "tokenLogprobs",
    inputs: [randomFloats(7, [6, 9], -3, 3)],
    fixed: [randomInts(8, [6], 0, 9)],
    run: ([logits], [targets]) => tokenLogprobs(logits as tf.Tensor, targets as tf.Tensor),
  },
];

/** loss = sum(output * fixed weights) and its gradients, as one function. */
function differentiate({ inputs, fixed = [], run }: GradientCase): FunctionSpec {
  const specs = [...inputs, ...fixed].map(
    ({ shape, dtype }, index) => [`x${index}`, { shape, dtype }] as const,
  );
  return {
    inputs: Object.fromEntries(specs),
    run: (tensors) => {
      const all = specs.map(([name]) => tensors[name] as tf.Tensor);
      const loss = (...differentiable: tf.Tensor[]) => {
        const output = run(differentiable, all.slice(inputs.length));
        const weights = tf.reshape(tf.cos(tf.range(0, output.size)), output.shape);
        return tf.sum(tf.mul(output, weights)) as tf.Scalar;
      };
      const { value, grads } = tf.valueAndGrads(loss)(all.slice(0, inputs.length));
      return { loss: value, ...Object.fromEntries(grads.map((gradient, index) => [`g${index}`, gradient])) };
    },
  };
}

describe.each<EngineKind>(["jit", "eager"])("gradients of the %s engine", (kind) => {
  it.each(CASES)("$name agrees with central differences", async (testCase) => {
    const engine = await createEngine({ functions: { main: differentiate(testCase) } }, { kind });
    const fixed = Object.fromEntries(
      (testCase.fixed ?? []).map((tensor, index) => [`x${testCase.inputs.length + index}`, tensor]),
    );
    const evaluate = async (inputs: readonly HostTensor[]) =>
      await engine.run("main", {
        ...Object.fromEntries(inputs.map((tensor, index) => [`x${index}`, tensor])),
        ...fixed,
      });
    const at = await evaluate(testCase.inputs);
    const next = createUniforms(9);
    for (let trial = 0; trial < 4; trial++) {
      const directions = testCase.inputs.map(({ data }) => Float32Array.from(data, () => 2 * next() - 1));
      const shifted = (epsilon: number) =>
        testCase.inputs.map((tensor, index) => ({
          ...tensor,
          data: (tensor.data as Float32Array).map(
            (value, place) => value + epsilon * (directions[index]?.[place] as number),
          ),
        }));
      const epsilon = 5e-3;
      const [above, below] = [await evaluate(shifted(epsilon)), await evaluate(shifted(-epsilon))];
      const measured =
        (((above["loss"] as HostTensor).data[0] as number) -
          ((below["loss"] as HostTensor).data[0] as number)) /
        (2 * epsilon);
      const slopes = directions.map((direction, index) =>
        direction.reduce(
          (sum, step, place) => sum + step * ((at[`g${index}`] as HostTensor).data[place] as number),
          0,
        ),
      );
      const predicted = slopes.reduce((sum, slope) => sum + slope, 0);
      expect(Math.abs(measured - predicted)).toBeLessThan(1e-3 * Math.max(1, Math.abs(predicted)));
    }
    await engine.close();
  });
});
