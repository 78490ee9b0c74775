import type { AnswerPolicy } from "@touchstone/verifier/answer";

/** A set of answers with labels from its source. */
export interface LabelledSet {
  readonly name: string;
  /** Path under the data folder. */
  readonly file: string;
  /** `answer`: the response is a bare answer; `response`: the answer has to be found in it. */
  readonly form: "answer" | "response";
  /** What its labels are worth. */
  readonly labels: string;
  /** The policy under which the labels were made, where it is not the default and we have it. */
  readonly labelPolicy?: Partial<AnswerPolicy>;
}

/** A set of gold answers. */
export interface GoldSet {
  readonly name: string;
  readonly files: readonly string[];
}

/** The labelled sets, in the order of the report. */
export const labelledSets: readonly LabelledSet[] = [
  {
    name: "hardverify_math",
    file: "hardverify_math/graded_equivalence.jsonl",
    form: "answer",
    labels:
      "By the source: per problem one answer that is equal to the gold though rule-based checkers reject it, and one that is not. Bare answers, picked for being hard; some are equal only in words or after rounding.",
    labelPolicy: { relativeTolerance: 0.002 },
  },
  {
    name: "qwen25_math_maj8",
    file: "qwen25_math_maj8/graded.jsonl",
    form: "response",
    labels: "By the grader of Qwen2.5-Math, which takes an answer 100 times too large or too small as well.",
  },
  {
    name: "zeroeval_gsm",
    file: "zeroeval/graded_gsm.jsonl.gz",
    form: "response",
    labels:
      "By numeric comparison of the JSON answer field, with percent signs dropped. Rows that it cannot decide are left out. The responses are JSON, which math-verify does not know: it loses most here by what it extracts.",
    labelPolicy: { percent: "lenient" },
  },
  {
    name: "zeroeval_math_l5",
    file: "zeroeval/graded_math_l5.jsonl.gz",
    form: "response",
    labels:
      "By exact or numeric comparison of the JSON answer field; symbolic answers are left out. JSON, as above.",
  },
  {
    name: "reasoning_gym_math",
    file: "reasoning_gym_eval/graded_math_base_vs_rl.jsonl.gz",
    form: "response",
    labels:
      "By the grader of Qwen2.5-Math: percent signs dropped, factors of 100 forgiven, lists compared in order, golds with lost spaces.",
    labelPolicy: { percent: "lenient" },
  },
  {
    name: "gsm8k",
    file: "gsm8k/graded_example_model_solutions.jsonl",
    form: "response",
    labels: "By the authors of the data set.",
  },
];

/** The sets of golds, in the order of the report. */
export const goldSets: readonly GoldSet[] = [
  { name: "math500", files: ["math500/answers.jsonl"] },
  { name: "olympiadbench", files: ["olympiadbench/answers.jsonl"] },
  { name: "theoremqa", files: ["theoremqa/answers.jsonl"] },
  { name: "college_math_ccby", files: ["college_math_ccby/answers.jsonl"] },
  {
    name: "aime_amc",
    files: [
      "aime_amc/answers_aime_1983_2023.jsonl",
      "aime_amc/answers_aime_2024.jsonl",
      "aime_amc/answers_aime_2025.jsonl",
      "aime_amc/answers_amc_2022_2023.jsonl",
    ],
  },
  { name: "deepmind_mathematics", files: ["deepmind_mathematics/answers.jsonl"] },
];
