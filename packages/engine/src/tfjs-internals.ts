import { tf } from "./tf.ts";

/** The few members of the tfjs engine that are not in its public types but that a backend needs. */
interface TfjsInternals {
  makeTensorFromTensorInfo(info: tf.TensorInfo, backend: tf.KernelBackend): tf.Tensor;
  runKernel(name: string, inputs: tf.NamedTensorMap, attributes: tf.NamedAttrMap): tf.Tensor | tf.Tensor[];
  readonly state: {
    readonly tensorInfo: WeakMap<
      object,
      { readonly backend: tf.KernelBackend; readonly shape: readonly number[] }
    >;
    readonly activeScope: { readonly name: string } | undefined;
    readonly gradientDepth: number;
  };
}

/** Returns the running tfjs engine with its internal members typed. */
export function tfjsInternals(): TfjsInternals {
  return tf.engine() as unknown as TfjsInternals;
}

/** Runs a kernel that is registered for the active backend only; returns its outputs. */
export function runCustomKernel(
  name: string,
  inputs: Readonly<Record<string, tf.Tensor>>,
  attributes: Readonly<Record<string, number | boolean>> = {},
): tf.Tensor[] {
  const result = tfjsInternals().runKernel(name, { ...inputs }, { ...attributes });
  return Array.isArray(result) ? result : [result];
}
