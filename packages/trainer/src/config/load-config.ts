import { readFile } from "node:fs/promises";
import { LineCounter, parseDocument } from "yaml";
import { type PipelineConfig, parseConfig } from "../config.ts";
import { TrainerError } from "../errors.ts";
import { applyOverride, parseOverride } from "./config-override.ts";
import { mergeConfigs } from "./merge-configs.ts";

/** Where a pipeline comes from. */
export interface ConfigSources {
  /** What the files are laid over. */
  readonly base?: unknown;
  /** YAML files, merged from left to right: maps key by key, lists replaced whole. */
  readonly files: readonly string[];
  /** `path=value` texts, applied in order after the files. */
  readonly overrides?: readonly string[];
}

/**
 * Reads, merges and checks a pipeline. Throws CONFIG_INVALID with one line per problem, naming the file and the key.
 */
export async function loadConfig(sources: ConfigSources): Promise<PipelineConfig> {
  const values = await Promise.all(sources.files.map(readYaml));
  let merged = values.reduce(mergeConfigs, sources.base ?? {});
  for (const text of sources.overrides ?? []) merged = applyOverride(merged, parseOverride(text));
  return parseConfig(merged, sources.files.join(" + ") || "config");
}

async function readYaml(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === "ENOENT" ? "there is no such file" : error.message;
    throw new TrainerError("CONFIG_INVALID", `Cannot read the config ${file}: ${reason}.`, { cause: error });
  });
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, uniqueKeys: true, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    throw new TrainerError("CONFIG_INVALID", `${file}:${line}:${col}: not valid YAML: ${error.message}.`, {
      cause: error,
    });
  }
  try {
    return document.toJS({ maxAliasCount: 100 }) ?? {};
  } catch (error) {
    throw new TrainerError("CONFIG_INVALID", `${file}: ${(error as Error).message}.`, { cause: error });
  }
}
