import { type Command, InvalidArgumentError, Option } from "commander";
import type { ConfigSources } from "../config/load-config.ts";
import type { ResumeMode } from "../run/run-directory.ts";

/** Flags that every running command knows. */
export interface GlobalFlags {
  readonly config?: readonly string[];
  readonly set?: readonly string[];
  readonly seed?: number;
  readonly out?: string;
  readonly resume: ResumeMode;
  readonly dryRun?: boolean;
  /** Only of `run`. */
  readonly force?: boolean;
  readonly json?: boolean;
  readonly logLevel: LogLevel;
  readonly quiet?: boolean;
}

/** How much is said on standard error. */
export type LogLevel = "silent" | "error" | "info" | "debug";

/** Adds the global flags to a command. */
export function addGlobalFlags(command: Command): Command {
  return command
    .option("--config <file>", "another config file, laid over those before it (repeatable)", collect)
    .option("--set <path=value>", "set one value, for example stages.distill.steps=100 (repeatable)", collect)
    .option("--seed <number>", "same as --set run.seed=<number>", parseSeed)
    .option("--out <directory>", "run directory, same as --set run.out=<directory>")
    .addOption(
      new Option(
        "--resume <mode>",
        "auto: continue a run that is there; must: only continue; never: only start",
      )
        .choices(["auto", "must", "never"])
        .default("auto"),
    )
    .option("--dry-run", "check everything and stop before the first step")
    .option("--json", "print the result as JSON on standard output")
    .addOption(
      new Option("--log-level <level>", "what is said on standard error")
        .choices(["silent", "error", "info", "debug"])
        .default("info"),
    )
    .option("--quiet", "same as --log-level error");
}

/** The config sources that the flags describe. */
export function readSources(files: readonly string[], flags: GlobalFlags): ConfigSources {
  const overrides = [...(flags.set ?? [])];
  if (flags.seed !== undefined) overrides.push(`run.seed=${flags.seed}`);
  if (flags.out !== undefined) overrides.push(`run.out=${JSON.stringify(flags.out)}`);
  return { files: [...files, ...(flags.config ?? [])], overrides };
}

/** The log level in force. */
export function readLogLevel({ quiet, logLevel }: GlobalFlags): LogLevel {
  return quiet === true && logLevel !== "silent" ? "error" : logLevel;
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

/** Reads a whole number that is not negative. Throws InvalidArgumentError. */
export function parseSeed(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0 || text.trim() === "") {
    throw new InvalidArgumentError("It must be a whole number, 0 or more.");
  }
  return value;
}
