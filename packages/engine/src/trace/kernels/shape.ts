import { countElements } from "../../tensor-types.ts";
import { tf } from "../../tf.ts";
import { registerLowering } from "../kernel-registry.ts";
import { isSameShape } from "../traced-value.ts";
import type { Tracer } from "../tracer.ts";

/** Returns an axis counted from the front. */
function resolveAxis(axis: number, rank: number): number {
  return axis < 0 ? axis + rank : axis;
}

/** Returns a shape with one dim replaced, inserted (`remove` 0) or, without a size, removed. */
function editShape(shape: readonly number[], axis: number, remove: 0 | 1, size?: number): number[] {
  return shape.toSpliced(axis, remove, ...(size === undefined ? [] : [size]));
}

registerLowering<tf.ReshapeInputs, tf.ReshapeAttrs>("Reshape", ({ x }, { shape }, tracer) =>
  tracer.reshape(x, tf.util.inferFromImplicitShape(shape, countElements(x.shape))),
);

registerLowering<tf.ExpandDimsInputs, tf.ExpandDimsAttrs>("ExpandDims", ({ input }, { dim }, tracer) =>
  tracer.reshape(input, editShape(input.shape, resolveAxis(dim, input.shape.length + 1), 0, 1)),
);

registerLowering<tf.TransposeInputs, tf.TransposeAttrs>("Transpose", ({ x }, { perm }, tracer) => {
  const value = tracer.valueOf(x);
  const shape = perm.map((axis) => x.shape[axis] as number);
  if (value.kind === "splat" || perm.every((axis, index) => axis === index)) return tracer.wrap(value, shape);
  return tracer.emit("Transpose", [tracer.full(x)], shape, value.dtype, { perm: [...perm] });
});

registerLowering<tf.SliceInputs, tf.SliceAttrs>("Slice", ({ x }, { begin, size }, tracer) => {
  // parseSliceParams reads only the shape.
  const [starts, sizes] = tf.slice_util.parseSliceParams(x as tf.Tensor, begin, size) as [number[], number[]];
  const value = tracer.valueOf(x);
  if (value.kind === "splat" || isSameShape(sizes, x.shape)) return tracer.wrap(value, sizes);
  const axes = sizes.flatMap((length, axis) => (length === x.shape[axis] ? [] : [axis]));
  const { graph } = tracer;
  const begins = axes.map((axis) => starts[axis] as number);
  const ends = axes.map((axis) => {
    const end = (starts[axis] as number) + (sizes[axis] as number);
    return end === x.shape[axis] ? TO_THE_END : end;
  });
  const bounds = [graph.shapeValue(begins, false), graph.shapeValue(ends, false), graph.int64(axes)];
  const result = tracer.emit("Slice", [tracer.full(x), ...bounds], sizes, value.dtype);
  for (const axis of axes) deriveDim(tracer, result, axis, [x.shape[axis] as number]);
  return result;
});

/** Slice takes any end past the last element; this one is not mistaken for a symbolic size. */
const TO_THE_END = 2 ** 31;

/** Makes the size of a result along an axis symbolic when it was made from symbolic sizes. */
function deriveDim(tracer: Tracer, result: tf.TensorInfo, axis: number, from: readonly number[]): void {
  tracer.graph.deriveDim(result.shape[axis] as number, from, tracer.operand(result).name, axis);
}

registerLowering<tf.ConcatInputs, tf.ConcatAttrs>("Concat", (inputs, { axis }, tracer) => {
  const first = inputs[0] as tf.TensorInfo;
  const resolved = resolveAxis(axis, first.shape.length);
  // A part of size zero adds nothing.
  const parts = inputs.filter((part) => part.shape[resolved] !== 0);
  if (parts.length === 0) return tracer.wrap(tracer.valueOf(first), first.shape);
  return concat(tracer, parts, resolved);
});

function concat(tracer: Tracer, parts: readonly tf.TensorInfo[], axis: number): tf.TensorInfo {
  const first = parts[0] as tf.TensorInfo;
  const total = parts.reduce((sum, part) => sum + (part.shape[axis] as number), 0);
  if (parts.length === 1) return tracer.wrap(tracer.valueOf(first), first.shape);
  const names = parts.map((part) => tracer.full(part));
  const shape = editShape(first.shape, axis, 1, total);
  const result = tracer.emit("Concat", names, shape, tracer.valueOf(first).dtype, { axis });
  deriveDim(
    tracer,
    result,
    axis,
    parts.map((part) => part.shape[axis] as number),
  );
  return result;
}

function split(tracer: Tracer, x: tf.TensorInfo, sizes: readonly number[], axis: number): tf.TensorInfo[] {
  const value = tracer.valueOf(x);
  const shapes = sizes.map((size) => editShape(x.shape, axis, 1, size));
  if (value.kind === "splat") return shapes.map((shape) => tracer.wrap(value, shape));
  if (sizes.length === 1) return [tracer.wrap(value, x.shape)];
  const names = tracer.graph.nodes(
    "Split",
    [tracer.full(x), tracer.graph.shapeValue(sizes, false)],
    { axis },
    { outputs: sizes.length },
  );
  return shapes.map((shape, index) =>
    tracer.wrap({ kind: "value", dtype: value.dtype, name: names[index] as string, shape }, shape),
  );
}

registerLowering<tf.SplitVInputs, tf.SplitVAttrs>("SplitV", ({ x }, { numOrSizeSplits, axis }, tracer) => {
  const resolved = resolveAxis(axis, x.shape.length);
  // prepareSplitSize reads only the shape.
  return split(
    tracer,
    x,
    tf.backend_util.prepareSplitSize(x as tf.Tensor, numOrSizeSplits, resolved),
    resolved,
  );
});

registerLowering<tf.PackInputs, tf.PackAttrs>("Pack", (inputs, { axis }, tracer) => {
  const first = inputs[0] as tf.TensorInfo;
  const resolved = resolveAxis(axis, first.shape.length + 1);
  const shape = editShape(first.shape, resolved, 0, 1);
  return concat(
    tracer,
    inputs.map((part) => tracer.reshape(part, shape)),
    resolved,
  );
});

registerLowering<tf.UnpackInputs, tf.UnpackAttrs>("Unpack", ({ value }, { axis }, tracer) => {
  const resolved = resolveAxis(axis, value.shape.length);
  const shape = editShape(value.shape, resolved, 1);
  const sizes = new Array<number>(value.shape[resolved] as number).fill(1);
  return split(tracer, value, sizes, resolved).map((part) => tracer.reshape(part, shape));
});

registerLowering<tf.TileInputs, tf.TileAttrs>("Tile", ({ x }, { reps }, tracer) => {
  const value = tracer.valueOf(x);
  const shape = x.shape.map((dim, axis) => dim * (reps[axis] as number));
  if (value.kind === "splat" || isSameShape(shape, x.shape)) return tracer.wrap(value, shape);
  const isBroadcast = x.shape.every((dim, axis) => dim === 1 || reps[axis] === 1);
  if (isBroadcast) {
    const operand = tracer.operand(x);
    return tracer.wrap(
      { kind: "value", dtype: value.dtype, name: operand.name, shape: operand.shape },
      shape,
    );
  }
  return tracer.emit("Tile", [tracer.full(x), tracer.graph.shapeValue(reps, false)], shape, value.dtype);
});

registerLowering<tf.PadV2Inputs, tf.PadV2Attrs>("PadV2", ({ x }, { paddings, constantValue }, tracer) => {
  const { dtype } = tracer.valueOf(x);
  const shape = x.shape.map((dim, axis) => dim + sum(paddings[axis] as [number, number]));
  const pads = [...paddings.map((pair) => pair[0]), ...paddings.map((pair) => pair[1])];
  const { graph } = tracer;
  const inputs = [tracer.full(x), graph.shapeValue(pads, false), graph.scalar(constantValue, dtype)];
  const result = tracer.emit("Pad", inputs, shape, dtype);
  for (const [axis, dim] of x.shape.entries()) deriveDim(tracer, result, axis, [dim]);
  return result;
});

function sum(pair: readonly [number, number]): number {
  return pair[0] + pair[1];
}

registerLowering<tf.ReverseInputs, tf.ReverseAttrs>("Reverse", ({ x }, { dims }, tracer) => {
  const axes = tf.util.parseAxisParam(dims, x.shape);
  const { graph } = tracer;
  const value = tracer.valueOf(x);
  if (axes.length === 0 || value.kind === "splat") return tracer.wrap(value, x.shape);
  const before = axes.map(() => -1);
  const ends = axes.map(() => -(2 ** 31));
  const inputs = [
    tracer.full(x),
    graph.int64(before),
    graph.int64(ends),
    graph.int64(axes),
    graph.int64(before),
  ];
  return tracer.emit("Slice", inputs, x.shape, value.dtype);
});
