import { tf } from "../../src/index.ts";
import { floats, ints, randomBools, randomFloats, randomInts } from "../support/random-arrays.ts";
import type { LoweringCase, LoweringCases } from "./case.ts";

const A = randomFloats(1, [3, 4], -2, 2);
const B = randomFloats(2, [3, 4], -2, 2);
const ROW = randomFloats(3, [4], -2, 2);
const COLUMN = randomFloats(4, [3, 1], -2, 2);
const INT_A = randomInts(5, [3, 4], -9, 10);
const INT_B = randomInts(6, [3, 4], 1, 6);
const SMALL_INTS = randomInts(7, [3, 4], 0, 3);
const MASK_A = randomBools(8, [3, 4]);
const MASK_B = randomBools(9, [3, 4]);

type Binary = (a: tf.Tensor, b: tf.Tensor) => tf.Tensor;

/** A float op on equal, broadcast and one-sided constant operands. */
function arithmetic(op: Binary, left = A, right = B): LoweringCase[] {
  return [
    { inputs: [left, right], run: op },
    { inputs: [left, { ...right, shape: [4], data: right.data.slice(0, 4) }], run: op },
    {
      inputs: [
        { ...left, shape: [3, 1], data: left.data.slice(0, 3) },
        { ...right, shape: [4], data: right.data.slice(0, 4) },
      ],
      run: op,
    },
    { inputs: [left], run: (a) => op(a, tf.scalar(1.5)) },
    { inputs: [right], run: (b) => op(tf.scalar(1.5), b) },
    { inputs: [left], run: (a) => op(a, tf.tensor1d([0.5, 1, 2, 3])) },
    { inputs: [left], run: (a) => op(a, tf.ones([3, 4])) },
    { inputs: [left], run: (a) => tf.add(a, op(tf.fill([3, 1], 2), tf.fill([4], 3))) },
  ];
}

const integer = (op: Binary, b = INT_B): LoweringCase => ({ inputs: [INT_A, b], run: op });
const unary = (op: (x: tf.Tensor) => tf.Tensor, x = A): LoweringCase[] => [
  { inputs: [x], run: op },
  { inputs: [{ ...x, shape: [3, 1], data: x.data.slice(0, 3) }], run: (y) => op(tf.broadcastTo(y, [3, 4])) },
];
const comparison = (op: Binary): LoweringCase[] => [
  { inputs: [SMALL_INTS, INT_B], run: op },
  { inputs: [A, COLUMN], run: op },
  { inputs: [A, ROW], run: (a, row) => op(tf.round(a), tf.round(row)) },
];
const logical = (op: Binary): LoweringCase[] => [{ inputs: [MASK_A, MASK_B], run: op }];

const POSITIVE = randomFloats(10, [3, 4], 0.1, 4);
const WIDE = floats([3, 4], [-100, -20, -3, -0.5, -1e-6, 0, 1e-6, 0.5, 2.5, 3.5, 20, 100]);
const TINY = floats([3, 4], [-0.5, -1e-3, -1e-6, -1e-9, 0, 1e-9, 1e-6, 1e-3, 0.5, 1, 3, 8]);
const SPECIAL = floats(
  [3, 4],
  [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 1, 2, 3, 4, -1, -2, -3, -4],
);

/** Kernels that act on each element. */
export const ELEMENTWISE_CASES: LoweringCases = {
  Add: [...arithmetic(tf.add), integer(tf.add)],
  Sub: [...arithmetic(tf.sub), integer(tf.sub)],
  Multiply: [...arithmetic(tf.mul), integer(tf.mul)],
  RealDiv: arithmetic(tf.div, A, POSITIVE),
  Maximum: [...arithmetic(tf.maximum), integer(tf.maximum)],
  Minimum: [...arithmetic(tf.minimum), integer(tf.minimum)],
  Pow: [...arithmetic(tf.pow, POSITIVE, B), integer((_, b) => tf.pow(b, tf.scalar(3, "int32")))],
  SquaredDifference: [...arithmetic(tf.squaredDifference), integer(tf.squaredDifference)],
  FloorDiv: [
    integer(tf.floorDiv),
    integer((a, b) => tf.floorDiv(a, tf.neg(b))),
    { inputs: [ints([2, 1], [-7, 7]), ints([2], [2, -2])], run: tf.floorDiv },
    { inputs: [ints([], [-7]), ints([], [2])], run: tf.floorDiv },
  ],
  Mod: [
    integer(tf.mod),
    integer((a, b) => tf.mod(a, tf.neg(b))),
    { inputs: [A, POSITIVE], run: tf.mod },
    { inputs: [A, POSITIVE], run: (a, b) => tf.mod(a, tf.neg(b)) },
  ],
  Equal: [...comparison(tf.equal), ...logical(tf.equal)],
  NotEqual: comparison(tf.notEqual),
  Greater: comparison(tf.greater),
  GreaterEqual: comparison(tf.greaterEqual),
  Less: comparison(tf.less),
  LessEqual: comparison(tf.lessEqual),
  LogicalAnd: logical(tf.logicalAnd),
  LogicalOr: logical(tf.logicalOr),
  LogicalNot: [{ inputs: [MASK_A], run: (mask) => tf.logicalNot(mask) }],
  AddN: [
    { inputs: [A, B, A], run: (...all) => tf.addN(all) },
    { inputs: [A], run: (a) => tf.addN([a]) },
  ],
  Select: [
    { inputs: [MASK_A, A, B], run: (mask, a, b) => tf.where(mask, a, b) },
    { inputs: [MASK_A, INT_A], run: (mask, a) => tf.where(mask, a, tf.scalar(0, "int32")) },
    { inputs: [COLUMN, A, ROW], run: (column, a, row) => tf.where(tf.greater(column, 0), a, row) },
  ],
  Neg: [...unary(tf.neg, WIDE), { inputs: [INT_A], run: (a) => tf.neg(a) }],
  Abs: [...unary(tf.abs, WIDE), { inputs: [INT_A], run: (a) => tf.abs(a) }],
  Sign: unary(tf.sign, WIDE),
  Exp: unary(tf.exp),
  Expm1: unary(tf.expm1, TINY),
  Log: unary(tf.log, POSITIVE),
  Log1p: unary(tf.log1p, TINY),
  Sqrt: unary(tf.sqrt, POSITIVE),
  Rsqrt: unary(tf.rsqrt, POSITIVE),
  Square: [...unary(tf.square), { inputs: [INT_A], run: (a) => tf.square(a) }],
  Reciprocal: unary(tf.reciprocal, POSITIVE),
  Sigmoid: unary(tf.sigmoid, WIDE),
  Tanh: unary(tf.tanh, WIDE),
  Relu: unary(tf.relu, WIDE),
  Erf: unary(tf.erf, A),
  Softplus: unary(tf.softplus, A),
  Sin: unary(tf.sin),
  Cos: unary(tf.cos),
  Floor: unary(tf.floor, WIDE),
  Ceil: unary(tf.ceil, WIDE),
  Round: unary(tf.round, WIDE),
  IsNan: unary(tf.isNaN, SPECIAL),
  IsInf: unary(tf.isInf, SPECIAL),
  IsFinite: unary(tf.isFinite, SPECIAL),
  Step: [...unary((x) => tf.step(x), WIDE), ...unary((x) => tf.step(x, 0.25), WIDE)],
  ClipByValue: [
    ...unary((x) => tf.clipByValue(x, -1, 2), WIDE),
    { inputs: [INT_A], run: (a) => tf.clipByValue(a, -2, 3) },
  ],
  Identity: [{ inputs: [A], run: (a) => tf.clone(a) }],
  Cast: [
    { inputs: [WIDE], run: (x) => tf.cast(x, "int32") },
    { inputs: [WIDE], run: (x) => tf.cast(x, "bool") },
    { inputs: [INT_A], run: (x) => tf.cast(x, "float32") },
    { inputs: [MASK_A], run: (x) => [tf.cast(x, "float32"), tf.cast(x, "int32")] },
    { inputs: [A], run: (x) => tf.mul(x, tf.cast(tf.fill([3, 4], 2.7), "int32")) },
  ],
};
