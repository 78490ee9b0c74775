import type { DType } from "../../tensor-types.ts";
import type { tf } from "../../tf.ts";
import type { Tracer } from "../tracer.ts";

/** Returns a traced tensor with another element type; one that has it already comes back as it is. */
export function castTo(tracer: Tracer, x: tf.TensorInfo, dtype: DType): tf.TensorInfo {
  if (tracer.valueOf(x).dtype === dtype) return x;
  const { name, shape } = tracer.operand(x);
  return tracer.wrap({ kind: "value", dtype, name: tracer.graph.cast(name, dtype), shape }, x.shape);
}
