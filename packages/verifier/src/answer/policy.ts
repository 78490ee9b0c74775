/** Where in a response the answer may stand. */
export type AnswerPlace = "box" | "marked" | "anywhere";

/** Which of several boxes (or of several markers) counts. */
export type AnswerChoice = "last" | "first" | "all_agree";

/** Whether boxes with nothing but a separator between them are one answer. */
export type AdjacentBoxes = "joined" | "separate";

/** Whether prose around a marked answer is cut off. */
export type ProseRule = "trim" | "refuse";

/** How an answer is found and compared. Every verdict is made under one fully resolved policy. */
export interface AnswerPolicy {
  /**
   * `box`: only inside `\boxed{...}`. `marked`: a box, else an explicit marker (`#### x`, `<answer>x</answer>`,
   * "the answer is x", a JSON "answer" field). `anywhere`: as `marked`, else the last value of the response.
   */
  place: AnswerPlace;
  /** Which box or marker counts. `all_agree`: all must be equal, else incorrect with `conflicting_answers`. */
  choice: AnswerChoice;
  /**
   * `joined`: boxes with nothing but a separator, "and" or "or" between them list one answer in parts. `separate`: each
   * is an answer of its own.
   */
  adjacentBoxes: AdjacentBoxes;
  /**
   * `trim`: a reason after a marked answer is cut off ("5 apples because ..."), and a plain sentence with one value
   * stands for it ("Sally has 9 books"). `refuse`: what is marked has to be the answer alone.
   */
  prose: ProseRule;
  /** Only text after the end of a reasoning block counts; an unfinished block holds no answer. */
  afterReasoningOnly: boolean;
  /** `strict`: 28% is 0.28. `lenient`: 28% also equals a bare 28 where exactly one side carries the sign. */
  percent: "strict" | "lenient";
  /**
   * Whether 2,5 may be 2.5: `by_language`: behind a marker of a language that writes it so, in a text of such a language,
   * and in a response without words.
   */
  decimalComma: "by_language" | "always" | "never";
  /** `optional`: a unit may be missing on one side. `required`: the answer carries one whenever the gold does. */
  units: "optional" | "required";
  /** `by_kind`: tuples are ordered, sets and bare lists are not. Sets stay unordered under `ordered`. */
  order: "by_kind" | "ordered" | "unordered";
  /** Accept |answer - gold| <= this. 0: exact. */
  absoluteTolerance: number;
  /** Accept |answer - gold| <= this * |gold|. 0: exact. */
  relativeTolerance: number;
  /** Compare plain text without regard to case. */
  ignoreCase: boolean;
  /**
   * `gold_digits`: a gold decimal with places after the point stands for every number that rounds to it (0.333 for 1/3);
   * zeros at its end count, and fractions are exact.
   */
  rounding: "exact" | "gold_digits";
  /** `any`: several golds are alternatives. `all`: they are parts, and the answer lists every one of them. */
  goldRule: "any" | "all";
  /** `lenient`: a bare number beside degrees is a number of degrees. `strict`: it is one of radians. */
  angles: "lenient" | "strict";
  /** `any_shape`: a row or column matrix may be written as a tuple. `by_shape`: a matrix is a matrix of its shape. */
  vectors: "any_shape" | "by_shape";
  /** Whether arithmetic left undone (27+18) pays where the gold is a plain number; `unevaluated_answer` if not. */
  unevaluated: "accept" | "refuse";
  /**
   * Whether the constant of an antiderivative or of the solution of a differential equation may be shifted and scaled
   * (`x^2+C` and `x^2+1+C`). `from_problem`: where the text of the problem asks for one; without that text a shift is
   * undecided. `free`, `literal`: always, never. Another name of the constant is always free.
   */
  integrationConstant: "from_problem" | "free" | "literal";
  /** What variables stand for, unless listed in the next two fields. */
  symbols: "real" | "positive" | "integer";
  /** Variables that are positive. */
  positiveSymbols: readonly string[];
  /** Variables that are whole numbers. */
  integerSymbols: readonly string[];
}

/** The policy applied where a caller sets nothing: strict enough to pay rewards by. */
export const defaultPolicy: AnswerPolicy = Object.freeze({
  place: "marked",
  choice: "last",
  adjacentBoxes: "joined",
  prose: "trim",
  afterReasoningOnly: true,
  percent: "strict",
  decimalComma: "by_language",
  units: "optional",
  order: "by_kind",
  absoluteTolerance: 0,
  relativeTolerance: 0,
  ignoreCase: true,
  rounding: "exact",
  goldRule: "any",
  angles: "lenient",
  vectors: "any_shape",
  unevaluated: "refuse",
  integrationConstant: "from_problem",
  symbols: "real",
  positiveSymbols: Object.freeze([]),
  integerSymbols: Object.freeze([]),
});

/** Returns the policy with every unset field taken from {@link defaultPolicy}. */
export function resolvePolicy(partial?: Partial<AnswerPolicy>): AnswerPolicy {
  return partial === undefined ? defaultPolicy : { ...defaultPolicy, ...partial };
}
