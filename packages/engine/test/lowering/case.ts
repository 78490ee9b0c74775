import type { HostTensor, tf } from "../../src/index.ts";

/** One use of a kernel: inputs by position, and the ops to run on them. */
export interface LoweringCase {
  readonly inputs: readonly HostTensor[];
  readonly run: (...inputs: tf.Tensor[]) => tf.Tensor | tf.Tensor[];
  /** Largest relative error, default 2e-6. */
  readonly tolerance?: number;
}

/** Cases by the kernel they are about. */
export type LoweringCases = Readonly<Record<string, readonly LoweringCase[]>>;
