import type { OnnxAttribute } from "../../onnx/graph.ts";
import type { DType } from "../../tensor-types.ts";
import { tf } from "../../tf.ts";
import { registerLowering } from "../kernel-registry.ts";
import type { Tracer } from "../tracer.ts";
import { castTo } from "./cast-to.ts";

/** Returns the axes counted from the front and the shape after reducing them. */
function resolveReduction(
  x: tf.TensorInfo,
  axis: number | number[],
  keepDims: boolean,
): { axes: number[]; shape: number[] } {
  const axes = tf.util.parseAxisParam(axis, x.shape);
  const [reduced] = tf.backend_util.computeOutAndReduceShapes(x.shape, axes);
  return { axes, shape: keepDims ? tf.backend_util.expandShapeToKeepDim(reduced, axes) : reduced };
}

const REDUCTIONS: readonly [kernel: string, op: string][] = [
  ["Max", "ReduceMax"],
  ["Min", "ReduceMin"],
  ["Prod", "ReduceProd"],
];

for (const [kernel, op] of REDUCTIONS) {
  // Max is called with reductionIndices, the others with axis.
  registerLowering<tf.MinInputs, Partial<tf.MaxAttrs> & tf.MinAttrs>(kernel, ({ x }, attrs, tracer) => {
    const { axes, shape } = resolveReduction(x, attrs.reductionIndices ?? attrs.axis, attrs.keepDims);
    return recordReduction(tracer, op, x, axes, shape, tracer.valueOf(x).dtype, attrs.keepDims);
  });
}

registerLowering<tf.MeanInputs, tf.MeanAttrs>("Mean", ({ x }, { axis, keepDims }, tracer) => {
  const { axes, shape } = resolveReduction(x, axis, keepDims);
  return recordReduction(
    tracer,
    "ReduceMean",
    castTo(tracer, x, "float32"),
    axes,
    shape,
    "float32",
    keepDims,
  );
});

registerLowering<tf.SumInputs, tf.SumAttrs>("Sum", ({ x }, { axis, keepDims }, tracer) => {
  const { axes, shape } = resolveReduction(x, axis, keepDims);
  const value = tracer.valueOf(x);
  const input = value.dtype === "bool" ? castTo(tracer, x, "int32") : x;
  const { dtype } = tracer.valueOf(input);
  if (value.kind !== "splat")
    return recordReduction(tracer, "ReduceSum", input, axes, shape, dtype, keepDims);
  const { graph } = tracer;
  const count = axes.reduce((product, axis) => product * (x.shape[axis] as number), 1);
  if (graph.dims.factor(count) === undefined) {
    return tracer.wrap({ kind: "splat", dtype, number: value.number * count }, shape);
  }
  const name = graph.node("Mul", [graph.scalar(value.number, dtype), graph.scalar(count, dtype)]);
  return tracer.wrap({ kind: "value", dtype, name, shape: [] }, shape);
});

for (const [kernel, op] of [
  ["All", "ReduceMin"],
  ["Any", "ReduceMax"],
] as const) {
  registerLowering<tf.AllInputs, tf.AllAttrs>(kernel, ({ x }, { axis, keepDims }, tracer) => {
    const { axes, shape } = resolveReduction(x, axis, keepDims);
    const reduced = recordReduction(tracer, op, castTo(tracer, x, "int32"), axes, shape, "int32", keepDims);
    return castTo(tracer, reduced, "bool");
  });
}

function recordReduction(
  tracer: Tracer,
  op: string,
  x: tf.TensorInfo,
  axes: readonly number[],
  shape: readonly number[],
  dtype: DType,
  keepDims: boolean,
): tf.TensorInfo {
  // No axes means nothing to reduce here but everything to ONNX.
  if (axes.length === 0) return tracer.wrap(tracer.valueOf(x), shape);
  return tracer.emit(op, [tracer.full(x), tracer.graph.int64(axes)], shape, dtype, {
    keepdims: keepDims ? 1 : 0,
  });
}

for (const kernel of ["ArgMax", "ArgMin"] as const) {
  registerLowering<tf.ArgMaxInputs, tf.ArgMaxAttrs>(kernel, ({ x }, attrs, tracer) => {
    const axis = tf.util.parseAxisParam(attrs.axis, x.shape)[0] as number;
    const index = tracer.graph.node(kernel, [tracer.full(x)], { axis, keepdims: 0 });
    const shape = x.shape.toSpliced(axis, 1);
    return tracer.wrap(
      { kind: "value", dtype: "int32", name: tracer.graph.cast(index, "int32"), shape },
      shape,
    );
  });
}

registerLowering<tf.SoftmaxInputs, tf.SoftmaxAttrs>("Softmax", ({ logits }, { dim }, tracer) => {
  const axis = tf.util.parseAxisParam(dim ?? -1, logits.shape)[0] as number;
  return tracer.emit("Softmax", [tracer.full(logits)], logits.shape, "float32", { axis });
});

registerLowering<tf.CumsumInputs, tf.CumsumAttrs>("Cumsum", ({ x }, { axis, exclusive, reverse }, tracer) => {
  const resolved = tf.util.parseAxisParam(axis, x.shape)[0] as number;
  const attributes: Record<string, OnnxAttribute> = {
    exclusive: exclusive ? 1 : 0,
    reverse: reverse ? 1 : 0,
  };
  const inputs = [tracer.full(x), tracer.graph.int64([resolved], [])];
  return tracer.emit("CumSum", inputs, x.shape, tracer.valueOf(x).dtype, attributes);
});

registerLowering<tf.TopKInputs, tf.TopKAttrs>("TopK", ({ x }, { k, sorted }, tracer) => {
  const { graph } = tracer;
  const shape = [...x.shape.slice(0, -1), k];
  const attributes = { axis: -1, sorted: sorted ? 1 : 0 };
  const [values, indices] = graph.nodes("TopK", [tracer.full(x), graph.int64([k])], attributes, {
    outputs: 2,
  }) as [string, string];
  return [
    tracer.wrap({ kind: "value", dtype: tracer.valueOf(x).dtype, name: values, shape }, shape),
    tracer.wrap({ kind: "value", dtype: "int32", name: graph.cast(indices, "int32"), shape }, shape),
  ];
});
