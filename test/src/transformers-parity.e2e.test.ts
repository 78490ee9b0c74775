import { execFileSync, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  createPolicy,
  createRandom,
  fromHuggingFaceConfig,
  type ModelConfig,
  type Policy,
  readSafetensors,
  selectParameters,
  toGenerationConfig,
  toHuggingFaceConfig,
  writeSafetensors,
} from "@touchstone/trainer";
import { describe, expect, it } from "vitest";

const PYTHON = process.env["TOUCHSTONE_PYTHON"] ?? "python3";
const SCRIPT = fileURLToPath(new URL("../python/transformers_parity.py", import.meta.url));
const HAS_TRANSFORMERS = spawnSync(PYTHON, ["-c", "import torch, transformers"]).status === 0;
if (!HAS_TRANSFORMERS) {
  process.stderr.write(
    `transformers parity is skipped: "${PYTHON}" cannot import torch and transformers. Install test/python/requirements.txt and name the interpreter in TOUCHSTONE_PYTHON.\n`,
  );
}

const SIZES = {
  vocabSize: 23,
  hiddenSize: 32,
  layers: 2,
  intermediateSize: 48,
  maxPositions: 64,
  normEpsilon: 1e-5,
};
const MODELS: Readonly<Record<string, ModelConfig>> = {
  "grouped queries, tied head": { ...SIZES, heads: 4, kvHeads: 2, ropeTheta: 10_000, tieEmbeddings: true },
  "full heads, own head, another rotary base": {
    ...SIZES,
    heads: 2,
    kvHeads: 2,
    ropeTheta: 500,
    tieEmbeddings: false,
  },
};
const TOKENS = { eosId: 1, padId: 0 };
const NEW_TOKENS = 12;

interface Reference {
  readonly class: string;
  readonly parameters: number;
  readonly logits: number[][][];
  readonly greedy: number[];
  readonly saved: string;
  readonly saved_config: unknown;
}

/** A policy after some updates, so that no tensor still has its initial symmetry. */
async function trainPolicy(model: ModelConfig): Promise<Policy> {
  const policy = await createPolicy({ model, seed: 3, worker: false });
  const optimizer = { beta1: 0.9, beta2: 0.95, epsilon: 1e-8, weightDecay: 0.1, clipNorm: 1 };
  const random = createRandom("parity");
  for (let step = 0; step < 20; step++) {
    const sequences = Array.from({ length: 8 }, () => {
      const start = random.int(model.vocabSize);
      const tokens = Int32Array.from({ length: 24 }, (_, index) => (start + index * index) % model.vocabSize);
      return { tokens, promptLength: 2 };
    });
    await policy.update({ kind: "sft", sequences }, { learningRate: 1e-2, optimizer });
  }
  return policy;
}

async function writeCheckpoint(directory: string, policy: Policy): Promise<void> {
  const { parameters } = await policy.exportState();
  const json = (content: object) => `${JSON.stringify(content, null, 2)}\n`;
  await writeFile(join(directory, "config.json"), json(toHuggingFaceConfig(policy.config, TOKENS)));
  await writeFile(join(directory, "generation_config.json"), json(toGenerationConfig(TOKENS)));
  await writeSafetensors(join(directory, "model.safetensors"), parameters, { format: "pt" });
}

/** Log-probabilities of every token after every prefix of a sequence, through the public interface. */
async function everyLogprob(policy: Policy, tokens: readonly number[]): Promise<number[][]> {
  const { vocabSize } = policy.config;
  const sequences = tokens.flatMap((_, position) =>
    Array.from({ length: vocabSize }, (_, token) => ({
      tokens: Int32Array.from([...tokens.slice(0, position + 1), token]),
      promptLength: position + 1,
    })),
  );
  const logprobs = (await policy.logprobs(sequences, 1)).map((row) => row[0] as number);
  return tokens.map((_, position) => logprobs.slice(position * vocabSize, (position + 1) * vocabSize));
}

function logSoftmax(logits: readonly number[]): number[] {
  const highest = Math.max(...logits);
  const normalizer = highest + Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - highest), 0));
  return logits.map((logit) => logit - normalizer);
}

describe.skipIf(!HAS_TRANSFORMERS)("a checkpoint in transformers", () => {
  for (const [what, model] of Object.entries(MODELS)) {
    it(`gives the same logits and greedy text, and reads back what transformers saved (${what})`, async () => {
      const directory = await mkdtemp(join(tmpdir(), "transformers-parity-"));
      const policy = await trainPolicy(model);
      try {
        await writeCheckpoint(directory, policy);
        const random = createRandom("prompts");
        const sequences = [20, 7, 1].map((length) =>
          Array.from({ length }, () => random.int(model.vocabSize)),
        );
        const request = { directory, sequences, new_tokens: NEW_TOKENS, return_saved: true };
        const output = execFileSync(PYTHON, [SCRIPT], { input: JSON.stringify(request), maxBuffer: 1e9 });
        const reference = JSON.parse(output.toString()) as Reference;
        expect(reference.class).toBe("LlamaForCausalLM");
        expect(reference.parameters).toBe(policy.parameterCount);

        let largest = 0;
        for (const [index, tokens] of sequences.entries()) {
          const ours = await everyLogprob(policy, tokens);
          for (const [position, logits] of (reference.logits[index] as number[][]).entries()) {
            for (const [token, expected] of logSoftmax(logits).entries()) {
              largest = Math.max(largest, Math.abs((ours[position]?.[token] as number) - expected));
            }
          }
        }
        process.stderr.write(
          `largest log-probability difference from transformers: ${largest.toExponential(1)}\n`,
        );
        expect(largest).toBeLessThan(1e-4);

        const prompt = Int32Array.from(sequences[0] as number[]);
        const options = { maxNewTokens: NEW_TOKENS, temperature: 0, eosId: TOKENS.eosId };
        const [completion] = await policy.sample([{ prompt, uniforms: new Float32Array(0) }], options);
        expect([...(completion?.tokens ?? [])]).toEqual(reference.greedy);

        expect(fromHuggingFaceConfig(reference.saved_config)).toEqual(model);
        const saved = join(directory, "saved.safetensors");
        await writeFile(saved, Buffer.from(reference.saved, "hex"));
        const { tensors } = await readSafetensors(saved);
        expect(selectParameters(model, tensors)).toEqual((await policy.exportState()).parameters);
        // Same tensors, same metadata: the same bytes as the reference writer's.
        expect(await readFile(saved)).toEqual(await readFile(join(directory, "model.safetensors")));
      } finally {
        await policy.close();
        await rm(directory, { recursive: true });
      }
    });
  }
});
