import { tf } from "../../src/index.ts";
import { randomFloats, randomInts } from "../support/random-arrays.ts";
import type { LoweringCases } from "./case.ts";

const X = randomFloats(20, [2, 3, 4]);
const Y = randomFloats(21, [2, 3, 4]);
const INT_X = randomInts(22, [2, 3, 4], -5, 6);
const ROW = randomFloats(23, [1, 4]);

/** Kernels that move elements without changing them, and constants. */
export const SHAPE_CASES: LoweringCases = {
  Reshape: [
    { inputs: [X], run: (x) => tf.reshape(x, [6, -1]) },
    { inputs: [ROW], run: (row) => tf.reshape(tf.broadcastTo(row, [3, 4]), [2, 6]) },
    { inputs: [X], run: (x) => tf.add(tf.reshape(x, [4, 6]), tf.reshape(tf.range(0, 24), [4, 6])) },
  ],
  ExpandDims: [
    { inputs: [X], run: (x) => tf.expandDims(x, 1) },
    { inputs: [X], run: (x) => tf.expandDims(x, -1) },
  ],
  Transpose: [
    { inputs: [X], run: (x) => tf.transpose(x, [2, 0, 1]) },
    { inputs: [X], run: (x) => tf.transpose(x) },
    { inputs: [X], run: (x) => tf.add(x, tf.transpose(tf.ones([4, 3, 2]))) },
  ],
  Slice: [
    { inputs: [X], run: (x) => tf.slice(x, [0, 1, 2], [2, 2, -1]) },
    { inputs: [INT_X], run: (x) => tf.slice(x, [1], [1]) },
    {
      inputs: [X],
      run: (x) => tf.add(tf.slice(x, [0, 0, 0], [2, 1, 4]), tf.slice(tf.ones([5, 4]), [1, 0], [1, 4])),
    },
  ],
  Concat: [
    { inputs: [X, Y], run: (x, y) => tf.concat([x, y], 1) },
    { inputs: [X, Y], run: (x, y) => tf.concat([x, y, tf.zeros([2, 3, 2])], -1) },
    { inputs: [X], run: (x) => tf.concat([x, tf.zeros([2, 0, 4])], 1) },
    { inputs: [ROW, X], run: (row, x) => tf.concat([tf.broadcastTo(row, [2, 3, 4]), x], 0) },
  ],
  SplitV: [
    { inputs: [X], run: (x) => tf.split(x, 2, -1) },
    { inputs: [X], run: (x) => tf.split(x, [1, 2], 1) },
    {
      inputs: [X],
      run: (x) => tf.split(tf.onesLike(x), 2, 0).map((part) => tf.mul(part, tf.slice(x, [0], [1]))),
    },
  ],
  Pack: [
    { inputs: [X, Y], run: (x, y) => tf.stack([x, y], 1) },
    { inputs: [X, Y], run: (x, y) => tf.stack([x, y], -1) },
  ],
  Unpack: [
    { inputs: [X], run: (x) => tf.unstack(x, 1) },
    { inputs: [X], run: (x) => tf.unstack(x, -1) },
  ],
  Tile: [
    { inputs: [X], run: (x) => tf.tile(x, [1, 2, 3]) },
    { inputs: [ROW, X], run: (row, x) => tf.mul(tf.tile(row, [3, 1]), x) },
    { inputs: [ROW], run: (row) => tf.tile(row, [3, 1]) },
    { inputs: [X], run: (x) => tf.add(x, tf.tile(tf.tensor1d([1, 2]), [2])) },
  ],
  PadV2: [
    {
      inputs: [X],
      run: (x) =>
        tf.pad(x, [
          [0, 1],
          [2, 0],
          [0, 0],
        ]),
    },
    {
      inputs: [INT_X],
      run: (x) =>
        tf.pad(
          x,
          [
            [1, 1],
            [0, 0],
            [0, 2],
          ],
          7,
        ),
    },
  ],
  Reverse: [
    { inputs: [X], run: (x) => tf.reverse(x, [0, -1]) },
    { inputs: [INT_X], run: (x) => tf.reverse(x) },
  ],
  Fill: [
    { inputs: [X], run: (x) => tf.add(x, tf.fill([3, 4], 2.5)) },
    { inputs: [INT_X], run: (x) => tf.concat([x, tf.fill([2, 3, 1], 3, "int32")], 2) },
  ],
  ZerosLike: [{ inputs: [X], run: (x) => tf.concat([x, tf.zerosLike(x)], 0) }],
  OnesLike: [{ inputs: [INT_X], run: (x) => tf.concat([x, tf.onesLike(x)], 0) }],
  Range: [
    { inputs: [X], run: (x) => tf.add(x, tf.range(0, 4)) },
    { inputs: [INT_X], run: (x) => tf.add(x, tf.range(7, -1, -2, "int32")) },
  ],
};
