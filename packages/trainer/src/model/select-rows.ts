import { tf } from "@touchstone/engine";

/**
 * Returns the rows of x at `picked`, each at most once, with a gradient that is a gather as well: `places` says for
 * every row of x where it went, M for nowhere.
 *
 * x [N, D], picked int32 [M], places int32 [N] -> [M, D]
 */
export function selectRows(x: tf.Tensor, picked: tf.Tensor, places: tf.Tensor): tf.Tensor {
  const width = x.shape[1] as number;
  const select = tf.customGrad((...args) => {
    const [rows] = args as unknown as [tf.Tensor];
    return {
      value: tf.gather(rows, picked as tf.Tensor1D),
      gradFunc: (dy: tf.Tensor) => tf.gather(tf.concat([dy, tf.zeros([1, width])], 0), places as tf.Tensor1D),
    };
  });
  return select(x);
}
