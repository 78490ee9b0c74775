import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareConfigs } from "../config/compare-configs.ts";
import { toSnakeCase } from "../config/key-case.ts";
import { isMap } from "../config/merge-configs.ts";
import type { PipelineConfig } from "../config.ts";
import { writeFileDurably } from "../durable-files.ts";
import { TrainerError } from "../errors.ts";
import { readPackageVersion } from "../package-version.ts";

/** auto: continue a run that is there, else start one; must: only continue; never: only start. */
export type ResumeMode = "auto" | "must" | "never";

// Settings that may change between two sittings of one run: none of them changes what is computed.
const changeable = [
  /^run\.(out|tensorboard)$/,
  /^verifier\.(address|deadline_ms|command)$/,
  /^stages\[\d+\]\.(checkpoint_every|keep_checkpoints)$/,
];

/** Creates a run directory or checks that it can be used. Throws RUN_EXISTS or NOTHING_TO_RESUME. */
export function checkRunDirectory(directory: string, mode: ResumeMode): void {
  if (existsSync(join(directory, "config.json"))) {
    if (mode !== "never") return;
    throw new TrainerError(
      "RUN_EXISTS",
      `There is a run in ${directory}; choose another --out, remove it, or drop --resume=never.`,
    );
  }
  if (mode === "must") {
    throw new TrainerError(
      "NOTHING_TO_RESUME",
      `There is no run in ${directory}; drop --resume=must to start one.`,
    );
  }
  if (existsSync(directory) && readdirSync(directory).some((name) => !name.startsWith("."))) {
    throw new TrainerError("RUN_EXISTS", `${directory} is not empty and holds no run; choose another --out.`);
  }
  mkdirSync(directory, { recursive: true });
}

/**
 * Writes the resolved config of a run into its checked directory. Returns whether a run is continued. Throws
 * CONFIG_CHANGED with every key that differs from the run that is there; stages may be added at the end.
 */
export function openRunDirectory(directory: string, config: PipelineConfig): boolean {
  const file = join(directory, "config.json");
  const resolved = toSnakeCase(config);
  const isResumed = existsSync(file);
  if (isResumed) checkUnchanged(file, resolved);
  writeConfig(file, resolved);
  return isResumed;
}

function checkUnchanged(file: string, resolved: unknown): void {
  const before = readStoredConfig(file);
  const differences = compareConfigs(before, dropAddedStages(resolved, before), (path) =>
    changeable.some((pattern) => pattern.test(path)),
  );
  if (differences.length === 0) return;
  const lines = differences.map(
    ({ path, before: old, after }) => `  ${path}: ${show(old)} there, ${show(after)} here`,
  );
  const message = `The run in ${file.replace(/config\.json$/, "")} was started with another config:\n${lines.join("\n")}\nRestore these values to continue it, or choose another --out.`;
  throw new TrainerError("CONFIG_CHANGED", message);
}

function readStoredConfig(file: string): unknown {
  try {
    const { config } = JSON.parse(readFileSync(file, "utf8")) as { config?: unknown };
    if (isMap(config)) return config;
  } catch {
    // Falls through to the error below: what matters is that the file is unusable, not why.
  }
  throw new TrainerError("CHECKPOINT_INVALID", `${file} cannot be read; choose another --out.`);
}

function dropAddedStages(after: unknown, before: unknown): unknown {
  if (!isMap(after) || !isMap(before)) return after;
  const { stages } = after;
  const known = before["stages"];
  return Array.isArray(stages) && Array.isArray(known)
    ? { ...after, stages: stages.slice(0, known.length) }
    : after;
}

function writeConfig(file: string, config: unknown): void {
  const content = {
    format: 1,
    version: readPackageVersion(),
    git_revision: readGitRevision(),
    node: process.version,
    config,
  };
  writeFileDurably(file, `${JSON.stringify(content, null, 2)}\n`);
}

// The revision of the folder the run was started in; null outside a repository.
function readGitRevision(): string | null {
  const { status, stdout } = spawnSync("git", ["rev-parse", "HEAD"], { encoding: "utf8", timeout: 5_000 });
  return status === 0 ? stdout.trim() : null;
}

function show(value: unknown): string {
  return value === undefined ? "not set" : JSON.stringify(value);
}
