import { EngineError } from "../errors.ts";
import { tf } from "../tf.ts";
import { tfjsInternals } from "../tfjs-internals.ts";
import { isTracing } from "../trace/is-tracing.ts";
import { recordLoop } from "../trace/record-loop.ts";
import { traceBackend } from "../trace/trace-backend.ts";
import type { GrowAxes, LoopBody, LoopResult, LoopStep } from "./loop-state.ts";
import { checkLoopState } from "./loop-state.ts";

/**
 * Repeats `body` up to `steps` times inside the function (one ONNX Loop when traced); it has no gradient.
 *
 * The body may use tensors from outside, and every iteration must return state of the same shapes. A state tensor
 * that grows by concatenation names the growing axis in `growAxis` (by index of `initial`); it may start empty, and
 * tensors that start with the same size must grow alike. The size of a growing axis is a symbolic dim when traced.
 * At least one iteration is run; `proceed` false ends the loop after the iteration that returned it, and the stacked
 * values are then shorter than `steps`: name the outputs made of them in `dynamicOutputs`.
 * Throws INVALID_LOOP for a body that breaks these rules.
 */
export function loop(
  steps: number,
  body: LoopBody,
  initial: tf.Tensor[],
  growAxis: GrowAxes = [],
): LoopResult {
  if (!Number.isSafeInteger(steps) || steps < 1) {
    throw new EngineError(
      "INVALID_LOOP",
      `A loop needs a whole number of steps of at least 1, not ${steps}.`,
    );
  }
  if (tfjsInternals().state.gradientDepth > 0) {
    throw new EngineError(
      "INVALID_LOOP",
      "A loop has no gradient; call it outside tf.grads and tf.valueAndGrads.",
    );
  }
  if (isTracing()) return recordLoop(traceBackend.tracer, { steps, body, initial, growAxis });
  return loopEagerly(steps, body, initial, growAxis);
}

function loopEagerly(steps: number, body: LoopBody, initial: tf.Tensor[], growAxis: GrowAxes): LoopResult {
  let state = initial;
  const collected: tf.Tensor[][] = [];
  for (let iteration = 0; iteration < steps; iteration++) {
    const previous = state;
    const step = tf.tidy(
      () => body(tf.scalar(iteration, "int32"), [...previous]) as unknown as tf.TensorContainerObject,
    );
    const { state: next, stacked, proceed } = step as unknown as LoopStep;
    checkLoopState(initial, next, growAxis);
    collected.push(stacked);
    state = next;
    disposeExcept(previous, [...initial, ...next, ...collected.flat()]);
    if (proceed !== undefined && proceed.dataSync()[0] === 0) break;
  }
  const width = (collected[0] as tf.Tensor[]).length;
  const stacked = Array.from({ length: width }, (_, index) =>
    tf.stack(collected.map((row) => row[index] as tf.Tensor)),
  );
  disposeExcept(collected.flat(), [...initial, ...state]);
  return { state, stacked };
}

function disposeExcept(tensors: readonly tf.Tensor[], kept: readonly tf.Tensor[]): void {
  const keptSet = new Set(kept);
  for (const tensor of tensors) {
    if (!keptSet.has(tensor) && !tensor.isDisposed) tensor.dispose();
  }
}
