import { z } from "zod";
import { TrainerError } from "../errors.ts";
import { checkModelConfig, headSizeOf, type ModelConfig } from "../model/model-config.ts";
import { checkParameters } from "../model/parameters.ts";
import type { NamedArrays } from "./named-arrays.ts";

/** Ids of the special tokens that a checkpoint names. */
export interface SpecialTokenIds {
  readonly eosId: number;
  readonly padId: number;
  readonly bosId?: number;
}

/** Returns the content of `config.json`: a LlamaForCausalLM that `transformers` opens with equal logits. */
export function toHuggingFaceConfig(config: ModelConfig, tokens: SpecialTokenIds): Record<string, unknown> {
  return {
    architectures: ["LlamaForCausalLM"],
    model_type: "llama",
    vocab_size: config.vocabSize,
    hidden_size: config.hiddenSize,
    intermediate_size: config.intermediateSize,
    num_hidden_layers: config.layers,
    num_attention_heads: config.heads,
    num_key_value_heads: config.kvHeads,
    head_dim: headSizeOf(config),
    max_position_embeddings: config.maxPositions,
    hidden_act: "silu",
    rms_norm_eps: config.normEpsilon,
    rope_theta: config.ropeTheta,
    rope_scaling: null,
    attention_bias: false,
    attention_dropout: 0,
    mlp_bias: false,
    tie_word_embeddings: config.tieEmbeddings,
    initializer_range: 0.02,
    use_cache: true,
    torch_dtype: "float32",
    ...tokenIds(tokens),
  };
}

/** Returns the content of `generation_config.json`. */
export function toGenerationConfig(tokens: SpecialTokenIds): Record<string, unknown> {
  return { do_sample: true, temperature: 1, ...tokenIds(tokens) };
}

function tokenIds({ bosId, eosId, padId }: SpecialTokenIds): Record<string, number | null> {
  return { bos_token_id: bosId ?? null, eos_token_id: eosId, pad_token_id: padId };
}

const ropeSchema = z.looseObject({ rope_type: z.string().optional(), rope_theta: z.number().optional() });
const configSchema = z.looseObject({
  model_type: z.literal("llama"),
  vocab_size: z.int(),
  hidden_size: z.int(),
  intermediate_size: z.int(),
  num_hidden_layers: z.int(),
  num_attention_heads: z.int(),
  num_key_value_heads: z.int().nullish(),
  head_dim: z.int().nullish(),
  max_position_embeddings: z.int(),
  hidden_act: z.literal("silu").default("silu"),
  rms_norm_eps: z.number().default(1e-6),
  rope_theta: z.number().nullish(),
  rope_scaling: ropeSchema.nullish(),
  rope_parameters: ropeSchema.nullish(),
  attention_bias: z.literal(false).default(false),
  mlp_bias: z.literal(false).default(false),
  tie_word_embeddings: z.boolean().default(false),
});

/**
 * Reads the content of a `config.json`.
 *
 * Throws CHECKPOINT_INVALID, naming the field, for a model that is not a plain Llama: another model type, biases,
 * another activation, scaled rotary positions, a head size of its own.
 */
export function fromHuggingFaceConfig(content: unknown): ModelConfig {
  const parsed = configSchema.safeParse(content);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(
      (issue) => `${issue.path.join(".") || "content"}: ${issue.message}`,
    );
    return fail(issues.join("; "));
  }
  const raw = parsed.data;
  for (const rope of [raw.rope_scaling, raw.rope_parameters]) {
    const type = rope?.rope_type ?? "default";
    if (type !== "default") fail(`rotary scaling of type "${type}" is not supported`);
  }
  const config: ModelConfig = {
    vocabSize: raw.vocab_size,
    hiddenSize: raw.hidden_size,
    layers: raw.num_hidden_layers,
    heads: raw.num_attention_heads,
    kvHeads: raw.num_key_value_heads ?? raw.num_attention_heads,
    intermediateSize: raw.intermediate_size,
    maxPositions: raw.max_position_embeddings,
    ropeTheta: raw.rope_theta ?? raw.rope_parameters?.rope_theta ?? 10_000,
    normEpsilon: raw.rms_norm_eps,
    tieEmbeddings: raw.tie_word_embeddings,
  };
  checkModelConfig(config);
  if ((raw.head_dim ?? headSizeOf(config)) !== headSizeOf(config)) {
    fail(`head_dim ${raw.head_dim} differs from hidden_size / num_attention_heads`);
  }
  return config;
}

/**
 * Returns the parameters of a model among the tensors of its checkpoint: leaves out what follows from the others (the
 * head of a tied model, stored rotary frequencies). Throws CHECKPOINT_INVALID when one is missing, extra or misshapen.
 */
export function selectParameters(config: ModelConfig, tensors: NamedArrays): NamedArrays {
  const isDerived = (name: string) =>
    name.endsWith(".rotary_emb.inv_freq") || (config.tieEmbeddings && name === "lm_head.weight");
  const parameters = Object.fromEntries(Object.entries(tensors).filter(([name]) => !isDerived(name)));
  checkParameters(config, parameters, "The tensors of the checkpoint");
  return parameters;
}

function fail(what: string): never {
  throw new TrainerError("CHECKPOINT_INVALID", `This config.json cannot be used: ${what}.`);
}
