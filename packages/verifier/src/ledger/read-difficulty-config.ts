import { readFileSync } from "node:fs";
import { type DifficultyConfig, resolveDifficultyConfig } from "../difficulty/difficulty-config.ts";
import { VerifierError } from "../errors.ts";

/**
 * Difficulty settings from a JSON file and from `name=value` texts, which win.
 *
 * @throws VerifierError INVALID_OPTION
 */
export function readDifficultyConfig(
  file: string | undefined,
  changes: readonly string[] = [],
): DifficultyConfig {
  const given: [string, unknown][] = file === undefined ? [] : Object.entries(readObject(file));
  return resolveDifficultyConfig(Object.fromEntries([...given, ...changes.map(readChange)]));
}

function readObject(file: string): object {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new VerifierError("INVALID_OPTION", `Cannot read ${file}: ${reason}`, { cause });
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new VerifierError("INVALID_OPTION", `${file} must hold a JSON object of difficulty settings.`);
}

function readChange(text: string): [string, unknown] {
  const at = text.indexOf("=");
  if (at < 1) {
    throw new VerifierError(
      "INVALID_OPTION",
      `--difficulty needs name=value, and got ${JSON.stringify(text)}.`,
    );
  }
  const value = text.slice(at + 1);
  const number = Number(value);
  return [text.slice(0, at), value.trim() === "" || Number.isNaN(number) ? value : number];
}
