import { loop, type Tensors, tf } from "@touchstone/engine";
import { splitArena } from "../model/arena.ts";
import { createPromptMask, createStepAngles, decodeStep } from "../model/decode.ts";
import type { ModelConfig } from "../model/model-config.ts";
import { createPositions } from "../model/positions.ts";
import { readSequences } from "../model/transformer.ts";
import { prepareWeights } from "../model/weights.ts";
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
 * temperature and uniforms [N, B] with N = limit + 2, because two steps are always taken besides the first. Outputs:
 * tokens int32 [n, B] and logprobs [n, B], n <= limit + 2; what a row shows after its first `eos`, or past the limit, is to be cut.
 */
export function rollOut(config: ModelConfig, inputs: Tensors, greedy: boolean): Tensors {
  const at = (name: string) => inputs[name] as tf.Tensor;
  const weights = prepareWeights(config, splitArena(config, at(STORE.parameters)));
  const rotary = rotaryOf(inputs);
  const [, promptLength] = at("tokens").shape as [number, number];
  const isEos = (tokens: tf.Tensor) => tf.cast(tf.equal(tokens, at("eos")), "int32");
  const choose = (logits: tf.Tensor, step: tf.Tensor): Choice =>
    greedy
      ? chooseMostLikely(logits)
      : chooseAtRandom(logits, at("temperature"), tf.gather(at("uniforms"), step));

  const positions = createPositions(config, promptLength, rotary);
  const toLast = (rows: tf.Tensor) => tf.gather(rows, at("last_places") as tf.Tensor1D);
  const start = readSequences(config, weights, at("tokens"), positions, toLast);
  const promptMask = createPromptMask(at("lengths"), promptLength);
  /** Reads the tokens that were drawn at `step` and draws the next. */
  const advance = (tokens: tf.Tensor, step: tf.Tensor, fresh: readonly tf.Tensor[]) => {
    const angles = { ...createStepAngles(rotary, tf.add(at("lengths"), step)), promptMask };
    const next = decodeStep(config, weights, tokens, { prompt: start.cache, fresh, positions: angles });
    return { choice: choose(next.logits, tf.add(step, tf.scalar(1, "int32"))), fresh: next.fresh };
  };

  // The first step stands outside the loop: a cache cannot grow from nothing.
  const first = choose(start.logits, tf.scalar(0, "int32"));
  const second = advance(first.tokens, tf.scalar(0, "int32"), []);
  const endedFirst = isEos(first.tokens);
  const result = loop(
    config.maxPositions,
    (iteration, [tokens, ended, ...fresh]) => {
      const step = tf.add(iteration, tf.scalar(1, "int32"));
      const next = advance(tokens as tf.Tensor, step, fresh);
      const nowEnded = tf.maximum(ended as tf.Tensor, isEos(next.choice.tokens));
      const someRun = tf.equal(tf.min(nowEnded), tf.scalar(0, "int32"));
      const underLimit = tf.less(tf.add(step, tf.scalar(2, "int32")), at("limit")); // step + 2 tokens are drawn by now
      return {
        state: [next.choice.tokens, nowEnded, ...next.fresh],
        stacked: [next.choice.tokens, next.choice.logprobs],
        proceed: tf.logicalAnd(someRun, underLimit),
      };
    },
    [second.choice.tokens, tf.maximum(endedFirst, isEos(second.choice.tokens)), ...second.fresh],
    [undefined, undefined, ...second.fresh.map(() => 2)],
  );
  const [tokens, logprobs] = result.stacked as [tf.Tensor, tf.Tensor];
  const stack = (one: tf.Tensor, two: tf.Tensor, more: tf.Tensor) =>
    tf.concat([tf.stack([one, two]), more], 0);
  return {
    tokens: stack(first.tokens, second.choice.tokens, tokens),
    logprobs: stack(first.logprobs, second.choice.logprobs, logprobs),
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
