import { EngineError } from "../../errors.ts";
import type { DType } from "../../tensor-types.ts";
import { countElements } from "../../tensor-types.ts";
import { tf } from "../../tf.ts";
import { registerLowering } from "../kernel-registry.ts";
import type { Tracer } from "../tracer.ts";
import { castTo } from "./cast-to.ts";
import { recordMatMul } from "./matmul.ts";

registerLowering<tf.GatherV2Inputs, tf.GatherV2Attrs>(
  "GatherV2",
  ({ x, indices }, { axis, batchDims }, tracer) => {
    const resolved = tf.util.parseAxisParam(axis, x.shape)[0] as number;
    if (batchDims !== 0) return recordBatchGather(tracer, x, indices, resolved, batchDims);
    const shape = [...x.shape.slice(0, resolved), ...indices.shape, ...x.shape.slice(resolved + 1)];
    return tracer.emit("Gather", [tracer.full(x), tracer.full(indices)], shape, tracer.valueOf(x).dtype, {
      axis: resolved,
    });
  },
);

/** x [N, V], indices [N, K], axis 1 -> [N, K] */
function recordBatchGather(
  tracer: Tracer,
  x: tf.TensorInfo,
  indices: tf.TensorInfo,
  axis: number,
  batchDims: number,
) {
  if (batchDims !== 1 || axis !== 1 || x.shape.length !== 2 || indices.shape.length !== 2) {
    throw new EngineError(
      "UNSUPPORTED_OP",
      "A gather with batchDims can be traced for a matrix and a matrix of column indices (axis 1, batchDims 1) only.",
    );
  }
  const { dtype } = tracer.valueOf(x);
  if (!tracer.profile.pickByOneHot || dtype !== "float32") {
    return tracer.emit("GatherElements", [tracer.full(x), tracer.full(indices)], indices.shape, dtype, {
      axis: 1,
    });
  }
  const { graph } = tracer;
  const hit = graph.cast(recordOneHot(tracer, indices, x.shape[1] as number), "float32"); // [N, K, V]
  const rows = graph.node("Unsqueeze", [tracer.full(x), graph.int64([1])]); // [N, 1, V]
  const picked = graph.node("Mul", [hit, rows]);
  return tracer.emit("ReduceSum", [picked, graph.int64([2])], indices.shape, dtype, { keepdims: 0 });
}

/** Records indices[..., None] == 0..depth-1; the OneHot operator has few type combinations and no WebGPU kernel. */
function recordOneHot(tracer: Tracer, indices: tf.TensorInfo, depth: number): string {
  const { graph } = tracer;
  const column = graph.node("Unsqueeze", [tracer.full(indices), graph.int64([indices.shape.length])]);
  return graph.node("Equal", [
    column,
    graph.constant(
      "int32",
      [depth],
      Int32Array.from({ length: depth }, (_, i) => i),
    ),
  ]);
}

registerLowering<tf.OneHotInputs, tf.OneHotAttrs>(
  "OneHot",
  ({ indices }, { depth, onValue, offValue, dtype }, tracer) => {
    const type = (dtype ?? "float32") as DType;
    const { graph } = tracer;
    const shape = [...indices.shape, depth];
    const hit = recordOneHot(tracer, indices, depth);
    const [on, off] = [onValue ?? 1, offValue ?? 0];
    const name =
      on === 1 && off === 0
        ? graph.cast(hit, type)
        : graph.node("Where", [hit, graph.scalar(on, type), graph.scalar(off, type)]);
    return tracer.wrap({ kind: "value", dtype: type, name, shape }, shape);
  },
);

registerLowering<tf.GatherNdInputs>("GatherNd", ({ params, indices }, _attrs, tracer) => {
  const depth = indices.shape.at(-1) as number;
  const shape = [...indices.shape.slice(0, -1), ...params.shape.slice(depth)];
  const positions = tracer.graph.cast(tracer.full(indices), "int64");
  return tracer.emit("GatherND", [tracer.full(params), positions], shape, tracer.valueOf(params).dtype);
});

registerLowering<tf.UnsortedSegmentSumInputs, tf.UnsortedSegmentSumAttrs>(
  "UnsortedSegmentSum",
  ({ x: input, segmentIds }, { numSegments }, tracer) => {
    // The result is float32 for every input type, as in tfjs.
    const x = castTo(tracer, input, "float32");
    const dtype = "float32";
    const shape = [numSegments, ...x.shape.slice(1)];
    if (numSegments <= tracer.profile.maxOneHotRows) {
      return sumByOneHot(tracer, x, segmentIds, shape);
    }
    const column = tracer.reshape(segmentIds, [
      segmentIds.shape[0] as number,
      ...x.shape.slice(1).map(() => 1),
    ]);
    const { graph } = tracer;
    const indices = graph.node("Expand", [tracer.full(column), graph.shapeValue(x.shape, false)]);
    const zeros = tracer.full(tracer.wrap({ kind: "splat", dtype, number: 0 }, shape));
    // ScatterElements is single-threaded; ScatterND with a sum loses updates when it runs on several threads.
    return tracer.emit("ScatterElements", [zeros, indices, tracer.full(x)], shape, dtype, {
      axis: 0,
      reduction: "add",
    });
  },
);

/** onehot(ids)^T [V, N] x [N, D]: the fastest and most portable form for small tables. */
function sumByOneHot(
  tracer: Tracer,
  x: tf.TensorInfo,
  ids: tf.TensorInfo,
  shape: readonly number[],
): tf.TensorInfo {
  const [segments, ...rest] = shape as [number, ...number[]];
  const rows = ids.shape[0] as number;
  const hit = tracer.graph.cast(recordOneHot(tracer, ids, segments), "float32");
  const oneHot = tracer.wrap({ kind: "value", dtype: "float32", name: hit, shape: [rows, segments] }, [
    rows,
    segments,
  ]);
  const flat = tracer.reshape(x, [rows, countElements(rest)]);
  return tracer.reshape(recordMatMul(tracer, oneHot, flat, true, false), shape);
}

registerLowering<tf.ScatterNdInputs, tf.ScatterNdAttrs>(
  "ScatterNd",
  ({ indices, updates }, { shape }, tracer) => {
    const depth = indices.shape.at(-1) as number;
    const { dtype } = tracer.valueOf(updates);
    // Flat positions and ScatterElements, because ScatterND with a sum loses updates on several threads.
    const strides = shape.slice(0, depth).map((_, axis) => countElements(shape.slice(axis + 1, depth)));
    const places = countElements(shape.slice(0, depth));
    const inner = countElements(shape.slice(depth));
    const count = countElements(indices.shape.slice(0, -1));
    const { graph } = tracer;
    const rows = tracer.full(tracer.reshape(indices, [count, depth]));
    const scaled = graph.node("Mul", [rows, graph.constant("int32", [depth], Int32Array.from(strides))]);
    const flat = graph.node("ReduceSum", [scaled, graph.int64([1])], { keepdims: 1 }); // [count, 1]
    const positions = graph.node("Expand", [flat, graph.shapeValue([count, inner], false)]);
    const zeros = tracer.full(tracer.wrap({ kind: "splat", dtype, number: 0 }, [places, inner]));
    const values = tracer.full(tracer.reshape(updates, [count, inner]));
    const attributes = { axis: 0, reduction: "add" };
    return tracer.reshape(
      tracer.emit("ScatterElements", [zeros, positions, values], [places, inner], dtype, attributes),
      shape,
    );
  },
);

registerLowering<tf.TensorScatterUpdateInputs>(
  "TensorScatterUpdate",
  ({ tensor, indices, updates }, _attrs, tracer) => {
    const positions = tracer.graph.cast(tracer.full(indices), "int64");
    const inputs = [tracer.full(tensor), positions, tracer.full(updates)];
    return tracer.emit("ScatterND", inputs, tensor.shape, tracer.valueOf(tensor).dtype);
  },
);
