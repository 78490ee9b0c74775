export { CHAIN_MODULUS, type ChainProblem } from "./chain/chain-problem.ts";
export type { ChainSettings } from "./chain/chain-settings.ts";
export { chainTask } from "./chain/chain-task.ts";
export { pickForeignGolds } from "./derangement.ts";
export { findTask, listTasks } from "./registry.ts";
export type { Problem, StepError, Task, TraceCheck, TraceStepCheck } from "./task.ts";
export type { WordProblem } from "./word-problems/word-problem.ts";
export type { WordSettings } from "./word-problems/word-settings.ts";
export { wordProblemsTask } from "./word-problems/word-task.ts";
