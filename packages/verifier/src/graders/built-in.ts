import type { AnswerGrader } from "./answer-grader.ts";
import { countdownGrader } from "./countdown.ts";
import { exactGrader } from "./exact.ts";
import { jsonGrader } from "./json.ts";
import { multipleChoiceGrader } from "./multiple-choice.ts";
import { numericGrader } from "./numeric.ts";
import { regexGrader } from "./regex.ts";

/** The graders beside the mathematical core. */
export const builtInGraders: readonly AnswerGrader<unknown>[] = [
  multipleChoiceGrader,
  numericGrader,
  exactGrader,
  jsonGrader,
  regexGrader,
  countdownGrader,
];
