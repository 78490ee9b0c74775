import { suggestWord } from "../closest-word.ts";
import { TrainerError } from "../errors.ts";
import { chainTask } from "./chain/chain-task.ts";
import type { Task } from "./task.ts";
import { wordProblemsTask } from "./word-problems/word-task.ts";

const TASKS: readonly Task[] = [chainTask, wordProblemsTask];

/** Names of all built-in tasks. */
export function listTasks(): string[] {
  return TASKS.map((task) => task.name);
}

/** The built-in task of this name. Throws a TrainerError (UNKNOWN_TASK) that suggests the nearest name. */
export function findTask(name: string): Task {
  const task = TASKS.find((candidate) => candidate.name === name);
  if (task === undefined)
    throw new TrainerError("UNKNOWN_TASK", `There is no task "${name}"${suggestWord(name, listTasks())}`);
  return task;
}
