import type { Engine, HostTensor } from "@touchstone/engine";
import type { NamedArrays } from "../checkpoint/named-arrays.ts";
import { TrainerError } from "../errors.ts";
import { packArena, unpackArena } from "../model/arena.ts";
import type { ModelConfig } from "../model/model-config.ts";
import { checkParameters, countParameters } from "../model/parameters.ts";
import { createRotaryTables } from "../model/rotary-tables.ts";
import { assembleRollout, assembleTokens, createUpdateAssembler, cutRows, scalar } from "./assemble.ts";
import { checkRequests, checkSequences, checkUpdateBatch, completionLengths } from "./check-sequences.ts";
import { functionName, STORE } from "./function-names.ts";
import { type MicroBatch, planMicroBatches } from "./micro-batches.ts";
import type {
  Completion,
  Policy,
  PolicyState,
  SampleOptions,
  SampleRequest,
  TokenSequence,
  UpdateBatch,
  UpdateOptions,
  UpdateResult,
} from "./policy.ts";
import { rotaryPositions } from "./program.ts";
import { readCompletions } from "./read-completions.ts";
import { planSampleChunks, type SampleChunk } from "./sample-chunks.ts";
import { addTotals, describeUpdate, EMPTY_TOTALS, type Totals } from "./update-metrics.ts";

/** How a policy cuts its work; neither changes results beyond float rounding. */
export interface PolicySizes {
  /** Padded tokens per gradient micro-batch. */
  readonly microBatchTokens: number;
  /** Rows sampled per engine call. */
  readonly sampleRows: number;
}

/** A policy whose parameters and optimiser state live in an engine as flat arenas. */
export class EnginePolicy implements Policy {
  readonly config: ModelConfig;
  readonly engine: string;
  readonly parameterCount: number;
  readonly #engine: Engine;
  readonly #sizes: PolicySizes;
  #updates = 0;
  #closed = false;
  #last: Promise<unknown> = Promise.resolve();

  /** Use `createPolicy`; the state is uninitialised until `importState`. */
  constructor(config: ModelConfig, engine: Engine, sizes: PolicySizes) {
    this.config = config;
    this.engine = engine.description;
    this.parameterCount = countParameters(config);
    this.#engine = engine;
    this.#sizes = sizes;
  }

  async sample(requests: readonly SampleRequest[], options: SampleOptions): Promise<Completion[]> {
    const all: Completion[] = [];
    for await (const { completions } of this.sampleStream(requests, options)) all.push(...completions);
    return all;
  }

  async *sampleStream(
    requests: readonly SampleRequest[],
    options: SampleOptions,
  ): AsyncGenerator<{ offset: number; completions: Completion[] }> {
    checkRequests(this.config, requests, options);
    for (const chunk of planSampleChunks(requests, this.#sizes.sampleRows)) {
      yield {
        offset: chunk.offset,
        completions: await this.#exclusively(() => this.#sampleChunk(chunk, options)),
      };
    }
  }

  async logprobs(sequences: readonly TokenSequence[], temperature: number): Promise<Float32Array[]> {
    checkSequences(this.config, sequences);
    return this.#exclusively(async () => {
      const results = new Map<TokenSequence, Float32Array>();
      const asked = sequences.filter(({ tokens, promptLength }) => tokens.length > promptLength);
      for (const part of this.#plan(asked)) {
        const feeds = { ...assembleTokens(asked, part), temperature: scalar(temperature) };
        const outputs = await this.#engine.run(functionName("logprobs", part.length), feeds);
        const values = cutRows(asked, part, outputs["logprobs"]?.data as Float32Array);
        for (const [place, row] of part.rows.entries()) {
          results.set(asked[row] as TokenSequence, values[place] as Float32Array);
        }
      }
      return sequences.map((sequence) => results.get(sequence) ?? new Float32Array(0));
    });
  }

  async update(batch: UpdateBatch, options: UpdateOptions): Promise<UpdateResult> {
    checkUpdateBatch(this.config, batch);
    return this.#exclusively(async () => {
      const totals = await this.#accumulateGradients(batch);
      const loss = totals.sums["loss"] as number;
      const gradNorm = Number.isFinite(loss) ? await this.#apply(options) : loss;
      if (!Number.isFinite(gradNorm)) {
        // Infinities in the accumulator would survive a multiplication with 0.
        await this.#engine.put(STORE.gradients, this.#arenaOf(new Float32Array(this.parameterCount)));
        const message = `The update was skipped: its loss is ${loss} and its gradient norm ${gradNorm}. Lower the learning rate or look for broken inputs.`;
        throw new TrainerError("NOT_FINITE", message);
      }
      this.#updates++;
      const completionTokens = completionLengths(batch.sequences).reduce((sum, length) => sum + length, 0);
      const tokens = batch.sequences.reduce((sum, sequence) => sum + sequence.tokens.length, 0);
      return { loss, gradNorm, metrics: describeUpdate(batch, totals, completionTokens), tokens };
    });
  }

  exportState(): Promise<PolicyState> {
    return this.#exclusively(async () => ({
      parameters: await this.#download(STORE.parameters),
      firstMoments: await this.#download(STORE.firstMoments),
      secondMoments: await this.#download(STORE.secondMoments),
      updates: this.#updates,
    }));
  }

  async importState(state: PolicyState | { readonly parameters: NamedArrays }): Promise<void> {
    checkParameters(this.config, state.parameters, "The parameters");
    if ("updates" in state) {
      checkParameters(this.config, state.firstMoments, "The first moments");
      checkParameters(this.config, state.secondMoments, "The second moments");
    }
    const pack = (arrays: NamedArrays | undefined) =>
      this.#arenaOf(
        arrays === undefined ? new Float32Array(this.parameterCount) : packArena(this.config, arrays),
      );
    return this.#exclusively(async () => {
      const moments = "updates" in state ? state : undefined;
      await this.#engine.put(STORE.parameters, pack(state.parameters));
      await this.#engine.put(STORE.firstMoments, pack(moments?.firstMoments));
      await this.#engine.put(STORE.secondMoments, pack(moments?.secondMoments));
      await this.#engine.put(STORE.gradients, pack(undefined));
      const { cos, sin, shape } = createRotaryTables(this.config, rotaryPositions(this.config));
      await this.#engine.put(STORE.rotaryCos, { shape, dtype: "float32", data: cos });
      await this.#engine.put(STORE.rotarySin, { shape, dtype: "float32", data: sin });
      this.#updates = moments?.updates ?? 0;
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#last.catch(() => undefined);
    await this.#engine.close();
  }

  async #sampleChunk(chunk: SampleChunk, options: SampleOptions): Promise<Completion[]> {
    const { length, feeds } = assembleRollout(chunk, options);
    const name = functionName(options.temperature === 0 ? "greedy" : "sample", length);
    return readCompletions(await this.#engine.run(name, feeds), chunk.requests.length, options);
  }

  async #accumulateGradients(batch: UpdateBatch): Promise<Totals> {
    const assemble = createUpdateAssembler(batch);
    let totals = EMPTY_TOTALS;
    for (const [index, part] of this.#plan(batch.sequences).entries()) {
      const name = functionName(batch.kind === "sft" ? "gradients_sft" : "gradients_rlvr", part.length);
      const feeds = { ...assemble(part), carry: scalar(index === 0 ? 0 : 1) };
      const outputs = await this.#engine.run(name, feeds, { keep: { gradients: STORE.gradients } });
      totals = addTotals(totals, batch.kind, outputs["sums"]?.data ?? [], outputs["maxima"]?.data ?? []);
    }
    return totals;
  }

  /** Takes the AdamW step and returns the gradient norm; the state stays as it was when that is not finite. */
  async #apply({ learningRate, optimizer }: UpdateOptions): Promise<number> {
    const step = this.#updates + 1;
    const feeds = {
      learning_rate: scalar(learningRate),
      beta1: scalar(optimizer.beta1),
      beta2: scalar(optimizer.beta2),
      epsilon: scalar(optimizer.epsilon),
      weight_decay: scalar(optimizer.weightDecay),
      clip_norm: scalar(optimizer.clipNorm > 0 ? optimizer.clipNorm : Number.MAX_VALUE),
      bias_correction1: scalar(1 - optimizer.beta1 ** step),
      bias_correction2: scalar(1 - optimizer.beta2 ** step),
    };
    const keep = {
      next_parameters: STORE.parameters,
      next_first_moments: STORE.firstMoments,
      next_second_moments: STORE.secondMoments,
    };
    const outputs = await this.#engine.run("apply", feeds, { keep });
    return outputs["grad_norm"]?.data[0] as number;
  }

  #plan(sequences: readonly TokenSequence[]): MicroBatch[] {
    return planMicroBatches(
      sequences.map(({ tokens }) => tokens.length - 1),
      this.#sizes.microBatchTokens,
    );
  }

  #arenaOf(data: Float32Array): HostTensor {
    return { shape: [this.parameterCount], dtype: "float32", data };
  }

  async #download(name: string): Promise<NamedArrays> {
    return unpackArena(this.config, (await this.#engine.get(name)).data as Float32Array);
  }

  /** Runs tasks one after another, so that an update of several engine calls is never seen half done. */
  #exclusively<T>(task: () => Promise<T>): Promise<T> {
    if (this.#closed) {
      return Promise.reject(new TrainerError("POLICY_CLOSED", "The policy was closed; create a new one."));
    }
    const result = this.#last.then(task, task);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
