import { EngineError } from "../../errors.ts";
import type { DType } from "../../tensor-types.ts";
import type { tf } from "../../tf.ts";
import { registerLowering } from "../kernel-registry.ts";
import type { Tracer } from "../tracer.ts";

type UnaryInputs = tf.ExpInputs;

/** Records a function of each element; a broadcast operand stays broadcast. */
function registerElementwise(
  kernel: string,
  record: (name: string, tracer: Tracer, dtype: DType) => string,
  options: { readonly result?: DType; readonly floatOnly?: boolean } = {},
): void {
  registerLowering<UnaryInputs>(kernel, ({ x }, _attrs, tracer) => {
    const { dtype } = tracer.valueOf(x);
    if (options.floatOnly === true && dtype !== "float32") {
      throw new EngineError(
        "UNSUPPORTED_OP",
        `${kernel} of a ${dtype} tensor cannot be traced; cast it to float32 first.`,
      );
    }
    const operand = tracer.operand(x);
    const name = record(operand.name, tracer, dtype);
    return tracer.wrap(
      { kind: "value", dtype: options.result ?? dtype, name, shape: operand.shape },
      x.shape,
    );
  });
}

const SAME_TYPE_OPS = [
  ["Neg", "Neg"],
  ["Abs", "Abs"],
  ["Sign", "Sign"],
] as const;
for (const [kernel, op] of SAME_TYPE_OPS)
  registerElementwise(kernel, (name, { graph }) => graph.node(op, [name]));

/** Kernels of float32 tensors that are one operator of the same or another name. */
const FLOAT_OPS = [
  "Exp",
  "Log",
  "Sqrt",
  "Reciprocal",
  "Sigmoid",
  "Tanh",
  "Relu",
  "Erf",
  "Softplus",
  "Sin",
  "Cos",
  "Floor",
  "Ceil",
  "Round",
] as const;
for (const kernel of FLOAT_OPS) {
  registerElementwise(kernel, (name, { graph }) => graph.node(kernel, [name]), { floatOnly: true });
}

registerElementwise("Square", (name, { graph }) => graph.node("Mul", [name, name]));
registerElementwise("Rsqrt", (name, { graph }) => graph.node("Reciprocal", [graph.node("Sqrt", [name])]), {
  floatOnly: true,
});

registerElementwise(
  "Expm1",
  (name, { graph }) => {
    // exp(x) - 1 = tanh(x / 2) * (exp(x) + 1) keeps the digits of small x.
    const half = graph.node("Mul", [name, graph.scalar(0.5, "float32")]);
    const raised = graph.node("Add", [graph.node("Exp", [name]), graph.scalar(1, "float32")]);
    const small = graph.node("Mul", [graph.node("Tanh", [half]), raised]);
    const large = graph.node("Sub", [graph.node("Exp", [name]), graph.scalar(1, "float32")]);
    const isSmall = graph.node("Less", [graph.node("Abs", [name]), graph.scalar(1, "float32")]);
    return graph.node("Where", [isSmall, small, large]);
  },
  { floatOnly: true },
);

registerElementwise(
  "Log1p",
  (name, { graph }) => {
    // log(u) * x / (u - 1) with u = 1 + x cancels the rounding of u (Goldberg 1991, theorem 4).
    const one = graph.scalar(1, "float32");
    const raised = graph.node("Add", [name, one]);
    const isTiny = graph.node("Equal", [raised, one]);
    const difference = graph.node("Where", [isTiny, one, graph.node("Sub", [raised, one])]);
    const corrected = graph.node("Mul", [graph.node("Log", [raised]), graph.node("Div", [name, difference])]);
    const isInfinite = graph.node("IsInf", [name]);
    return graph.node("Where", [isTiny, name, graph.node("Where", [isInfinite, name, corrected])]);
  },
  { floatOnly: true },
);

registerElementwise("IsNan", (name, { graph }) => graph.node("IsNaN", [name]), {
  result: "bool",
  floatOnly: true,
});
registerElementwise("IsInf", (name, { graph }) => graph.node("IsInf", [name]), {
  result: "bool",
  floatOnly: true,
});
registerElementwise(
  "IsFinite",
  (name, { graph }) =>
    graph.node("Not", [graph.node("Or", [graph.node("IsNaN", [name]), graph.node("IsInf", [name])])]),
  { result: "bool", floatOnly: true },
);
registerElementwise("LogicalNot", (name, { graph }) => graph.node("Not", [name]));

registerLowering<tf.StepInputs, tf.StepAttrs>("Step", ({ x }, { alpha }, tracer) => {
  const { graph } = tracer;
  const operand = tracer.operand(x);
  const isPositive = graph.node("Greater", [operand.name, graph.scalar(0, "float32")]);
  const slope = graph.scalar(alpha ?? 0, "float32");
  const name = graph.node("Where", [isPositive, graph.scalar(1, "float32"), slope]);
  return tracer.wrap({ kind: "value", dtype: "float32", name, shape: operand.shape }, x.shape);
});

registerLowering<tf.ClipByValueInputs, tf.ClipByValueAttrs>("ClipByValue", ({ x }, attrs, tracer) => {
  const { dtype } = tracer.valueOf(x);
  const operand = tracer.operand(x);
  const limits = [attrs.clipValueMin, attrs.clipValueMax].map((limit) => tracer.graph.scalar(limit, dtype));
  const name = tracer.graph.node("Clip", [operand.name, ...limits]);
  return tracer.wrap({ kind: "value", dtype, name, shape: operand.shape }, x.shape);
});

registerLowering<tf.IdentityInputs>("Identity", ({ x }, _attrs, tracer) =>
  tracer.wrap(tracer.valueOf(x), x.shape),
);

registerLowering<tf.CastInputs, tf.CastAttrs>("Cast", ({ x }, attrs, tracer) => {
  const value = tracer.valueOf(x);
  const dtype = attrs.dtype as DType;
  if (value.dtype === dtype) return tracer.wrap(value, x.shape);
  if (value.kind === "splat")
    return tracer.wrap({ kind: "splat", dtype, number: castNumber(value.number, dtype) }, x.shape);
  const operand = tracer.operand(x);
  return tracer.wrap(
    { kind: "value", dtype, name: tracer.graph.cast(operand.name, dtype), shape: operand.shape },
    x.shape,
  );
});

function castNumber(value: number, dtype: DType): number {
  if (dtype === "int32") return Math.trunc(value);
  return dtype === "bool" ? Number(value !== 0) : value;
}
