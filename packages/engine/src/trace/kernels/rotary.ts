import { CONTRIB_DOMAIN } from "../../onnx/encode-model.ts";
import type { tf } from "../../tf.ts";
import { registerLowering } from "../kernel-registry.ts";

/** x [B, H, T, hd], cos and sin [T, hd/2] -> [B, H, T, hd], positions 0..T-1. */
registerLowering<{ x: tf.TensorInfo; cos: tf.TensorInfo; sin: tf.TensorInfo }>(
  "Rotary",
  ({ x, cos, sin }, _attrs, tracer) => {
    const inputs = [tracer.full(x), tracer.graph.int64([0]), tracer.full(cos), tracer.full(sin)];
    return tracer.emit("RotaryEmbedding", inputs, x.shape, "float32", { interleaved: 0 }, CONTRIB_DOMAIN);
  },
);
