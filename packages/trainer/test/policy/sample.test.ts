import { createEngine, type EngineKind, tf } from "@touchstone/engine";
import { describe, expect, it } from "vitest";
import { packArena, splitArena } from "../../src/model/arena.ts";
import { countParameters } from "../../src/model/parameters.ts";
import { createPositions } from "../../src/model/positions.ts";
import { createRotaryTables } from "../../src/model/rotary-tables.ts";
import { readSequences } from "../../src/model/transformer.ts";
import { prepareWeights } from "../../src/model/weights.ts";
import type { Completion, Policy, SampleOptions, SampleRequest } from "../../src/policy/policy.ts";
import { createRandom } from "../../src/random.ts";
import { createRequests, createTinyPolicy, maxDifference, TINY_MODEL } from "../support/tiny-policy.ts";

const NEVER = -1;

/** Samples one row by running the whole model over the whole sequence for every token, in plain JavaScript arithmetic. */
async function sampleNaively(
  policy: Policy,
  request: SampleRequest,
  options: SampleOptions,
): Promise<number[]> {
  const { parameters } = await policy.exportState();
  const { cos, sin, shape } = createRotaryTables(TINY_MODEL, TINY_MODEL.maxPositions);
  const tokens = [...request.prompt];
  const engine = await createEngine(
    {
      functions: {
        logits: {
          inputs: {
            tokens: { shape: [1, 40], dtype: "int32" },
            arena: { shape: [countParameters(TINY_MODEL)] },
          },
          run: (inputs) => {
            const weights = prepareWeights(TINY_MODEL, splitArena(TINY_MODEL, inputs["arena"] as tf.Tensor));
            const rotary = { cos: tf.tensor(cos, [...shape]), sin: tf.tensor(sin, [...shape]) };
            const positions = createPositions(TINY_MODEL, 40, rotary);
            const tokens = inputs["tokens"] as tf.Tensor;
            return { logits: readSequences(TINY_MODEL, weights, tokens, positions, (rows) => rows).logits };
          },
        },
      },
    },
    { kind: "eager" },
  );
  const arena = packArena(TINY_MODEL, parameters);
  for (let step = 0; step < options.maxNewTokens; step++) {
    const padded = new Int32Array(40);
    padded.set(tokens);
    const outputs = await engine.run("logits", {
      tokens: { shape: [1, 40], dtype: "int32", data: padded },
      arena: { shape: [arena.length], dtype: "float32", data: arena },
    });
    const all = outputs["logits"]?.data as Float32Array;
    const last = [...all.subarray((tokens.length - 1) * 11, tokens.length * 11)];
    const token = choose(last, options.temperature, request.uniforms[step] ?? 0);
    tokens.push(token);
    if (token === options.eosId) break;
  }
  await engine.close();
  return tokens.slice(request.prompt.length);
}

function choose(logits: number[], temperature: number, uniform: number): number {
  const highest = Math.max(...logits);
  if (temperature === 0) return logits.indexOf(highest);
  const shares = logits.map((logit) => Math.exp((logit - highest) / temperature));
  const total = shares.reduce((sum, share) => sum + share, 0);
  let cumulative = 0;
  return shares.findIndex((share) => {
    cumulative += share / total;
    return cumulative > uniform;
  });
}

/** Prompt and completion of each row, as `logprobs` takes them. */
function toSequences(requests: readonly SampleRequest[], completions: readonly Completion[]) {
  return requests.map(({ prompt }, row) => ({
    tokens: Int32Array.from([...prompt, ...(completions[row] as Completion).tokens]),
    promptLength: prompt.length,
  }));
}

for (const kind of ["eager", "jit"] satisfies EngineKind[]) {
  describe(`sample on the ${kind} engine`, () => {
    it("draws what a full forward pass per token draws, greedily and at random, from ragged prompts", async () => {
      const policy = await createTinyPolicy({ kind });
      const requests = createRequests(1, 5, 7);
      for (const temperature of [0, 1, 0.7]) {
        const options = { maxNewTokens: 7, temperature, eosId: 4 };
        const completions = await policy.sample(requests, options);
        for (const [row, request] of requests.entries()) {
          expect([...(completions[row] as Completion).tokens]).toEqual(
            await sampleNaively(policy, request, options),
          );
        }
      }
      await policy.close();
    });

    it("reports the log-probabilities that a full forward pass gives", async () => {
      const policy = await createTinyPolicy({ kind });
      const requests = createRequests(2, 9, 12);
      for (const temperature of [1, 0.6]) {
        const completions = await policy.sample(requests, { maxNewTokens: 12, temperature, eosId: NEVER });
        const full = await policy.logprobs(toSequences(requests, completions), temperature);
        for (const [row, { logprobs }] of completions.entries()) {
          expect(maxDifference(logprobs, full[row] as Float32Array)).toBeLessThan(1e-4);
        }
      }
      await policy.close();
    });

    it("stops a row at the end token and all rows early when every one has ended", async () => {
      const policy = await createTinyPolicy({ kind });
      const requests = createRequests(3, 6, 10);
      const free = await policy.sample(requests, { maxNewTokens: 10, temperature: 1, eosId: NEVER });
      const eosId = free[0]?.tokens[2] as number;
      const stopped = await policy.sample(requests, { maxNewTokens: 10, temperature: 1, eosId });
      for (const [row, { tokens, stopReason }] of stopped.entries()) {
        const unbounded = [...(free[row] as Completion).tokens];
        const end = unbounded.indexOf(eosId);
        expect([...tokens]).toEqual(end < 0 ? unbounded : unbounded.slice(0, end + 1));
        expect(stopReason).toBe(end < 0 ? "length" : "stop");
      }
      const single = await policy.sample(requests, { maxNewTokens: 1, temperature: 1, eosId });
      expect(single.map(({ tokens }) => tokens[0])).toEqual(free.map(({ tokens }) => tokens[0]));
      await policy.close();
    });
  });
}

describe("sample", () => {
  it("gives a row the same tokens whatever its neighbours and its chunk are", async () => {
    const [wide, narrow] = [await createTinyPolicy(), await createTinyPolicy({ sampleRows: 3 })];
    const options = { maxNewTokens: 12, temperature: 1, eosId: 4 };
    const requests = createRequests(6, 40, 12);
    const together = await wide.sample(requests, options);
    const expectSame = (completion: Completion | undefined, row: number) => {
      const expected = together[row] as Completion;
      expect(completion?.tokens).toEqual(expected.tokens);
      // Vector kernels round the last lanes of an array another way, so neighbours may move the last bit.
      expect(maxDifference(completion?.logprobs ?? [], expected.logprobs)).toBeLessThan(2e-6);
    };
    const order = createRandom("order").shuffle(requests.map((_, row) => row));
    const permuted = order.map((row) => requests[row] as SampleRequest);
    for (const [place, completion] of (await wide.sample(permuted, options)).entries()) {
      expectSame(completion, order[place] as number);
    }
    for (const [row, completion] of (await narrow.sample(requests, options)).entries())
      expectSame(completion, row);
    for (const [row, request] of requests.slice(0, 6).entries()) {
      expectSame((await wide.sample([request], options))[0], row);
    }
    expect(await wide.sample(requests, options)).toEqual(together);
    await Promise.all([wide.close(), narrow.close()]);
  });

  it("gives rows that share a prompt what each would get alone", async () => {
    const [together, apart] = [await createTinyPolicy(), await createTinyPolicy({ sampleRows: 1 })];
    const prompts = createRequests(11, 3, 1).map(({ prompt }) => prompt);
    const owners = [0, 0, 0, 0, 1, 1, 2, 2, 2, 2, 2, 2];
    const requests = createRequests(12, owners.length, 9).map(({ uniforms }, row) => ({
      prompt: prompts[owners[row] as number] as Int32Array,
      uniforms,
    }));
    const options = { maxNewTokens: 9, temperature: 1, eosId: NEVER };
    const expected = await apart.sample(requests, options);
    for (const [row, completion] of (await together.sample(requests, options)).entries()) {
      expect(completion.tokens).toEqual(expected[row]?.tokens);
      expect(maxDifference(completion.logprobs, expected[row]?.logprobs ?? [])).toBeLessThan(5e-6);
    }
    expect(new Set(expected.slice(0, 4).map(({ tokens }) => String(tokens))).size).toBeGreaterThan(1);
    await Promise.all([together.close(), apart.close()]);
  });

  it("follows the distribution of the model", async () => {
    const policy = await createTinyPolicy();
    const prompt = Int32Array.of(1, 2);
    const rows = 2048;
    const requests = Array.from({ length: rows }, (_, row) => ({
      prompt,
      uniforms: Float32Array.of((row + 0.5) / rows),
    }));
    const completions = await policy.sample(requests, { maxNewTokens: 1, temperature: 1, eosId: NEVER });
    const counts = new Map<number, number>();
    for (const { tokens } of completions)
      counts.set(tokens[0] as number, (counts.get(tokens[0] as number) ?? 0) + 1);
    const candidates = Array.from({ length: 11 }, (_, token) => ({
      tokens: Int32Array.of(1, 2, token),
      promptLength: 2,
    }));
    const logprobs = await policy.logprobs(candidates, 1);
    for (const [token, [logprob]] of logprobs.entries()) {
      expect(Math.abs((counts.get(token) ?? 0) / rows - Math.exp(logprob as number))).toBeLessThan(
        1.5 / rows,
      );
    }
    await policy.close();
  });

  it("yields chunk after chunk with offsets", async () => {
    const policy = await createTinyPolicy({ sampleRows: 4 });
    const requests = createRequests(1, 10, 2);
    const sizes: [number, number][] = [];
    for await (const { offset, completions } of policy.sampleStream(requests, {
      maxNewTokens: 2,
      temperature: 1,
      eosId: 4,
    })) {
      sizes.push([offset, completions.length]);
      await policy.logprobs([{ tokens: Int32Array.of(1, 2), promptLength: 1 }], 1); // other calls may come in between
    }
    expect(sizes).toEqual([
      [0, 4],
      [4, 4],
      [8, 2],
    ]);
    await policy.close();
  });

  it("accepts uniforms that float32 rounds up to 1", async () => {
    const policy = await createTinyPolicy();
    const requests = [{ prompt: Int32Array.of(3), uniforms: Float32Array.of(1) }];
    const [completion] = await policy.sample(requests, { maxNewTokens: 1, temperature: 1, eosId: NEVER });
    expect(completion?.tokens[0]).toBeLessThan(11);
    await policy.close();
  });

  it("names what is wrong with a request", async () => {
    const policy = await createTinyPolicy();
    const options = { maxNewTokens: 4, temperature: 1, eosId: 4 };
    const sample = (request: SampleRequest, more: Partial<SampleOptions> = {}) =>
      policy.sample([request], { ...options, ...more });
    const uniforms = new Float32Array(4);
    await expect(sample({ prompt: new Int32Array(0), uniforms })).rejects.toThrow(/empty prompt/);
    await expect(sample({ prompt: new Int32Array(37), uniforms })).rejects.toThrow(/exceed the 40 positions/);
    await expect(sample({ prompt: Int32Array.of(1), uniforms: new Float32Array(2) })).rejects.toThrow(
      /2 uniforms/,
    );
    await expect(sample({ prompt: Int32Array.of(1), uniforms }, { temperature: -1 })).rejects.toThrow(
      /temperature/,
    );
    await expect(sample({ prompt: Int32Array.of(1), uniforms }, { maxNewTokens: 0 })).rejects.toThrow(
      /maxNewTokens/,
    );
    await policy.close();
  });
});
