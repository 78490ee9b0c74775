/** A set of traces with the position of their first error. */
export interface StepSet {
  readonly name: string;
  /** Paths under the data folder. */
  readonly files: readonly string[];
  /** What its labels are worth. */
  readonly labels: string;
}

const human = "By human experts.";

/** The labelled sets, in the order of the report. */
export const stepSets: readonly StepSet[] = [
  { name: "processbench gsm8k", files: ["processbench/steps_gsm8k.jsonl"], labels: human },
  { name: "processbench math", files: ["processbench/steps_math.jsonl"], labels: human },
  { name: "processbench olympiadbench", files: ["processbench/steps_olympiadbench.jsonl"], labels: human },
  { name: "processbench omnimath", files: ["processbench/steps_omnimath.jsonl"], labels: human },
  { name: "mr_ben math", files: ["mr_ben/steps_math.jsonl"], labels: human },
  { name: "mr_ben physics", files: ["mr_ben/steps_physics.jsonl"], labels: human },
  { name: "mr_gsm8k_errors", files: ["mr_gsm8k_errors/steps.jsonl"], labels: `${human} Wrong traces only.` },
  {
    name: "bigbench_mistake arithmetic",
    files: ["bigbench_mistake/steps_multistep_arithmetic.jsonl"],
    labels: "By human annotators; some traces without a labelled mistake hold a false equation.",
  },
  {
    name: "bigbench_mistake other",
    files: [
      "bigbench_mistake/steps_tracking_shuffled_objects.jsonl",
      "bigbench_mistake/steps_word_sorting.jsonl",
      "bigbench_mistake/steps_logical_deduction.jsonl",
    ],
    labels: "By human annotators. Sorting, swapping and ordering: no calculation in them.",
  },
  {
    name: "prmbench",
    files: [
      "prmbench/steps.jsonl.gz",
      "prmbench/steps_clean_originals.jsonl",
      "prmbench/steps_multi_solutions.jsonl",
    ],
    labels:
      "Errors put in by a model into human-accepted traces; rows whose earlier steps differ too are left out.",
  },
  { name: "parc_perl", files: ["parc_perl/steps.jsonl"], labels: "By a pipeline of models." },
];

/** Worked solutions that are right. */
export const goldSolutionFiles: readonly string[] = [
  "gsm8k/answers_test.jsonl",
  "gsm8k/answers_train_slice.jsonl",
];

/** Chains with one label each. */
export const chainFile = "verify_cot_human/chains.jsonl";
