import { cachedAttention, rmsNorm, rope, tf } from "../../src/index.ts";
import { floats, ints, randomFloats, randomInts } from "../support/random-arrays.ts";
import type { LoweringCase, LoweringCases } from "./case.ts";

const TABLE = randomFloats(50, [9, 4]);
const IDS = randomInts(51, [6], 0, 9);
const ROWS = randomFloats(52, [6, 4]);

const HEAD_SIZE = 16;
const angles = randomFloats(60, [8, HEAD_SIZE / 2], -3, 3);
const COS = { ...angles, data: (angles.data as Float32Array).map(Math.cos) };
const SIN = { ...angles, data: (angles.data as Float32Array).map(Math.sin) };

/** Attention over a prompt and, with a cache, one step. Outputs at padding are not compared. */
function attentionCases(heads: number, kvHeads: number, headSize: number): LoweringCase[] {
  const half = headSize / 2;
  const table = (source: typeof COS) => ({
    ...source,
    shape: [8, half],
    data: source.data.slice(0, 8 * half),
  });
  const width = heads * headSize;
  const kvWidth = kvHeads * headSize;
  const weights = [
    randomFloats(61, [3, 5, width]),
    randomFloats(62, [3, 5, kvWidth]),
    randomFloats(63, [3, 5, kvWidth]),
  ];
  const step = [
    randomFloats(64, [3, 1, width]),
    randomFloats(65, [3, 1, kvWidth]),
    randomFloats(66, [3, 1, kvWidth]),
  ];
  const lengths = ints([3], [5, 2, 1]);
  const sizes = { heads, kvHeads };
  const prefill = (
    query: tf.Tensor,
    key: tf.Tensor,
    value: tf.Tensor,
    cos: tf.Tensor,
    sin: tf.Tensor,
    rowLengths: tf.Tensor,
  ) =>
    cachedAttention({
      query,
      key,
      value,
      lengths: rowLengths,
      total: tf.tensor1d([5], "int32"),
      cos,
      sin,
      ...sizes,
    });
  return [
    {
      inputs: [...weights, table(COS), table(SIN), lengths],
      run: (query, key, value, cos, sin, rowLengths) => {
        const { output, keys, values } = prefill(
          query as tf.Tensor,
          key as tf.Tensor,
          value as tf.Tensor,
          cos as tf.Tensor,
          sin as tf.Tensor,
          rowLengths as tf.Tensor,
        );
        const isToken = tf.less(tf.range(0, 5, 1, "int32"), tf.reshape(rowLengths as tf.Tensor, [3, 1])); // [3, 5]
        return [tf.mul(output, tf.cast(tf.reshape(isToken, [3, 5, 1]), "float32")), keys, values];
      },
    },
    {
      inputs: [...weights, ...step, table(COS), table(SIN), lengths],
      run: (...all) => {
        const [query, key, value, nextQuery, nextKey, nextValue, cos, sin, rowLengths] = all as [
          tf.Tensor,
          tf.Tensor,
          tf.Tensor,
          tf.Tensor,
          tf.Tensor,
          tf.Tensor,
          tf.Tensor,
          tf.Tensor,
          tf.Tensor,
        ];
        const past = prefill(query, key, value, cos, sin, rowLengths);
        const { output, keys } = cachedAttention({
          query: nextQuery,
          key: nextKey,
          value: nextValue,
          pastKey: past.keys,
          pastValue: past.values,
          lengths: tf.add(rowLengths, tf.scalar(1, "int32")),
          total: tf.scalar(6, "int32"),
          cos,
          sin,
          ...sizes,
        });
        return [output, tf.slice(keys, [0, 0, 0, 0], [3, kvHeads, 2, headSize])];
      },
    },
  ];
}

/** Kernels that read and write at indices, and the kernels of this package. */
export const INDEXING_CASES: LoweringCases = {
  GatherV2: [
    { inputs: [TABLE, IDS], run: (x, ids) => tf.gather(x, ids as tf.Tensor1D) },
    { inputs: [TABLE, randomInts(53, [2, 3], 0, 4)], run: (x, ids) => tf.gather(x, ids as tf.Tensor2D, 1) },
    { inputs: [TABLE, ints([], [3])], run: (x, ids) => tf.gather(x, ids as tf.Scalar) },
    { inputs: [ROWS, randomInts(54, [6, 2], 0, 4)], run: (x, ids) => tf.gather(x, ids as tf.Tensor2D, 1, 1) },
    {
      inputs: [randomInts(55, [6, 4], -9, 9), randomInts(54, [6, 2], 0, 4)],
      run: (x, ids) => tf.gather(x, ids as tf.Tensor2D, 1, 1),
    },
  ],
  GatherNd: [{ inputs: [TABLE, ints([3, 2], [0, 1, 8, 3, 4, 0])], run: (x, ids) => tf.gatherND(x, ids) }],
  OneHot: [
    { inputs: [IDS], run: (ids) => tf.oneHot(ids as tf.Tensor1D, 9) },
    { inputs: [IDS], run: (ids) => tf.oneHot(ids as tf.Tensor1D, 4, 2, -1, "float32") },
    {
      inputs: [randomInts(56, [2, 3], 0, 5)],
      run: (ids) => tf.cast(tf.oneHot(ids as tf.Tensor2D, 5), "float32"),
    },
  ],
  UnsortedSegmentSum: [
    { inputs: [ROWS, IDS], run: (x, ids) => tf.unsortedSegmentSum(x, ids as tf.Tensor1D, 9) },
    { inputs: [ROWS, IDS], run: (x, ids) => tf.unsortedSegmentSum(x, ids as tf.Tensor1D, 300) },
    {
      inputs: [randomInts(57, [6, 4], -9, 9), IDS],
      run: (x, ids) => tf.unsortedSegmentSum(x, ids as tf.Tensor1D, 9),
    },
    {
      inputs: [randomFloats(58, [6, 2, 3]), IDS],
      run: (x, ids) => tf.unsortedSegmentSum(x, ids as tf.Tensor1D, 9),
    },
  ],
  ScatterNd: [
    {
      inputs: [ints([4, 1], [2, 0, 2, 5]), randomFloats(59, [4, 3])],
      run: (ids, x) => tf.scatterND(ids, x, [7, 3]),
    },
    {
      inputs: [ints([3, 2], [0, 1, 2, 3, 0, 1]), floats([3], [1, 2, 3])],
      run: (ids, x) => tf.scatterND(ids, x, [3, 4]),
    },
  ],
  TensorScatterUpdate: [
    {
      inputs: [TABLE, ints([2, 1], [3, 7]), randomFloats(67, [2, 4])],
      run: (x, ids, updates) => tf.tensorScatterUpdate(x, ids, updates),
    },
  ],
  RmsNorm: [{ inputs: [ROWS, randomFloats(68, [4], 0.5, 1.5)], run: (x, gain) => rmsNorm(x, gain, 1e-5) }],
  Rotary: [
    { inputs: [randomFloats(69, [2, 3, 8, HEAD_SIZE]), COS, SIN], run: (x, cos, sin) => rope(x, cos, sin) },
  ],
  CachedAttention: [
    ...attentionCases(4, 2, HEAD_SIZE),
    ...attentionCases(3, 3, 8),
    ...attentionCases(2, 1, HEAD_SIZE),
  ],
};
