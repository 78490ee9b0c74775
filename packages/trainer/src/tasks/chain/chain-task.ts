import type { Task } from "../task.ts";
import { checkChainTrace } from "./chain-check.ts";
import { findChainFormat } from "./chain-parse.ts";
import { CHAIN_NAMES, type ChainProblem, createChainProblem } from "./chain-problem.ts";
import { type ChainSettings, chainSettingsSchema } from "./chain-settings.ts";
import { CHAIN_FORMATS, writeChainTrace, writeCorruptChainTrace } from "./chain-trace.ts";

/**
 * Chains of arithmetic modulo 10: `^ a 3 ; k a + 7 ; c k * a ; f c - 5 ; ? ? ?` asks for the values of the last three
 * variables. Small enough for models of 100,000 parameters, exactly checkable step by step, and with ten to the power
 * of q possible answers.
 */
export const chainTask: Task<ChainProblem, ChainSettings> = {
  name: "chain",
  formats: CHAIN_FORMATS,
  words: ["^", ";", "?", "=", ",", "+", "-", "*", "A:", "B:", "####", ..."0123456789", ...CHAIN_NAMES],
  segmentation: "words",
  settingsSchema: chainSettingsSchema,
  answerPolicy: {
    place: "ANSWER_PLACE_MARKED",
    choice: "ANSWER_CHOICE_LAST",
    order: "ORDER_RULE_ORDERED",
  },
  createProblem: createChainProblem,
  writeTrace: writeChainTrace,
  writeCorruptTrace: writeCorruptChainTrace,
  formatOf: findChainFormat,
  checkTrace: checkChainTrace,
};
