import { EngineError } from "../../errors.ts";
import type { DType } from "../../tensor-types.ts";
import { tf } from "../../tf.ts";
import { registerLowering } from "../kernel-registry.ts";
import type { TracedValue } from "../traced-value.ts";
import { isSameShape } from "../traced-value.ts";
import type { Tracer } from "../tracer.ts";

type BinaryInputs = tf.AddInputs;

const { assertAndGetBroadcastShape: broadcast } = tf.backend_util;

/** Operators that map one to one, how to compute them on known numbers, and the right operand that changes nothing. */
const ARITHMETIC: readonly [
  kernel: string,
  op: string,
  fold: (a: number, b: number) => number,
  neutral?: number,
][] = [
  ["Add", "Add", (a, b) => a + b, 0],
  ["Sub", "Sub", (a, b) => a - b, 0],
  ["Multiply", "Mul", (a, b) => a * b, 1],
  ["RealDiv", "Div", (a, b) => a / b, 1],
  ["Maximum", "Max", Math.max],
  ["Minimum", "Min", Math.min],
  ["Pow", "Pow", (a, b) => a ** b],
];

for (const [kernel, op, fold, neutral] of ARITHMETIC) {
  const isCommutative = kernel === "Add" || kernel === "Multiply";
  registerLowering<BinaryInputs>(kernel, ({ a, b }, _attrs, tracer) => {
    refuseBool(kernel, a);
    const shape = broadcast(a.shape, b.shape);
    const left = tracer.valueOf(a);
    const right = tracer.valueOf(b);
    const folded = foldSplats(left, right, fold, tracer);
    if (folded !== undefined) return tracer.wrap(folded, shape);
    if (isNeutral(right, neutral) && left.kind === "value") return tracer.wrap(left, shape);
    if (isCommutative && isNeutral(left, neutral) && right.kind === "value") return tracer.wrap(right, shape);
    if (kernel === "Pow" && !tracer.profile.broadcastsPow) {
      const names = [a, b].map((info) => expandTo(tracer, info, shape));
      return tracer.emit(op, names, shape, left.dtype);
    }
    return recordBroadcast(tracer, op, a, b, left.dtype);
  });
}

/** Returns a graph value with the elements of a tensor broadcast to a shape. */
function expandTo(tracer: Tracer, info: tf.TensorInfo, shape: readonly number[]): string {
  const { name, shape: own } = tracer.operand(info);
  return isSameShape(own, shape)
    ? name
    : tracer.graph.node("Expand", [name, tracer.graph.shapeValue(shape, false)]);
}

/** Records an operator on two broadcasting operands; the result is expanded to the logical shape only when needed. */
export function recordBroadcast(
  tracer: Tracer,
  op: string,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  dtype: DType,
): tf.TensorInfo {
  const left = tracer.operand(a);
  const right = tracer.operand(b);
  const name = tracer.graph.node(op, [left.name, right.name]);
  const shape = broadcast([...left.shape], [...right.shape]);
  return tracer.wrap({ kind: "value", dtype, name, shape }, broadcast(a.shape, b.shape));
}

function foldSplats(
  a: TracedValue,
  b: TracedValue,
  fold: (a: number, b: number) => number,
  tracer: Tracer,
): TracedValue | undefined {
  if (a.kind !== "splat" || b.kind !== "splat") return undefined;
  // A number that stands for a symbolic size is known only at run time.
  const { dims } = tracer.graph;
  if (dims.factor(a.number) !== undefined || dims.factor(b.number) !== undefined) return undefined;
  const number = fold(a.number, b.number);
  return {
    kind: "splat",
    dtype: a.dtype,
    number: a.dtype === "int32" ? Math.trunc(number) : Math.fround(number),
  };
}

function isNeutral(value: TracedValue, neutral: number | undefined): boolean {
  return value.kind === "splat" && value.number === neutral;
}

function refuseBool(kernel: string, info: tf.TensorInfo): void {
  if (info.dtype === "bool") {
    throw new EngineError(
      "UNSUPPORTED_OP",
      `${kernel} of bool tensors cannot be traced; cast them to int32 first.`,
    );
  }
}

registerLowering<BinaryInputs>("SquaredDifference", ({ a, b }, _attrs, tracer) => {
  const difference = recordBroadcast(tracer, "Sub", a, b, tracer.valueOf(a).dtype);
  return recordBroadcast(tracer, "Mul", difference, difference, tracer.valueOf(a).dtype);
});

registerLowering<BinaryInputs>("FloorDiv", ({ a, b }, _attrs, tracer) => {
  const shape = broadcast(a.shape, b.shape);
  const { graph } = tracer;
  const [left, right] = [tracer.operand(a).name, tracer.operand(b).name];
  const quotient = graph.node("Div", [left, right]);
  if (a.dtype !== "int32") return expand(tracer, graph.node("Floor", [quotient]), a, b, "float32");
  // Integer Div truncates: take one off when the remainder is not zero and its sign is not the divisor's.
  const remainder = graph.node("Sub", [left, graph.node("Mul", [quotient, right])]);
  const zero = graph.scalar(0, "int32");
  const isInexact = graph.node("Not", [graph.node("Equal", [remainder, zero])]);
  const isOpposite = graph.node("Xor", [
    graph.node("Less", [remainder, zero]),
    graph.node("Less", [right, zero]),
  ]);
  const excess = graph.cast(graph.node("And", [isInexact, isOpposite]), "int32");
  const result = graph.node("Sub", [quotient, excess]);
  return shape.length === 0
    ? tracer.wrap({ kind: "value", dtype: "int32", name: result, shape: [] }, shape)
    : expand(tracer, result, a, b, "int32");
});

registerLowering<BinaryInputs>("Mod", ({ a, b }, _attrs, tracer) => {
  const { graph } = tracer;
  const [left, right] = [tracer.operand(a).name, tracer.operand(b).name];
  if (a.dtype === "int32") return expand(tracer, graph.node("Mod", [left, right]), a, b, "int32");
  // tfjs: the sign of the divisor; fmod: the sign of the dividend.
  const remainder = graph.node("Mod", [left, right], { fmod: 1 });
  const zero = graph.scalar(0, "float32");
  const isOpposite = graph.node("Xor", [graph.node("Less", [left, zero]), graph.node("Less", [right, zero])]);
  const moved = graph.node("Mod", [graph.node("Add", [remainder, right]), right], { fmod: 1 });
  return expand(tracer, graph.node("Where", [isOpposite, moved, remainder]), a, b, "float32");
});

function expand(
  tracer: Tracer,
  name: string,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  dtype: DType,
): tf.TensorInfo {
  const shape = broadcast([...tracer.operand(a).shape], [...tracer.operand(b).shape]);
  return tracer.wrap({ kind: "value", dtype, name, shape }, broadcast(a.shape, b.shape));
}

const COMPARISONS: readonly [kernel: string, op: string][] = [
  ["Equal", "Equal"],
  ["Greater", "Greater"],
  ["GreaterEqual", "GreaterOrEqual"],
  ["Less", "Less"],
  ["LessEqual", "LessOrEqual"],
  ["LogicalAnd", "And"],
  ["LogicalOr", "Or"],
];

for (const [kernel, op] of COMPARISONS) {
  registerLowering<BinaryInputs>(kernel, ({ a, b }, _attrs, tracer) =>
    recordBroadcast(tracer, op, a, b, "bool"),
  );
}

registerLowering<BinaryInputs>("NotEqual", ({ a, b }, _attrs, tracer) => {
  const equal = tracer.graph.node("Equal", [tracer.operand(a).name, tracer.operand(b).name]);
  return expand(tracer, tracer.graph.node("Not", [equal]), a, b, "bool");
});

registerLowering<tf.AddNInputs>("AddN", (inputs, _attrs, tracer) => {
  // A chain, because the n-ary Sum has no WebGPU kernel.
  const [first, ...rest] = inputs;
  return rest.reduce(
    (sum: tf.TensorInfo, next) => recordBroadcast(tracer, "Add", sum, next, tracer.valueOf(sum).dtype),
    first as tf.TensorInfo,
  );
});

registerLowering<tf.SelectInputs>("Select", ({ condition, t, e }, _attrs, tracer) => {
  const operands = [condition, t, e].map((info) => tracer.operand(info));
  const name = tracer.graph.node(
    "Where",
    operands.map((operand) => operand.name),
  );
  const shape = operands.map((operand) => [...operand.shape]).reduce((a, b) => broadcast(a, b));
  return tracer.wrap({ kind: "value", dtype: tracer.valueOf(t).dtype, name, shape }, t.shape);
});
