import { toDType } from "../eager/host-tensor.ts";
import { EngineError } from "../errors.ts";
import type { OnnxGraph } from "../onnx/graph.ts";
import { mergeOutputIdentities } from "../onnx/prune-graph.ts";
import type { GrowAxes, LoopBody, LoopResult, LoopStep } from "../ops/loop-state.ts";
import { checkLoopState } from "../ops/loop-state.ts";
import type { tf } from "../tf.ts";
import type { Tracer } from "./tracer.ts";

/** Records a loop as one ONNX Loop node whose body is traced once. */
export function recordLoop(
  tracer: Tracer,
  steps: number,
  body: LoopBody,
  initial: tf.Tensor[],
  growAxis: GrowAxes,
): LoopResult {
  const { graph } = tracer;
  const initialNames = initial.map((tensor) => tracer.full(tensor));
  let step: LoopStep | undefined;
  const bodyGraph = graph.body((inner) => {
    const iteration = graph.input(graph.newName("i"), "int64", []);
    const condition = graph.input(graph.newName("go"), "bool", []);
    const state = initial.map((tensor, index) => {
      const shape = describeShape(tracer, tensor, growAxis[index], `grown${index}`);
      const name = graph.input(graph.newName("s"), toDType(tensor.dtype), shape);
      return tracer.tensor(name, tensor.shape, toDType(tensor.dtype));
    });
    const counter = tracer.tensor(graph.cast(iteration, "int32"), [], "int32");
    step = body(counter, state);
    checkLoopState(initial, step.state, growAxis);
    recordBodyOutputs(tracer, step, condition, growAxis);
    mergeOutputIdentities(inner);
  });
  return recordLoopNode(tracer, steps, bodyGraph, initialNames, initial, step as LoopStep, growAxis);
}

function recordBodyOutputs(tracer: Tracer, step: LoopStep, condition: string, growAxis: GrowAxes): void {
  const { graph } = tracer;
  graph.output(step.proceed === undefined ? condition : proceedName(tracer, step.proceed), "bool", []);
  for (const [index, tensor] of step.state.entries()) {
    graph.output(
      tracer.full(tensor),
      toDType(tensor.dtype),
      describeShape(tracer, tensor, growAxis[index], `next${index}`),
    );
  }
  for (const tensor of step.stacked) {
    graph.output(tracer.full(tensor), toDType(tensor.dtype), describeShape(tracer, tensor, undefined, ""));
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

function recordLoopNode(
  tracer: Tracer,
  steps: number,
  bodyGraph: OnnxGraph,
  initialNames: readonly string[],
  initial: readonly tf.Tensor[],
  step: LoopStep,
  growAxis: GrowAxes,
): LoopResult {
  const { graph } = tracer;
  const inputs = [graph.int64([steps], []), graph.scalar(1, "bool"), ...initialNames];
  const outputs = graph.nodes(
    "Loop",
    inputs,
    { body: { graph: bodyGraph } },
    { outputs: initial.length + step.stacked.length, pinned: true },
  );
  const state = step.state.map((tensor, index) => {
    const grown = growAxis[index];
    const shape = tensor.shape.map((dim, axis) =>
      axis === grown ? grownSize(initial[index] as tf.Tensor, tensor, axis, steps) : dim,
    );
    return tracer.tensor(outputs[index] as string, shape, toDType(tensor.dtype));
  });
  const stackedNames = outputs.slice(initial.length);
  const iterations = step.proceed === undefined ? steps : symbolicIterations(tracer, stackedNames[0]);
  const stacked = step.stacked.map((tensor, index) =>
    tracer.tensor(stackedNames[index] as string, [iterations, ...tensor.shape], toDType(tensor.dtype)),
  );
  return { state, stacked };
}

/** The number of iterations of an early-exit loop is a symbolic dim read off its first stacked output. */
function symbolicIterations(tracer: Tracer, stacked: string | undefined): number {
  if (stacked === undefined) return 1;
  const { graph } = tracer;
  const symbol = graph.newName("iterations");
  const prime = graph.dims.primeOf(symbol);
  graph.setDimSource(symbol, stacked, 0);
  return prime;
}

function grownSize(before: tf.Tensor, after: tf.Tensor, axis: number, steps: number): number {
  const start = before.shape[axis] as number;
  return start + steps * ((after.shape[axis] as number) - start);
}

function describeShape(
  tracer: Tracer,
  tensor: tf.Tensor,
  grown: number | undefined,
  name: string,
): (number | string)[] {
  return tensor.shape.map((dim, axis) => (axis === grown ? name : tracer.graph.dims.describe(dim)));
}
