// The umbrella package registers every gradient and chained op on the tfjs-core that is exported below; the Node
// bundle of tfjs-core alone registers none.
import "@tensorflow/tfjs";
import "@tensorflow/tfjs-backend-cpu";
import * as tf from "@tensorflow/tfjs-core";

// Production mode only silences the banner that advises installing a native backend and skips debug-only checks.
tf.env().set("PROD", true);

// Without a choice tfjs would fall back to whichever backend was registered last.
if (!tf.getBackend()) tf.setBackend("cpu");

repairCpuCumsum();

/** tfjs 4.22 cpu returns an empty result for a cumsum over a negative axis, without an error. */
function repairCpuCumsum(): void {
  const kernel = tf.getKernel("Cumsum", "cpu");
  tf.unregisterKernel("Cumsum", "cpu");
  tf.registerKernel({
    ...kernel,
    kernelFunc: (call) => {
      const rank = (call.inputs as tf.CumsumInputs).x?.shape.length ?? 0;
      const { axis, ...rest } = call.attrs as unknown as tf.CumsumAttrs;
      return kernel.kernelFunc({ ...call, attrs: { ...rest, axis: axis < 0 ? axis + rank : axis } });
    },
  });
}

export { tf };
