import { EngineError } from "../../errors.ts";
import { countElements } from "../../tensor-types.ts";
import { tf } from "../../tf.ts";
import { registerLowering } from "../kernel-registry.ts";
import type { Tracer } from "../tracer.ts";

/** Records a matrix product over the last two axes with broadcast batch axes. */
export function recordMatMul(
  tracer: Tracer,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  transposeA: boolean,
  transposeB: boolean,
): tf.TensorInfo {
  const rows = a.shape.at(transposeA ? -1 : -2) as number;
  const columns = b.shape.at(transposeB ? -2 : -1) as number;
  const batch = tf.backend_util.assertAndGetBroadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
  refuseTwoSidedBroadcast(a.shape.slice(0, -2), b.shape.slice(0, -2));
  const left = transposeA ? recordTranspose(tracer, a) : tracer.full(a);
  const right = transposeB ? recordTranspose(tracer, b) : tracer.full(b);
  return tracer.emit("MatMul", [left, right], [...batch, rows, columns], "float32");
}

/** tfjs backends compute something else, without an error, when both operands have several and different batches. */
function refuseTwoSidedBroadcast(a: readonly number[], b: readonly number[]): void {
  const sizes = [countElements(a), countElements(b)];
  const [longer, shorter] = a.length >= b.length ? [a, b] : [b, a];
  const isSame = [...Array(longer.length - shorter.length).fill(1), ...shorter].every(
    (dim, axis) => dim === longer[axis],
  );
  if (isSame || sizes.includes(1)) return;
  throw new EngineError(
    "UNSUPPORTED_OP",
    `matMul over batches [${a}] and [${b}] is not portable; give both the same batch dims, or one of them none.`,
  );
}

/** A separate Transpose: ONNX Runtime fuses it into the product on CPU, and WebGPU has no fused form. */
function recordTranspose(tracer: Tracer, info: tf.TensorInfo): string {
  const rank = info.shape.length;
  const perm = [...Array(rank - 2).keys(), rank - 1, rank - 2];
  return tracer.graph.node("Transpose", [tracer.full(info)], { perm });
}

registerLowering<tf.BatchMatMulInputs, tf.BatchMatMulAttrs>(
  "BatchMatMul",
  ({ a, b }, { transposeA, transposeB }, tracer) => recordMatMul(tracer, a, b, transposeA, transposeB),
);
