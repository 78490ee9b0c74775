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
  return command
    .option(
      "--absolute-tolerance <number>",
      "accept answers this far from the gold (default: 0)",
      readTolerance,
    )
    .option("--relative-tolerance <number>", "the same as a share of the gold (default: 0)", readTolerance)
    .option("--inside-reasoning", "accept an answer inside the reasoning block")
    .option("--case-sensitive", "compare text with regard to case");
}

/** The policy that the flags ask for, every field set. */
export function readPolicyFlags(flags: PolicyFlags): AnswerPolicy {
  const { place, choice, adjacentBoxes, prose, percent, units, order } = flags;
  const { absoluteTolerance, relativeTolerance } = flags;
  const rules = { place, choice, adjacentBoxes, prose, percent, units, order };
  const given = { ...rules, absoluteTolerance, relativeTolerance };
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
