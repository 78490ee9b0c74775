import type { Task } from "../task.ts";
import { checkWordTrace } from "./word-check.ts";
import { findWordFormat } from "./word-parse.ts";
import { createWordProblem, type WordProblem } from "./word-problem.ts";
import { type WordSettings, wordSettingsSchema } from "./word-settings.ts";
import { WORD_FORMATS, writeCorruptWordTrace, writeWordTrace } from "./word-trace.ts";
import { collectWordPieces } from "./word-vocabulary.ts";

/** Arithmetic word problems of two to six steps in plain English, with an integer answer below 1000. */
export const wordProblemsTask: Task<WordProblem, WordSettings> = {
  name: "word_problems",
  formats: WORD_FORMATS,
  words: collectWordPieces(),
  segmentation: "pieces",
  settingsSchema: wordSettingsSchema,
  answerPolicy: { place: "ANSWER_PLACE_MARKED", choice: "ANSWER_CHOICE_LAST" },
  createProblem: createWordProblem,
  writeTrace: writeWordTrace,
  writeCorruptTrace: writeCorruptWordTrace,
  formatOf: findWordFormat,
  checkTrace: checkWordTrace,
};
