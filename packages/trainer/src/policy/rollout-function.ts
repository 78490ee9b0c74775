import { loop, type Tensors, tf } from "@touchstone/engine";
import { splitArena } from "../model/arena.ts";
import { createPromptMask, createStepAngles } from "../model/attention-step.ts";
import { decodeStep } from "../model/decode.ts";
import type { ModelConfig } from "../model/model-config.ts";
import { createPositions } from "../model/positions.ts";
import { readSequences } from "../model/transformer.ts";
import { type ModelWeights, prepareWeights } from "../model/weights.ts";
import { STORE } from "./function-names.ts";
import { rotaryOf } from "./training-functions.ts";

interface Choice {
  readonly tokens: tf.Tensor; // int32 [B]
  readonly logprobs: tf.Tensor; // [B]
}

/**
 * Samples G completions of each of U right-padded prompts in one call: a prefill of the prompts, then a loop of
 * decoding steps over a growing key-value cache until every row has drawn `eos` or `limit` tokens have been drawn.
 *
 * Inputs: tokens int32 [U, P], last_places int32 [U], lengths int32 [U, G] (the prompt length of every row), limit and
 * eos int32 scalars; unless greedy also temperature and uniforms [N, U, G] with N = limit + 2, because two steps are
 * always taken besides the first. Outputs: tokens int32 [n, B] and logprobs [n, B] with B = U * G, n <= limit + 2;
 * what a row shows after its first `eos`, or past the limit, is to be cut.
 */
export function rollOut(config: ModelConfig, inputs: Tensors, greedy: boolean): Tensors {
  const at = (name: string) => inputs[name] as tf.Tensor;
  const weights = prepareWeights(config, splitArena(config, at(STORE.parameters)));
  const [prompts, group] = at("lengths").shape as [number, number];
  const rows = prompts * group;
  const isEos = (tokens: tf.Tensor) => tf.cast(tf.equal(tokens, at("eos")), "int32");
  const choose = (logits: tf.Tensor, step: tf.Tensor): Choice => {
    if (greedy) return chooseMostLikely(logits);
    const uniforms = tf.reshape(tf.gather(at("uniforms"), step), [rows, 1]);
    return chooseAtRandom(logits, at("temperature"), uniforms);
  };
  const { advance, logits } = startDecoding(config, weights, inputs);

  // The first step stands outside the loop: a cache cannot grow from nothing.
  const first = choose(logits, tf.scalar(0, "int32"));
  const start = advance(first.tokens, tf.scalar(0, "int32"), []);
  const second = choose(start.logits, tf.scalar(1, "int32"));
  const result = loop(
    config.maxPositions,
    (iteration, [tokens, ended, ...fresh]) => {
      const step = tf.add(iteration, tf.scalar(1, "int32"));
      const next = advance(tokens as tf.Tensor, step, fresh);
      const choice = choose(next.logits, tf.add(step, tf.scalar(1, "int32")));
      const nowEnded = tf.maximum(ended as tf.Tensor, isEos(choice.tokens));
      const someRun = tf.equal(tf.min(nowEnded), tf.scalar(0, "int32"));
      const underLimit = tf.less(tf.add(step, tf.scalar(2, "int32")), at("limit")); // step + 2 tokens are drawn by now
      return {
        state: [choice.tokens, nowEnded, ...next.fresh],
        stacked: [choice.tokens, choice.logprobs],
        proceed: tf.logicalAnd(someRun, underLimit),
      };
    },
    [second.tokens, tf.maximum(isEos(first.tokens), isEos(second.tokens)), ...start.fresh],
    [undefined, undefined, ...start.fresh.map(() => 2)],
  );
  const [tokens, logprobs] = result.stacked as [tf.Tensor, tf.Tensor];
  return {
    tokens: tf.concat([tf.stack([first.tokens, second.tokens]), tokens], 0),
    logprobs: tf.concat([tf.stack([first.logprobs, second.logprobs]), logprobs], 0),
  };
}

/** Reads the prompts; returns the logits of the first token of every row [B, V] and what reads one token more. */
function startDecoding(config: ModelConfig, weights: ModelWeights, inputs: Tensors) {
  const at = (name: string) => inputs[name] as tf.Tensor;
  const rotary = rotaryOf(inputs);
  const [prompts, promptLength] = at("tokens").shape as [number, number];
  const [, group] = at("lengths").shape as [number, number];
  const toLast = (rows: tf.Tensor) => tf.gather(rows, at("last_places") as tf.Tensor1D);
  const positions = createPositions(config, promptLength, rotary);
  const read = readSequences(config, weights, at("tokens"), positions, toLast);
  const lengths = tf.reshape(at("lengths"), [-1]); // [B]
  const ofPrompt = tf.reshape(tf.slice(at("lengths"), [0, 0], [prompts, 1]), [prompts]);
  const promptMask = createPromptMask(ofPrompt, promptLength);
  const perRow = tf.broadcastTo(tf.expandDims(read.logits, 1), [prompts, group, config.vocabSize]);
  return {
    logits: tf.reshape(perRow, [prompts * group, config.vocabSize]),
    /** Reads the tokens that were drawn at `step`. */
    advance: (tokens: tf.Tensor, step: tf.Tensor, fresh: readonly tf.Tensor[]) => {
      const place = { ...createStepAngles(rotary, tf.add(lengths, step)), promptMask };
      return decodeStep(config, weights, tokens, { prompt: read.cache, fresh, place });
    },
  };
}

/**
 * Draws from softmax(logits / temperature) by inverting its cumulative sum at one uniform per row: the token is the
 * first whose cumulative share exceeds the uniform, so a share of 0 is never drawn. logits [B, V], uniforms [B, 1].
 */
function chooseAtRandom(logits: tf.Tensor, temperature: tf.Tensor, uniforms: tf.Tensor): Choice {
  const [rows, vocabSize] = logits.shape as [number, number];
  const shares = tf.softmax(tf.div(logits, temperature));
  const cumulative = tf.cumsum(shares, 1); // [B, V]
  // The float sum may miss 1 by some ulps; uniforms span what it really reaches.
  const reach = tf.slice(cumulative, [0, vocabSize - 1], [rows, 1]);
  const passed = tf.lessEqual(cumulative, tf.mul(uniforms, reach));
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
