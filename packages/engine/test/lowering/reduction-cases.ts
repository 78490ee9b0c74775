import { tf } from "../../src/index.ts";
import { randomBools, randomFloats, randomInts } from "../support/random-arrays.ts";
import type { LoweringCase, LoweringCases } from "./case.ts";

const X = randomFloats(30, [3, 4, 5], -2, 2);
const INT_X = randomInts(31, [3, 4, 5], -5, 6);
const MASK = randomBools(32, [3, 4, 5]);
const MATRIX = randomFloats(33, [6, 7], -3, 3);

type Reduce = (x: tf.Tensor, axis?: number | number[], keepDims?: boolean) => tf.Tensor;

const reductions = (op: Reduce, x = X): LoweringCase[] => [
  { inputs: [x], run: (t) => op(t) },
  { inputs: [x], run: (t) => op(t, -1) },
  { inputs: [x], run: (t) => op(t, [0, 2], true) },
];

/** Kernels that combine elements along axes, and matrix products. */
export const REDUCTION_CASES: LoweringCases = {
  Sum: [
    ...reductions(tf.sum),
    ...reductions(tf.sum, INT_X),
    ...reductions(tf.sum, MASK),
    { inputs: [X], run: (x) => tf.mul(x, tf.sum(tf.fill([3, 5], 0.25), 0)) },
    { inputs: [MATRIX], run: (x) => tf.sum(tf.broadcastTo(tf.slice(x, [0], [1]), [6, 7]), 0) },
  ],
  Mean: [...reductions(tf.mean), { inputs: [INT_X], run: (x) => tf.mean(x, 1) }],
  Max: [...reductions(tf.max), ...reductions(tf.max, INT_X)],
  Min: [...reductions(tf.min), ...reductions(tf.min, INT_X)],
  Prod: reductions(tf.prod),
  All: reductions(tf.all, MASK),
  Any: reductions(tf.any, MASK),
  ArgMax: [
    { inputs: [X], run: (x) => tf.argMax(x, -1) },
    { inputs: [X], run: (x) => tf.argMax(x, 0) },
    { inputs: [INT_X], run: (x) => tf.argMax(x, 1) },
  ],
  ArgMin: [{ inputs: [X], run: (x) => tf.argMin(x, 1) }],
  Softmax: [
    { inputs: [X], run: (x) => tf.softmax(x) },
    { inputs: [X], run: (x) => tf.softmax(tf.mul(x, 30)) },
  ],
  Cumsum: [
    { inputs: [X], run: (x) => tf.cumsum(x, 1) },
    { inputs: [X], run: (x) => tf.cumsum(x, -1, true) },
    { inputs: [INT_X], run: (x) => tf.cumsum(x, 0, true, true) },
  ],
  TopK: [
    {
      inputs: [MATRIX],
      run: (x) => {
        const { values, indices } = tf.topk(x, 3);
        return [values, indices];
      },
    },
  ],
  BatchMatMul: [
    { inputs: [MATRIX, randomFloats(34, [7, 5])], run: (a, b) => tf.matMul(a, b) },
    { inputs: [MATRIX, randomFloats(35, [6, 5])], run: (a, b) => tf.matMul(a, b, true) },
    { inputs: [MATRIX, randomFloats(36, [5, 7])], run: (a, b) => tf.matMul(a, b, false, true) },
    { inputs: [MATRIX, randomFloats(37, [5, 6])], run: (a, b) => tf.matMul(a, b, true, true) },
    {
      inputs: [randomFloats(38, [2, 3, 3, 4]), randomFloats(39, [1, 1, 4, 5])],
      run: (a, b) => tf.matMul(a, b),
    },
    { inputs: [X, randomFloats(40, [3, 6, 5])], run: (a, b) => tf.matMul(a, b, false, true) },
    { inputs: [MATRIX], run: (a) => tf.matMul(a, tf.ones([7, 2])) },
  ],
};
