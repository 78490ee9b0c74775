import { EngineError } from "../errors.ts";
import type { DType, HostTensor } from "../tensor-types.ts";
import { tf } from "../tf.ts";

/** Returns a tensor on the active backend holding a copy of the host values; the caller disposes it. */
export function uploadTensor(host: HostTensor): tf.Tensor {
  return tf.tensor(host.data.slice(), [...host.shape], host.dtype);
}

/** Returns a host copy of a tensor. */
export async function downloadTensor(tensor: tf.Tensor): Promise<HostTensor> {
  const values = await tensor.data();
  return {
    shape: [...tensor.shape],
    dtype: toDType(tensor.dtype),
    data: values.slice() as HostTensor["data"],
  };
}

/** Returns a tfjs element type as one of ours; throws INVALID_FUNCTION for strings and complex numbers. */
export function toDType(dtype: string): DType {
  if (dtype === "float32" || dtype === "int32" || dtype === "bool") return dtype;
  throw new EngineError(
    "INVALID_FUNCTION",
    `Tensors of type ${dtype} are not supported; use float32, int32 or bool.`,
  );
}
