import { join } from "node:path";
import { readJsonLines } from "../load-rows.ts";

/** A set of responses of which some are known to be right. */
export interface ShortcutSet {
  readonly name: string;
  /** Paths under the data folder. */
  readonly files: readonly string[];
  /** Rules and thresholds were set before this set was looked at. */
  readonly isHeldOut: boolean;
  /** Several responses to a problem, in `response`; or steps, or one chain. */
  readonly form: "responses" | "steps" | "chain";
}

/** A response to a problem. */
export interface Rollout {
  readonly id: string;
  /** The problem that it shares with others. */
  readonly group: string;
  readonly problem: string;
  readonly gold: string;
  readonly text: string;
  /** Right answer, and by a right way where the set says so. */
  readonly isRight: boolean;
}

/** The sets, in the order of the report. */
export const shortcutSets: readonly ShortcutSet[] = [
  {
    name: "qwen25_math_maj8",
    files: ["qwen25_math_maj8/graded.jsonl"],
    isHeldOut: false,
    form: "responses",
  },
  {
    name: "zeroeval gsm",
    files: ["zeroeval/graded_gsm.jsonl.gz"],
    isHeldOut: false,
    form: "responses",
  },
  {
    name: "zeroeval math_l5",
    files: ["zeroeval/graded_math_l5.jsonl.gz"],
    isHeldOut: false,
    form: "responses",
  },
  {
    name: "reasoning_gym_eval base and RL",
    files: ["reasoning_gym_eval/graded_math_base_vs_rl.jsonl.gz"],
    isHeldOut: false,
    form: "responses",
  },
  {
    name: "gsm8k solutions of models",
    files: ["gsm8k/graded_example_model_solutions.jsonl"],
    isHeldOut: false,
    form: "responses",
  },
  {
    name: "processbench",
    files: ["gsm8k", "math", "olympiadbench", "omnimath"].map((part) => `processbench/steps_${part}.jsonl`),
    isHeldOut: false,
    form: "steps",
  },
  {
    name: "reasoning_gym_eval llama 3B RL",
    files: ["reasoning_gym_eval/graded_llama3b_rl_n50.jsonl.gz"],
    isHeldOut: true,
    form: "responses",
  },
  {
    name: "reasoning_gym_eval easy",
    files: ["reasoning_gym_eval/graded_rg_zero_shot_easy.jsonl.gz"],
    isHeldOut: true,
    form: "responses",
  },
  {
    name: "reasoning_gym_eval hard",
    files: ["reasoning_gym_eval/graded_rg_zero_shot_hard.jsonl.gz"],
    isHeldOut: true,
    form: "responses",
  },
  {
    name: "mr_ben",
    files: ["mr_ben/steps_math.jsonl", "mr_ben/steps_physics.jsonl"],
    isHeldOut: true,
    form: "steps",
  },
  {
    name: "prmbench originals",
    files: ["prmbench/steps_clean_originals.jsonl"],
    isHeldOut: true,
    form: "steps",
  },
  { name: "parc_perl", files: ["parc_perl/steps.jsonl"], isHeldOut: true, form: "steps" },
  { name: "verify_cot_human", files: ["verify_cot_human/chains.jsonl"], isHeldOut: true, form: "chain" },
];

/** The responses of a set. Throws where a file is missing. */
export function loadRollouts(dataFolder: string, set: ShortcutSet): Rollout[] {
  const rows = set.files.flatMap((file) => readJsonLines(join(dataFolder, file)));
  return rows.map((row) => {
    const problem = String(row["problem"] ?? "");
    return {
      id: String(row["id"]),
      group: String(row["problem_id"] ?? problem),
      problem,
      gold: String(row["gold"] ?? ""),
      text: set.form === "steps" ? (row["steps"] as unknown[]).join("\n\n") : String(row["response"]),
      isRight: isRight(set, row),
    };
  });
}

function isRight({ form }: ShortcutSet, row: Record<string, unknown>): boolean {
  if (form === "responses") return row["correct"] === true;
  if (form === "chain") return row["chain_valid"] === true && row["final_correct"] === true;
  return row["first_error"] === -1 && row["final_correct"] !== false;
}
