export { type AdvantageConfig, computeAdvantages } from "./advantage/compute-advantages.ts";
export {
  computeMean,
  computeStd,
  isSilentGroup,
  type RewardGroup,
  type StdKind,
} from "./advantage/reward-group.ts";
export {
  type CheckpointContent,
  type LoadedModel,
  listCheckpoints,
  nameStep,
  readModel,
  type StageCheckpoint,
  writeCheckpoint,
} from "./checkpoint/manager.ts";
export type { TrainingProgress } from "./checkpoint/run-state.ts";
export { type ConfigSources, loadConfig } from "./config/load-config.ts";
export {
  createConfigJsonSchema,
  type PipelineConfig,
  type ProblemSetConfig,
  parseConfig,
  type RlvrConfig,
  type SampleConfig,
  type StageConfig,
  type SupervisedConfig,
} from "./config.ts";
export * from "./data/index.ts";
export { TrainerError, type TrainerErrorCode } from "./errors.ts";
export * from "./policy/index.ts";
export { createRandom, type Random } from "./random.ts";
export {
  averageHistories,
  countDecisions,
  type MetricRow,
  meanOf,
  readHistory,
} from "./report/training-history.ts";
export { writeRunReport } from "./report/write-run-report.ts";
export type {
  AnswerGrade,
  AnswerToGrade,
  RewardSource,
  RolloutVerdict,
  ScoreBatch,
} from "./reward/reward-source.ts";
export { describeEvent, type EventListener, type RunEvent, type StageResult } from "./run/events.ts";
export type { PolicyFactory } from "./run/policy-pool.ts";
export type { ResumeMode } from "./run/run-directory.ts";
export {
  type RunOptions,
  type RunResult,
  resolveRunDirectory,
  runPipeline,
  runStage,
} from "./run/run-pipeline.ts";
export type { SampleRow } from "./stages/sample-file.ts";
export * from "./tasks/index.ts";
export * from "./tokenizer/index.ts";
export { combineSinks, type MetricSink, type Metrics } from "./tracking/sink.ts";
