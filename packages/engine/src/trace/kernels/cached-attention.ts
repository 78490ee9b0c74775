import { CONTRIB_DOMAIN } from "../../onnx/encode-model.ts";
import type { tf } from "../../tf.ts";
import type { GraphRecorder } from "../graph-recorder.ts";
import { registerLowering } from "../kernel-registry.ts";
import type { Tracer } from "../tracer.ts";

interface AttentionInputs {
  query: tf.TensorInfo;
  key: tf.TensorInfo;
  value: tf.TensorInfo;
  pastKey?: tf.TensorInfo;
  pastValue?: tf.TensorInfo;
  lengths: tf.TensorInfo;
  total: tf.TensorInfo;
  cos: tf.TensorInfo;
  sin: tf.TensorInfo;
}

interface AttentionAttrs {
  heads: number;
  kvHeads: number;
}

/** The tensors of a call as graph values. */
interface AttentionNames {
  readonly query: string;
  readonly key: string;
  readonly value: string;
  /** Both or neither. */
  readonly past: readonly [key: string, value: string] | undefined;
  /** int32 [B], position of the newest token of each row */
  readonly last: string;
  readonly total: string;
  readonly cos: string;
  readonly sin: string;
}

registerLowering<AttentionInputs, AttentionAttrs>("CachedAttention", (inputs, { heads, kvHeads }, tracer) => {
  const { query, pastKey, pastValue } = inputs as AttentionInputs;
  const [rows, newTokens, width] = query.shape as [number, number, number];
  const headSize = width / heads;
  const names: AttentionNames = {
    query: tracer.full(query),
    key: tracer.full(inputs.key),
    value: tracer.full(inputs.value),
    past: pastKey && pastValue ? [tracer.full(pastKey), tracer.full(pastValue)] : undefined,
    last: tracer.graph.node("Sub", [tracer.full(inputs.lengths), tracer.graph.scalar(1, "int32")]),
    total: tracer.full(inputs.total),
    cos: tracer.full(inputs.cos),
    sin: tracer.full(inputs.sin),
  };
  const record = tracer.profile.fusedAttention(headSize) ? recordFused : recordComposed;
  const outputs = record(tracer, names, { heads, kvHeads, headSize, newTokens });
  const past = pastKey?.shape[2] ?? 0;
  const total = past + newTokens;
  tracer.graph.deriveDim(total, [past, newTokens], outputs[1] as string, 2);
  const cacheShape = [rows, kvHeads, total, headSize];
  return [query.shape, cacheShape, cacheShape].map((shape, index) =>
    tracer.wrap({ kind: "value", dtype: "float32", name: outputs[index] as string, shape }, shape),
  );
});

interface AttentionSizes {
  readonly heads: number;
  readonly kvHeads: number;
  readonly headSize: number;
  readonly newTokens: number;
}

/** GroupQueryAttention rotates, appends at each row's own position and attends in one node. */
function recordFused(tracer: Tracer, names: AttentionNames, { heads, kvHeads }: AttentionSizes): string[] {
  const { query, key, value, past, last, total, cos, sin } = names;
  const attributes = { num_heads: heads, kv_num_heads: kvHeads, do_rotary: 1, rotary_interleaved: 0 };
  const inputs = [query, key, value, past?.[0] ?? "", past?.[1] ?? "", last, total, cos, sin];
  return tracer.graph.nodes("GroupQueryAttention", inputs, attributes, {
    outputs: 3,
    domain: CONTRIB_DOMAIN,
  });
}

/**
 * The same from standard operators. The cache grows from step to step, so shapes are never baked: a 0 in a Reshape
 * copies the input's dim and -1 is inferred.
 */
function recordComposed(tracer: Tracer, names: AttentionNames, sizes: AttentionSizes): string[] {
  const { graph } = tracer;
  const { heads, kvHeads, headSize, newTokens } = sizes;
  const places = graph.node("Range", [
    graph.scalar(0, "int32"),
    graph.node("Squeeze", [names.total]),
    graph.scalar(1, "int32"),
  ]);
  const positions = reshape(
    graph,
    names.past === undefined ? places : names.last,
    names.past === undefined ? [1, -1] : [-1, 1],
  );
  const split = (x: string, count: number) =>
    graph.node("Transpose", [reshape(graph, x, [0, 0, count, headSize])], { perm: [0, 2, 1, 3] });
  const query = recordRotation(graph, split(names.query, heads), positions, names, headSize);
  let keys = recordRotation(graph, split(names.key, kvHeads), positions, names, headSize);
  let values = split(names.value, kvHeads);
  if (names.past !== undefined) {
    const isNew = graph.node("Equal", [
      reshape(graph, places, [1, 1, -1, 1]),
      reshape(graph, positions, [-1, 1, 1, 1]),
    ]);
    const write = (past: string, entry: string) =>
      graph.node("Where", [isNew, entry, graph.node("Concat", [past, entry], { axis: 2 })]);
    keys = write(names.past[0], keys);
    values = write(names.past[1], values);
  }
  const keysTransposed = graph.node("Transpose", [keys], { perm: [0, 1, 3, 2] });
  const grouped = reshape(graph, query, [0, kvHeads, -1, headSize]);
  const scores = graph.node("Mul", [
    graph.node("MatMul", [grouped, keysTransposed]),
    graph.scalar(1 / Math.sqrt(headSize), "float32"),
  ]);
  const separate = graph.node(
    "Concat",
    [graph.int64([0, heads]), graph.dimValue(newTokens), graph.int64([-1])],
    { axis: 0 },
  );
  const hidden = graph.node("Greater", [
    reshape(graph, places, [1, 1, 1, -1]),
    graph.node("Unsqueeze", [positions, graph.int64([1, 3])]),
  ]);
  const masked = graph.node("Where", [
    hidden,
    graph.scalar(-1e9, "float32"),
    graph.node("Reshape", [scores, separate]),
  ]);
  const weights = graph.node("Softmax", [masked], { axis: -1 }); // [B, H, S, T]
  const byGroup = graph.node("Reshape", [
    weights,
    graph.node(
      "Concat",
      [graph.int64([0, kvHeads]), graph.dimValue((heads / kvHeads) * newTokens), graph.int64([-1])],
      { axis: 0 },
    ),
  ]);
  const mixed = reshape(graph, graph.node("MatMul", [byGroup, values]), [0, heads, -1, headSize]);
  const output = reshape(graph, graph.node("Transpose", [mixed], { perm: [0, 2, 1, 3] }), [
    0,
    0,
    heads * headSize,
  ]);
  return [output, keys, values];
}

function reshape(graph: GraphRecorder, name: string, shape: readonly number[]): string {
  return graph.node("Reshape", [name, graph.int64(shape)]);
}

/** x [B, H, S, hd] turned by the angles of its positions [B or 1, S]. */
function recordRotation(
  graph: GraphRecorder,
  x: string,
  positions: string,
  { cos, sin }: AttentionNames,
  headSize: number,
): string {
  const half = headSize / 2;
  const at = (table: string) =>
    graph.node("Unsqueeze", [graph.node("Gather", [table, positions], { axis: 0 }), graph.int64([1])]);
  const [cosines, sines] = [at(cos), at(sin)];
  const [first, second] = graph.nodes(
    "Split",
    [x, graph.int64([half, half])],
    { axis: 3 },
    { outputs: 2 },
  ) as [string, string];
  const left = graph.node("Sub", [graph.node("Mul", [first, cosines]), graph.node("Mul", [second, sines])]);
  const right = graph.node("Add", [graph.node("Mul", [second, cosines]), graph.node("Mul", [first, sines])]);
  return graph.node("Concat", [left, right], { axis: 3 });
}
