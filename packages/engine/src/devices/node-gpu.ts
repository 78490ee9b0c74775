import { createRequire } from "node:module";
import { EngineError } from "../errors.ts";

/** Optional package; it is named in a variable because its types need not be installed. */
const NODE_GPU_PACKAGE: string = "@tensorflow/tfjs-node-gpu";

/** Name under which it registers its backend. */
export const NODE_GPU_BACKEND = "tensorflow";

/** Returns why tfjs-node-gpu cannot be loaded without trying it, or an empty string. */
export function explainMissingNodeGpu(): string {
  try {
    createRequire(import.meta.url).resolve(NODE_GPU_PACKAGE);
    return "";
  } catch {
    return `${NODE_GPU_PACKAGE} is not installed; it is optional (npm install ${NODE_GPU_PACKAGE}@4.22.0 fetches libtensorflow).`;
  }
}

/** Loads tfjs-node-gpu; throws DEVICE_UNAVAILABLE, saying why, unless it computes on a GPU. */
export async function loadNodeGpu(): Promise<void> {
  const missing = explainMissingNodeGpu();
  if (missing !== "") throw new EngineError("DEVICE_UNAVAILABLE", missing);
  const { tf } = await import("../tf.ts");
  const active = tf.getBackend();
  try {
    await import(NODE_GPU_PACKAGE);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
    throw new EngineError("DEVICE_UNAVAILABLE", `${NODE_GPU_PACKAGE} could not be loaded: ${reason}`, {
      cause,
    });
  } finally {
    // Loading the package makes its backend the active one.
    if (active) tf.setBackend(active);
  }
  // The class is not in the types of tfjs-core.
  const backend = tf.findBackend(NODE_GPU_BACKEND) as { readonly isUsingGpuDevice?: boolean } | null;
  if (backend === null) {
    throw new EngineError(
      "DEVICE_UNAVAILABLE",
      `${NODE_GPU_PACKAGE} brought its own tfjs-core; install the version that matches ${tf.version_core}.`,
    );
  }
  if (backend.isUsingGpuDevice !== true) {
    throw new EngineError(
      "DEVICE_UNAVAILABLE",
      `${NODE_GPU_PACKAGE} is installed but found no CUDA device it can use.`,
    );
  }
}
