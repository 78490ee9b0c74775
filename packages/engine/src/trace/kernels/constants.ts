import type { DType } from "../../tensor-types.ts";
import type { tf } from "../../tf.ts";
import { registerLowering } from "../kernel-registry.ts";
import { describeValues } from "../traced-value.ts";

registerLowering<unknown, tf.FillAttrs>("Fill", (_inputs, { shape, value, dtype }, tracer) =>
  tracer.wrap({ kind: "splat", dtype: (dtype ?? "float32") as DType, number: Number(value) }, shape),
);

registerLowering<tf.ZerosLikeInputs>("ZerosLike", ({ x }, _attrs, tracer) =>
  tracer.wrap({ kind: "splat", dtype: tracer.valueOf(x).dtype, number: 0 }, x.shape),
);

registerLowering<tf.OnesLikeInputs>("OnesLike", ({ x }, _attrs, tracer) =>
  tracer.wrap({ kind: "splat", dtype: tracer.valueOf(x).dtype, number: 1 }, x.shape),
);

registerLowering<unknown, tf.RangeAttrs>("Range", (_inputs, { start, stop, step, dtype }, tracer) => {
  const { graph } = tracer;
  const type = dtype as DType;
  // As in tfjs: a step that points away from stop gives an empty range.
  const count = start === stop || (stop - start) / step < 0 ? 0 : Math.abs(Math.ceil((stop - start) / step));
  if ([start, stop, step].some((bound) => graph.dims.factor(bound) !== undefined)) {
    const bounds = [start, stop, step].map((bound) => graph.scalar(bound, type));
    return tracer.emit("Range", bounds, [count], type);
  }
  const values = Array.from({ length: count }, (_, index) => start + index * step);
  return tracer.wrap(describeValues(values, [count], type), [count]);
});
