import { tf } from "../tf.ts";

/** Name under which the recording backend is registered with tfjs. */
export const TRACE_BACKEND = "onnx-trace";

/** Whether ops are being recorded instead of computed. */
export function isTracing(): boolean {
  return tf.getBackend() === TRACE_BACKEND;
}
