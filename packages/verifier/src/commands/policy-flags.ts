import { type Command, InvalidArgumentError, Option } from "commander";
import { type AnswerPolicy, resolvePolicy } from "../answer/policy.ts";

/** Flags of an answer policy, as commander parses them. */
export interface PolicyFlags {
  readonly place?: AnswerPolicy["place"];
  readonly choice?: AnswerPolicy["choice"];
  readonly adjacentBoxes?: AnswerPolicy["adjacentBoxes"];
  readonly prose?: AnswerPolicy["prose"];
  readonly percent?: AnswerPolicy["percent"];
  readonly units?: AnswerPolicy["units"];
  readonly order?: AnswerPolicy["order"];
  readonly rounding?: AnswerPolicy["rounding"];
  readonly goldRule?: AnswerPolicy["goldRule"];
  readonly angles?: AnswerPolicy["angles"];
  readonly vectors?: AnswerPolicy["vectors"];
  readonly unevaluated?: AnswerPolicy["unevaluated"];
  readonly integrationConstant?: AnswerPolicy["integrationConstant"];
  readonly decimalComma?: AnswerPolicy["decimalComma"];
  readonly symbols?: AnswerPolicy["symbols"];
  readonly positiveSymbols?: readonly string[];
  readonly integerSymbols?: readonly string[];
  readonly absoluteTolerance?: number;
  readonly relativeTolerance?: number;
  readonly insideReasoning?: boolean;
  readonly caseSensitive?: boolean;
}

/** Adds the flags of an answer policy to a command. */
export function addPolicyFlags(command: Command): Command {
  const choose = (flag: string, text: string, choices: string[]) =>
    command.addOption(new Option(flag, text).choices(choices));
  choose("--place <where>", "where the answer may stand (default: marked)", ["box", "marked", "anywhere"]);
  choose("--choice <which>", "which of several answers counts (default: last)", [
    "last",
    "first",
    "all_agree",
  ]);
  choose("--adjacent-boxes <rule>", "whether boxes side by side are one answer (default: joined)", [
    "joined",
    "separate",
  ]);
  choose("--prose <rule>", "whether prose around a marked answer is cut off (default: trim)", [
    "trim",
    "refuse",
  ]);
  choose("--percent <rule>", "lenient: 28% also equals a bare 28 (default: strict)", ["strict", "lenient"]);
  choose("--units <rule>", "whether a unit may be missing (default: optional)", ["optional", "required"]);
  choose("--order <rule>", "order of lists (default: by_kind)", ["by_kind", "ordered", "unordered"]);
  addComparisonFlags(choose);
  return command
    .option("--positive-symbols <names...>", "variables that are positive")
    .option("--integer-symbols <names...>", "variables that are whole numbers")
    .option(
      "--absolute-tolerance <number>",
      "accept answers this far from the gold (default: 0)",
      readTolerance,
    )
    .option("--relative-tolerance <number>", "the same as a share of the gold (default: 0)", readTolerance)
    .option("--inside-reasoning", "accept an answer inside the reasoning block")
    .option("--case-sensitive", "compare text with regard to case");
}

function addComparisonFlags(choose: (flag: string, text: string, choices: string[]) => void): void {
  choose("--rounding <rule>", "gold_digits: a gold decimal stands for what rounds to it (default: exact)", [
    "exact",
    "gold_digits",
  ]);
  choose("--gold-rule <rule>", "whether several golds are alternatives or parts (default: any)", [
    "any",
    "all",
  ]);
  choose("--angles <rule>", "lenient: 90 also equals 90 degrees (default: lenient)", ["lenient", "strict"]);
  choose("--vectors <rule>", "whether a column may be written as a tuple (default: any_shape)", [
    "any_shape",
    "by_shape",
  ]);
  choose("--unevaluated <rule>", "whether 27+18 pays for 45 (default: refuse)", ["accept", "refuse"]);
  choose("--integration-constant <rule>", "whether x^2+C may be shifted (default: from_problem)", [
    "from_problem",
    "free",
    "literal",
  ]);
  choose("--decimal-comma <rule>", "whether 2,5 may be 2.5 (default: by_language)", [
    "by_language",
    "always",
    "never",
  ]);
  choose("--symbols <rule>", "what variables stand for (default: real)", ["real", "positive", "integer"]);
}

/** The policy that the flags ask for, every field set. */
export function readPolicyFlags(flags: PolicyFlags): AnswerPolicy {
  const { place, choice, adjacentBoxes, prose, percent, units, order } = flags;
  const { absoluteTolerance, relativeTolerance, rounding, goldRule, angles, vectors } = flags;
  const { unevaluated, integrationConstant, decimalComma, symbols, positiveSymbols, integerSymbols } = flags;
  const rules = { place, choice, adjacentBoxes, prose, percent, units, order };
  const readings = { integrationConstant, decimalComma, symbols };
  const comparison = { rounding, goldRule, angles, vectors, unevaluated, ...readings };
  const names = { positiveSymbols, integerSymbols };
  const given = { ...rules, ...comparison, ...names, absoluteTolerance, relativeTolerance };
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return resolvePolicy({
    ...set,
    afterReasoningOnly: flags.insideReasoning !== true,
    ignoreCase: flags.caseSensitive !== true,
  });
}

function readTolerance(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isFinite(value) && value >= 0) return value;
  throw new InvalidArgumentError("It must be a number >= 0.");
}
