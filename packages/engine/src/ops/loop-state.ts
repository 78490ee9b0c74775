import { EngineError } from "../errors.ts";
import type { tf } from "../tf.ts";

/** What one iteration returns. */
export interface LoopStep {
  /** Next state, one tensor per initial tensor. */
  readonly state: tf.Tensor[];
  /** Values of this iteration, stacked over iterations along a new first axis. */
  readonly stacked: tf.Tensor[];
  /** Bool scalar: whether to go on. Left out: all steps are run. */
  readonly proceed?: tf.Tensor;
}

/** What a loop returns: the last state and the stacked values [iterations run, ...]. */
export interface LoopResult {
  readonly state: tf.Tensor[];
  readonly stacked: tf.Tensor[];
}

/** Body of a loop: gets the iteration as an int32 scalar and the current state. */
export type LoopBody = (iteration: tf.Tensor, state: tf.Tensor[]) => LoopStep;

/** Axis along which each state tensor grows, if any. */
export type GrowAxes = readonly (number | undefined)[];

/** Throws INVALID_LOOP unless the next state has the element types and, apart from growing axes, the shapes of the first. */
export function checkLoopState(
  initial: readonly tf.Tensor[],
  next: readonly tf.Tensor[],
  growAxis: GrowAxes,
): void {
  if (next.length !== initial.length) {
    throw new EngineError(
      "INVALID_LOOP",
      `The loop body returned ${next.length} state tensors for ${initial.length}.`,
    );
  }
  for (const [index, before] of initial.entries()) {
    const after = next[index] as tf.Tensor;
    const fits =
      after.dtype === before.dtype &&
      after.shape.length === before.shape.length &&
      after.shape.every((dim, axis) => axis === growAxis[index] || dim === before.shape[axis]);
    if (!fits) {
      throw new EngineError(
        "INVALID_LOOP",
        `State tensor ${index} went into the loop body as ${before.dtype} [${before.shape}] and came out as ${after.dtype} [${after.shape}]; name a growing axis in growAxis.`,
      );
    }
  }
}
