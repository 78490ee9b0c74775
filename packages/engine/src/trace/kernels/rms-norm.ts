import type { tf } from "../../tf.ts";
import { registerLowering } from "../kernel-registry.ts";
import type { Tracer } from "../tracer.ts";

/** x [..., D], gain [D] -> normalized x and 1 / rms [..., 1]. */
registerLowering<{ x: tf.TensorInfo; gain: tf.TensorInfo }, { epsilon: number }>(
  "RmsNorm",
  ({ x, gain }, { epsilon }, tracer) => {
    const names = tracer.profile.fusedRmsNorm
      ? recordFused(tracer, tracer.full(x), tracer.full(gain), epsilon)
      : recordComposed(tracer, tracer.full(x), tracer.full(gain), epsilon);
    const shapes = [x.shape, [...x.shape.slice(0, -1), 1]];
    return shapes.map((shape, index) =>
      tracer.wrap({ kind: "value", dtype: "float32", name: names[index] as string, shape }, shape),
    );
  },
);

function recordFused(tracer: Tracer, x: string, gain: string, epsilon: number): string[] {
  const attributes = { axis: -1, epsilon: { float: epsilon }, stash_type: 1 };
  return tracer.graph.nodes("SimplifiedLayerNormalization", [x, gain], attributes, { outputs: 2 });
}

function recordComposed({ graph }: Tracer, x: string, gain: string, epsilon: number): string[] {
  const meanSquare = graph.node("ReduceMean", [graph.node("Mul", [x, x]), graph.int64([-1])], {
    keepdims: 1,
  });
  const rms = graph.node("Sqrt", [graph.node("Add", [meanSquare, graph.scalar(epsilon, "float32")])]);
  const inverse = graph.node("Reciprocal", [rms]);
  return [graph.node("Mul", [graph.node("Mul", [x, inverse]), gain]), inverse];
}
