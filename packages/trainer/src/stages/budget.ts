import type { TrainingProgress } from "../checkpoint/run-state.ts";
import { learningRateAt } from "../optim/schedule.ts";

/** When a training stage ends: after so many steps, or once so many FLOPs are counted. */
export interface Budget {
  readonly steps?: number;
  readonly flops?: number;
}

/** Learning rate of a stage. */
export interface RateConfig extends Budget {
  readonly learningRate: number;
  readonly schedule: {
    readonly type: "constant" | "cosine";
    readonly warmupSteps: number;
    readonly floor: number;
  };
}

/** Share of the budget that is used up, 0 to 1. */
export function measureProgress(budget: Budget, progress: TrainingProgress): number {
  const share =
    budget.flops === undefined ? progress.step / (budget.steps ?? 1) : progress.flops / budget.flops;
  return Math.min(1, share);
}

/** Learning rate of the step that follows `progress`; a FLOPs budget moves a cosine by the share that is used up. */
export function computeLearningRate(config: RateConfig, progress: TrainingProgress): number {
  const { type, warmupSteps, floor } = config.schedule;
  const schedule = {
    type,
    peak: config.learningRate,
    warmupUpdates: warmupSteps,
    totalUpdates: config.steps ?? 1,
    floorShare: floor,
  };
  if (config.flops === undefined || progress.step < warmupSteps)
    return learningRateAt(schedule, progress.step);
  // A run of two updates without warm-up spans 0 to 1.
  return learningRateAt(
    { ...schedule, warmupUpdates: 0, totalUpdates: 2 },
    measureProgress(config, progress),
  );
}
