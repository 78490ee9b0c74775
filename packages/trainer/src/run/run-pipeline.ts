import { join, resolve } from "node:path";
import { suggestWord } from "../closest-word.ts";
import type { PipelineConfig, StageConfig } from "../config.ts";
import { TrainerError } from "../errors.ts";
import { createPolicy } from "../policy/create-policy.ts";
import { collectHeldOut } from "../stages/problem-set.ts";
import { runRlvrStage } from "../stages/rlvr.ts";
import { runSampleStage } from "../stages/sample.ts";
import { runSupervisedStage } from "../stages/supervised.ts";
import { findTask } from "../tasks/registry.ts";
import { createJsonlWriter } from "../tracking/jsonl-sink.ts";
import { createVerifierConnection } from "./connect-verifier.ts";
import type { EventListener, RunEvent, StageResult } from "./events.ts";
import { createPolicyPool, type PolicyFactory } from "./policy-pool.ts";
import { checkInputs } from "./resolve-input.ts";
import { checkRunDirectory, openRunDirectory, type ResumeMode } from "./run-directory.ts";
import { takeRunLock } from "./run-lock.ts";
import type { StageContext } from "./stage-context.ts";
import { StageDirectory } from "./stage-directory.ts";

/** How to run a pipeline. */
export interface RunOptions {
  /** Hears everything that happens; also written to log.jsonl. */
  readonly onEvent?: EventListener;
  /** Aborting it ends the run after the current step, with a checkpoint. */
  readonly signal?: AbortSignal;
  /** Default auto. */
  readonly resume?: ResumeMode;
  /** Start RLVR without its pre-flight. Default false. */
  readonly force?: boolean;
  /** Makes policies; default `createPolicy`. */
  readonly createPolicy?: PolicyFactory;
}

/** What a run leaves behind. */
export interface RunResult {
  /** Run directory. */
  readonly out: string;
  readonly stages: readonly StageResult[];
}

/**
 * Runs all stages of a pipeline, each from where it stopped. Finished stages are skipped.
 *
 * Throws RUN_INTERRUPTED when the signal is aborted; the same call continues the run.
 */
export function runPipeline(config: PipelineConfig, options: RunOptions = {}): Promise<RunResult> {
  return runStages(config, config.stages, options);
}

/** Runs one stage of a pipeline; the stages it starts from must be finished in the run directory. */
export async function runStage(
  config: PipelineConfig,
  name: string,
  options: RunOptions = {},
): Promise<StageResult> {
  const stage = config.stages.find((candidate) => candidate.name === name);
  if (stage === undefined) {
    const names = config.stages.map((candidate) => candidate.name);
    throw new TrainerError("UNKNOWN_STAGE", `There is no stage "${name}"${suggestWord(name, names)}`);
  }
  const { stages } = await runStages(config, [stage], options);
  return stages[0] as StageResult;
}

/** Run directory of a pipeline. */
export function resolveRunDirectory(config: PipelineConfig): string {
  return resolve(config.run.out ?? join("runs", config.run.name));
}

async function runStages(
  config: PipelineConfig,
  stages: readonly StageConfig[],
  options: RunOptions,
): Promise<RunResult> {
  const out = resolveRunDirectory(config);
  const mode = options.resume ?? "auto";
  checkInputs(config, stages);
  checkRunDirectory(out, mode);
  const lock = takeRunLock(out);
  try {
    const isResumed = openRunDirectory(out, config);
    return await runLocked(config, stages, { ...options, out, isResumed });
  } finally {
    lock.release();
  }
}

type LockedRun = RunOptions & { readonly out: string; readonly isResumed: boolean };

async function runLocked(
  config: PipelineConfig,
  stages: readonly StageConfig[],
  run: LockedRun,
): Promise<RunResult> {
  const { out } = run;
  const log = createJsonlWriter(join(out, "log.jsonl"));
  const emit = (event: RunEvent) => {
    if (event.type !== "step") log.write({ time: new Date().toISOString(), ...event });
    run.onEvent?.(event);
  };
  const resources = createResources(config, emit, run);
  try {
    const context = await createContext(config, run, emit, resources);
    emit({ type: "run_started", out, resumed: run.isResumed });
    const results: StageResult[] = [];
    for (const stage of stages) results.push(await runOrSkip(context, stage));
    emit({ type: "run_finished", out });
    return { out, stages: results };
  } finally {
    await resources.policies.close();
    await resources.verifier.close();
    log.close();
  }
}

function createResources(config: PipelineConfig, emit: EventListener, options: LockedRun) {
  const signal = options.signal ?? new AbortController().signal;
  const task = config.task === undefined ? undefined : findTask(config.task.name);
  const policies = createPolicyPool(options.createPolicy ?? createPolicy, config.engine);
  return {
    signal,
    task,
    policies,
    verifier: createVerifierConnection({ config, task, runDirectory: options.out, emit, signal }),
  };
}

async function createContext(
  config: PipelineConfig,
  { out, force = false }: LockedRun,
  emit: EventListener,
  { signal, task, policies, verifier }: ReturnType<typeof createResources>,
): Promise<StageContext> {
  return {
    config,
    task,
    runDirectory: out,
    policies,
    connectRewards: verifier.connectRewards,
    heldOut: await collectHeldOut({ config, task }),
    force,
    emit,
    signal,
    now: () => performance.now(),
    wallTime: () => Date.now(),
  };
}

async function runOrSkip(context: StageContext, stage: StageConfig): Promise<StageResult> {
  const directory = new StageDirectory(context.runDirectory, stage.name);
  const finished = directory.readResult();
  if (finished !== undefined) {
    context.emit({ type: "stage_skipped", stage: stage.name });
    return finished;
  }
  if (context.signal.aborted) {
    throw new TrainerError(
      "RUN_INTERRUPTED",
      `Interrupted before stage "${stage.name}". Run the same command again to continue.`,
    );
  }
  const result = await runByType(context, stage);
  directory.writeResult(result);
  context.emit({ type: "stage_finished", stage: stage.name, result });
  return result;
}

function runByType(context: StageContext, stage: StageConfig): Promise<StageResult> {
  switch (stage.type) {
    case "pretrain":
    case "distill":
      return runSupervisedStage(context, stage);
    case "rlvr":
      return runRlvrStage(context, stage);
    case "sample":
      return runSampleStage(context, stage);
  }
}
