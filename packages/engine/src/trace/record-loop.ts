import { toDType } from "../eager/host-tensor.ts";
import { EngineError } from "../errors.ts";
import type { OnnxGraph } from "../onnx/graph.ts";
import { mergeOutputIdentities } from "../onnx/prune-graph.ts";
import type { GrowAxes, LoopBody, LoopResult, LoopStep } from "../ops/loop-state.ts";
import { checkLoopState } from "../ops/loop-state.ts";
import type { tf } from "../tf.ts";
import type { Tracer } from "./tracer.ts";

/** What a loop is recorded from. */
interface LoopCall {
  readonly steps: number;
  readonly body: LoopBody;
  readonly initial: readonly tf.Tensor[];
  readonly growAxis: GrowAxes;
}

/** Records a loop as one ONNX Loop node whose body is traced once. */
export function recordLoop(tracer: Tracer, call: LoopCall): LoopResult {
  const { graph } = tracer;
  const { steps, initial } = call;
  const initialNames = initial.map((tensor) => tracer.full(tensor));
  const { step, bodyGraph } = recordBody(tracer, call);
  const inputs = [graph.int64([steps], []), graph.scalar(1, "bool"), ...initialNames];
  const count = initial.length + step.stacked.length;
  const outputs = graph.nodes(
    "Loop",
    inputs,
    { body: { graph: bodyGraph } },
    { outputs: count, pinned: true },
  );
  const stackedNames = outputs.slice(initial.length);
  const iterations = step.proceed === undefined ? steps : measure(tracer, stackedNames[0], 0);
  return {
    state: recordFinalState(tracer, call, step, outputs),
    stacked: step.stacked.map((tensor, index) =>
      tracer.tensor(stackedNames[index] as string, [iterations, ...tensor.shape], toDType(tensor.dtype)),
    ),
  };
}

function recordBody(
  tracer: Tracer,
  { body, initial, growAxis }: LoopCall,
): { step: LoopStep; bodyGraph: OnnxGraph } {
  const { graph } = tracer;
  let step: LoopStep | undefined;
  const bodyGraph = graph.body((inner) => {
    const iteration = graph.input(graph.newName("i"), "int64", []);
    const condition = graph.input(graph.newName("go"), "bool", []);
    const state = recordState(tracer, initial, growAxis);
    step = body(tracer.tensor(graph.cast(iteration, "int32"), [], "int32"), [...state]);
    checkLoopState(initial, step.state, growAxis);
    checkEqualGrowth(initial, step.state, growAxis);
    graph.output(step.proceed === undefined ? condition : proceedName(tracer, step.proceed), "bool", []);
    for (const tensor of [...step.state, ...step.stacked]) {
      graph.output(tracer.full(tensor), toDType(tensor.dtype), describeShape(tracer, tensor.shape));
    }
    mergeOutputIdentities(inner);
  });
  return { step: step as LoopStep, bodyGraph };
}

/**
 * Declares the state inside the body. A growing axis is a symbolic dim there, one for all tensors that start with the
 * same size, so that keys and values of a cache still fit each other.
 */
function recordState(tracer: Tracer, initial: readonly tf.Tensor[], growAxis: GrowAxes): tf.Tensor[] {
  const { graph } = tracer;
  const symbols = new Map<number, string>();
  return initial.map((tensor, index) => {
    const axis = growAxis[index];
    const shape = [...tensor.shape];
    if (axis !== undefined) {
      const start = shape[axis] as number;
      const symbol = symbols.get(start) ?? graph.newName("grown");
      symbols.set(start, symbol);
      shape[axis] = graph.dims.primeOf(symbol);
    }
    const dtype = toDType(tensor.dtype);
    const name = graph.input(graph.newName("s"), dtype, describeShape(tracer, shape));
    if (axis !== undefined)
      graph.setDimSource(symbols.get(tensor.shape[axis] as number) as string, name, axis);
    return tracer.tensor(name, shape, dtype);
  });
}

/** Tensors that share a symbolic size must keep sharing it. */
function checkEqualGrowth(
  initial: readonly tf.Tensor[],
  next: readonly tf.Tensor[],
  growAxis: GrowAxes,
): void {
  const sizes = new Map<number, number>();
  for (const [index, tensor] of initial.entries()) {
    const axis = growAxis[index];
    if (axis === undefined) continue;
    const start = tensor.shape[axis] as number;
    const size = (next[index] as tf.Tensor).shape[axis] as number;
    if (size !== (sizes.get(start) ?? size)) {
      throw new EngineError(
        "INVALID_LOOP",
        "State tensors that begin with the same size along their growing axis must grow by the same amount.",
      );
    }
    sizes.set(start, size);
  }
}

function proceedName(tracer: Tracer, proceed: tf.Tensor): string {
  if (proceed.dtype !== "bool" || proceed.size !== 1) {
    throw new EngineError(
      "INVALID_LOOP",
      `proceed must be one bool, not ${proceed.dtype} [${proceed.shape}].`,
    );
  }
  return tracer.full(tracer.reshape(proceed, []));
}

/** The state after the loop; grown axes have sizes that only the run tells. */
function recordFinalState(
  tracer: Tracer,
  { initial, growAxis }: LoopCall,
  step: LoopStep,
  outputs: readonly string[],
) {
  const sizes = new Map<number, number>();
  return step.state.map((tensor, index) => {
    const axis = growAxis[index];
    const name = outputs[index] as string;
    const shape = [...tensor.shape];
    if (axis !== undefined) {
      const start = (initial[index] as tf.Tensor).shape[axis] as number;
      const size = sizes.get(start) ?? measure(tracer, name, axis);
      sizes.set(start, size);
      shape[axis] = size;
    }
    return tracer.tensor(name, shape, toDType(tensor.dtype));
  });
}

/** Makes the size of a value along an axis a symbolic dim and returns the number that stands for it. */
function measure(tracer: Tracer, value: string | undefined, axis: number): number {
  if (value === undefined) return 1;
  const { graph } = tracer;
  const symbol = graph.newName("measured");
  const prime = graph.dims.primeOf(symbol);
  graph.setDimSource(symbol, value, axis);
  return prime;
}

function describeShape(tracer: Tracer, shape: readonly number[]): (number | string)[] {
  return shape.map((dim) => tracer.graph.dims.describe(dim));
}
