import { loop, type Tensors, tf } from "@touchstone/engine";
import { nameWeights, splitArena } from "../model/arena.ts";
import { type DecodeResult, decodeStep, prefill } from "../model/decode.ts";
import type { ModelConfig } from "../model/model-config.ts";
import { STORE } from "./function-names.ts";
import { rotaryOf } from "./training-functions.ts";

interface Choice {
  readonly tokens: tf.Tensor; // int32 [B]
  readonly logprobs: tf.Tensor; // [B]
}

/**
 * Samples completions of right-padded prompts in one call: a prefill, then a loop of decoding steps over a growing
 * key-value cache until every row has drawn `eos` or `limit` tokens have been drawn.
 *
 * Inputs: tokens int32 [B, P], lengths and last_places int32 [B], limit and eos int32 scalars; unless greedy also
 * temperature and uniforms [N, B] with N = limit + 1, at least 2 (the loop always runs once). Outputs: tokens int32
 * [n, B] and logprobs [n, B], n <= limit + 1; what a row shows after its first `eos`, or past the limit, is to be cut.
 */
export function rollOut(config: ModelConfig, inputs: Tensors, greedy: boolean): Tensors {
  const at = (name: string) => inputs[name] as tf.Tensor;
  const weights = nameWeights(config, splitArena(config, at(STORE.parameters)));
  const rotary = rotaryOf(inputs);
  const [, promptLength] = at("tokens").shape as [number, number];
  const isEos = (tokens: tf.Tensor) => tf.cast(tf.equal(tokens, at("eos")), "int32");
  const choose = (logits: tf.Tensor, step: tf.Tensor): Choice =>
    greedy
      ? chooseMostLikely(logits)
      : chooseAtRandom(logits, at("temperature"), tf.gather(at("uniforms"), step));

  const place = { lengths: at("lengths"), lastPlaces: at("last_places"), rotary };
  const start = prefill(config, weights, at("tokens"), place);
  const first = choose(start.logits, tf.scalar(0, "int32"));
  const result = loop(
    config.maxPositions,
    (iteration, [tokens, ended, ...cache]) => {
      const drawn = tf.add(iteration, tf.scalar(1, "int32")); // tokens drawn so far
      const lengths = tf.add(at("lengths"), drawn);
      const total = tf.reshape(tf.add(drawn, tf.scalar(promptLength, "int32")), [1]);
      const next: DecodeResult = decodeStep(config, weights, tokens as tf.Tensor, {
        lengths,
        total,
        rotary,
        cache,
      });
      const choice = choose(next.logits, drawn);
      const nowEnded = tf.maximum(ended as tf.Tensor, isEos(choice.tokens));
      const someRun = tf.equal(tf.min(nowEnded), tf.scalar(0, "int32"));
      const underLimit = tf.less(tf.add(drawn, tf.scalar(1, "int32")), at("limit"));
      return {
        state: [choice.tokens, nowEnded, ...next.cache],
        stacked: [choice.tokens, choice.logprobs],
        proceed: tf.logicalAnd(someRun, underLimit),
      };
    },
    [first.tokens, isEos(first.tokens), ...start.cache],
    [undefined, undefined, ...start.cache.map(() => 2)],
  );
  const [tokens, logprobs] = result.stacked as [tf.Tensor, tf.Tensor];
  return {
    tokens: tf.concat([tf.expandDims(first.tokens, 0), tokens], 0),
    logprobs: tf.concat([tf.expandDims(first.logprobs, 0), logprobs], 0),
  };
}

/**
 * Draws from softmax(logits / temperature) by inverting its cumulative sum at one uniform per row: the token is the
 * first whose cumulative share exceeds the uniform, so a share of 0 is never drawn. logits [B, V], uniforms [B].
 */
function chooseAtRandom(logits: tf.Tensor, temperature: tf.Tensor, uniforms: tf.Tensor): Choice {
  const [rows, vocabSize] = logits.shape as [number, number];
  const shares = tf.softmax(tf.div(logits, temperature));
  const cumulative = tf.cumsum(shares, 1); // [B, V]
  // The float sum may miss 1 by some ulps; uniforms span what it really reaches.
  const reach = tf.slice(cumulative, [0, vocabSize - 1], [rows, 1]);
  const passed = tf.lessEqual(cumulative, tf.mul(tf.reshape(uniforms, [rows, 1]), reach));
  const tokens = tf.sum(tf.cast(passed, "int32"), -1);
  return { tokens, logprobs: tf.log(pick(shares, tokens)) };
}

/** Takes the most likely token, the first of equals; log-probabilities at temperature 1. */
function chooseMostLikely(logits: tf.Tensor): Choice {
  const tokens = tf.argMax(logits, -1);
  return { tokens, logprobs: tf.log(pick(tf.softmax(logits), tokens)) };
}

/** values [B, V], tokens int32 [B] -> [B] */
function pick(values: tf.Tensor, tokens: tf.Tensor): tf.Tensor {
  const chosen = tf.cast(tf.oneHot(tokens as tf.Tensor1D, values.shape[1] as number), "float32");
  return tf.sum(tf.mul(values, chosen), -1);
}
