import { describe, expect, it } from "vitest";
import type { ModelConfig } from "../model/model-config.ts";
import { initializeParameters } from "../model/parameters.ts";
import {
  fromHuggingFaceConfig,
  selectParameters,
  toGenerationConfig,
  toHuggingFaceConfig,
} from "./hugging-face.ts";

const MODEL: ModelConfig = {
  ...{ vocabSize: 9, hiddenSize: 8, layers: 1, heads: 2, kvHeads: 1, intermediateSize: 12, maxPositions: 16 },
  ...{ ropeTheta: 5000, normEpsilon: 1e-5, tieEmbeddings: true },
};
const TOKENS = { eosId: 1, padId: 0 };

describe("Hugging Face config", () => {
  it("round-trips through JSON", () => {
    const json = JSON.parse(JSON.stringify(toHuggingFaceConfig(MODEL, TOKENS)));
    expect(fromHuggingFaceConfig(json)).toEqual(MODEL);
    expect(json).toMatchObject({ architectures: ["LlamaForCausalLM"], eos_token_id: 1, pad_token_id: 0 });
    expect(toGenerationConfig(TOKENS)).toMatchObject({ eos_token_id: 1, pad_token_id: 0 });
  });

  it("reads the spelling of newer files, where rope_theta stands in rope_parameters", () => {
    const { rope_theta: _, ...rest } = toHuggingFaceConfig(MODEL, TOKENS);
    const json = { ...rest, rope_parameters: { rope_type: "default", rope_theta: 5000 } };
    expect(fromHuggingFaceConfig(json)).toEqual(MODEL);
  });

  it("refuses what it cannot compute, naming the field", () => {
    const json = toHuggingFaceConfig(MODEL, TOKENS);
    const bad: [Record<string, unknown>, RegExp][] = [
      [{ model_type: "gpt2" }, /model_type/],
      [{ attention_bias: true }, /attention_bias/],
      [{ hidden_act: "gelu" }, /hidden_act/],
      [{ head_dim: 16 }, /head_dim/],
      [{ rope_scaling: { rope_type: "llama3", factor: 8 } }, /llama3/],
      [{ hidden_size: "8" }, /hidden_size/],
      [{ num_attention_heads: 3 }, /even whole number/],
    ];
    for (const [change, message] of bad)
      expect(() => fromHuggingFaceConfig({ ...json, ...change })).toThrow(message);
    expect(() => fromHuggingFaceConfig(null)).toThrow(/content/);
  });

  it("selects the parameters of a checkpoint and names a missing, extra or misshapen tensor", () => {
    const parameters = initializeParameters(MODEL, 1);
    const extra = { shape: [1], data: new Float32Array(1) };
    const stored = {
      ...parameters,
      "lm_head.weight": extra,
      "model.layers.0.self_attn.rotary_emb.inv_freq": extra,
    };
    expect(selectParameters(MODEL, stored)).toEqual(parameters);
    const { "model.norm.weight": _, ...missing } = parameters;
    expect(() => selectParameters(MODEL, missing)).toThrow(/lack the tensor model.norm.weight/);
    expect(() => selectParameters(MODEL, { ...parameters, odd: extra })).toThrow(/the tensor odd/);
    expect(() => selectParameters(MODEL, { ...parameters, "model.norm.weight": extra })).toThrow(
      /needs \[8\]/,
    );
  });
});
