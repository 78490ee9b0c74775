import { type ConnectionSettings, connectionFlags } from "@touchstone/proto/connection-flags";
import { type Command, Option } from "commander";
import { parseConfidence, parseIntList, parsePositiveInt, parseSeed } from "./parse-options.ts";

/** Options that every command takes. */
export interface SharedOptions extends ConnectionSettings {
  readonly stratumField: string;
  readonly poolSeeds: boolean;
  readonly minN: number;
  readonly resamples: number;
  readonly seed: number;
  readonly confidence: number;
  readonly groupSizes: number[];
  readonly allowMalformed: boolean;
  readonly maxLineBytes: number;
  readonly verifier?: string;
  readonly regrade: boolean;
  readonly null: boolean;
  readonly place?: "box" | "marked" | "anywhere";
  readonly quiet: boolean;
}

/** Adds the options that every command takes. */
export function addSharedOptions(command: Command): Command {
  addGradingOptions(addReadingOptions(command));
  return command
    .optionsGroup("Uncertainty:")
    .option("--resamples <n>", "bootstrap resamples of problems", parsePositiveInt, 10_000)
    .option("--seed <n>", "seed of the resamples", parseSeed, 0)
    .option("--confidence <level>", "coverage of intervals", parseConfidence, 0.95)
    .option("--group-sizes <list>", "group sizes for the silent-group rate", parseIntList, [4, 8, 16, 32])
    .optionsGroup("Other:")
    .option("--quiet", "no progress", false);
}

function addReadingOptions(command: Command): Command {
  return command
    .optionsGroup("Reading:")
    .option("--stratum-field <name>", "field that holds a problem's stratum", "stratum")
    .option(
      "--pool-seeds",
      "count all seeds of a model as one run: the seed names a draw, not a training run",
      false,
    )
    .option("--min-n <n>", "leave out problems with fewer judged samples", parsePositiveInt, 1)
    .option("--allow-malformed", "exit 0 although some lines could not be used", false)
    .option(
      "--max-line-bytes <n>",
      "longest line; a longer one is malformed",
      parsePositiveInt,
      16 * 1024 * 1024,
    );
}

function addGradingOptions(command: Command): void {
  command
    .optionsGroup("Grading:")
    .option("--verifier <host:port>", "grade rows that have `response` and `gold` but no `correct`")
    .option("--regrade", "grade every row that has `response` and `gold`", false)
    .option("--no-null", "do not also score each response against another problem's answer")
    .addOption(
      new Option("--place <where>", "where an answer may stand").choices(["box", "marked", "anywhere"]),
    );
  for (const [flags, description] of connectionFlags) command.option(flags, description);
}
