import "./kernels/register-all.ts";
import { toDType } from "../eager/host-tensor.ts";
import { EngineError } from "../errors.ts";
import { forbidRandom } from "../forbid-random.ts";
import { encodeModel } from "../onnx/encode-model.ts";
import type { OnnxGraph } from "../onnx/graph.ts";
import { listSubgraphs } from "../onnx/graph.ts";
import { mergeOutputIdentities, removeDeadNodes } from "../onnx/prune-graph.ts";
import type { FunctionSpec } from "../program.ts";
import { tf } from "../tf.ts";
import { findGraphDifference } from "./graph-difference.ts";
import type { LoweringProfile } from "./lowering-profile.ts";
import { choosePrimes, SymbolicDims } from "./symbolic-dims.ts";
import { traceBackend } from "./trace-backend.ts";
import { Tracer } from "./tracer.ts";

/** A function as an ONNX model. */
export interface TracedFunction {
  readonly bytes: Uint8Array;
  /** Names of the outputs in the order the function returned them. */
  readonly outputs: readonly string[];
  /** Operators in the graph and its loop bodies. */
  readonly nodeCount: number;
}

/** How to trace. */
export interface TraceOptions {
  readonly profile: LoweringProfile;
  /** Largest tensor from outside the function that may become a constant. */
  readonly maxCapturedElements: number;
}

/** Names of graph inputs and outputs; they share one namespace in ONNX. */
export const inputName = (name: string): string => `in/${name}`;
export const outputName = (name: string): string => `out/${name}`;

const MAX_PRIME_ATTEMPTS = 4;

/**
 * Runs a function on symbolic tensors and returns what it did as one ONNX model.
 *
 * With symbolic dims the function is traced twice, each time with another prime standing for the dim; equal models
 * prove that no size was baked in. Throws SYMBOLIC_DIM_LEAK when one was, and what the function itself throws.
 */
export function traceFunction(spec: FunctionSpec, options: TraceOptions): TracedFunction {
  const staticSizes = Object.values(spec.inputs).flatMap((input) =>
    input.shape.filter((dim) => typeof dim === "number"),
  );
  let difference = "";
  for (let attempt = 0; attempt < MAX_PRIME_ATTEMPTS; attempt++) {
    const [firstPrimes, secondPrimes] = choosePrimes(staticSizes, attempt);
    const dims = new SymbolicDims(firstPrimes);
    const first = traceOnce(spec, dims, options);
    if (!dims.isUsed) return first;
    const second = traceOnce(spec, new SymbolicDims(secondPrimes), options);
    if (Buffer.from(first.bytes).equals(second.bytes)) return first;
    difference = findGraphDifference(first.graph, second.graph);
  }
  throw new EngineError(
    "SYMBOLIC_DIM_LEAK",
    `The size of a symbolic dim would be baked into the graph ${difference}. Sizes may be multiplied and used as shapes, but not added to, inverted or copied into data; feed such numbers as inputs or make the dim static.`,
  );
}

function traceOnce(
  spec: FunctionSpec,
  dims: SymbolicDims,
  options: TraceOptions,
): TracedFunction & { graph: OnnxGraph } {
  const tracer = new Tracer({ ...options, dims });
  const outputs = traceBackend.trace(tracer, () => {
    const inputs = declareInputs(tracer, spec);
    const results = explainMissingLowering(() => forbidRandom(() => spec.run(inputs)));
    for (const [name, tensor] of Object.entries(results)) declareOutput(tracer, spec, name, tensor);
    return Object.keys(results);
  });
  const graph = tracer.graph.root;
  mergeOutputIdentities(graph);
  removeDeadNodes(graph);
  return { bytes: encodeModel(graph), outputs, nodeCount: countNodes(graph), graph };
}

/** tfjs names an unknown kernel in a plain error. */
function explainMissingLowering<T>(task: () => T): T {
  try {
    return task();
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : "";
    if (!message.startsWith("Kernel '") || !message.includes("not registered")) throw cause;
    const kernel = message.split("'")[1];
    throw new EngineError(
      "UNSUPPORTED_OP",
      `The tfjs kernel ${kernel} cannot be traced; compose it from other ops or use the eager engine.`,
      { cause },
    );
  }
}

function declareInputs(tracer: Tracer, spec: FunctionSpec): Record<string, tf.Tensor> {
  const { graph } = tracer;
  const inputs: Record<string, tf.Tensor> = {};
  for (const [name, input] of Object.entries(spec.inputs)) {
    const dtype = input.dtype ?? "float32";
    const shape = input.shape.map((dim) => (typeof dim === "string" ? graph.dims.primeOf(dim) : dim));
    const value = graph.input(inputName(name), dtype, input.shape);
    for (const [axis, dim] of input.shape.entries()) {
      if (typeof dim === "string") graph.setDimSource(dim, value, axis);
    }
    inputs[name] = tracer.tensor(value, shape, dtype);
  }
  return inputs;
}

function declareOutput(tracer: Tracer, spec: FunctionSpec, name: string, tensor: tf.Tensor): void {
  if (!(tensor instanceof tf.Tensor)) {
    throw new EngineError("INVALID_FUNCTION", `Output "${name}" of a function is not a tensor.`);
  }
  const isDynamic = spec.dynamicOutputs?.includes(name) === true;
  const shape = tensor.shape.map((dim, axis) =>
    axis === 0 && isDynamic ? `rows of ${name}` : tracer.graph.dims.describe(dim),
  );
  tracer.graph.output(tracer.full(tensor), toDType(tensor.dtype), shape, outputName(name));
}

function countNodes(graph: OnnxGraph): number {
  return graph.nodes.reduce(
    (count, node) => count + 1 + listSubgraphs(node).reduce((sum, subgraph) => sum + countNodes(subgraph), 0),
    0,
  );
}
