import { parse } from "yaml";
import { suggestWord } from "../closest-word.ts";
import { TrainerError } from "../errors.ts";
import { isMap } from "./merge-configs.ts";

/** One `--set path=value`. */
export interface ConfigOverride {
  readonly text: string;
  readonly path: readonly string[];
  readonly value: unknown;
}

/**
 * Reads `stages.distill.learning_rate=1e-3`. The value is YAML, so numbers, booleans and lists keep their type.
 * Throws CONFIG_INVALID when there is no `=`, the path has an empty part, or the value is not YAML.
 */
export function parseOverride(text: string): ConfigOverride {
  const equals = text.indexOf("=");
  const path = text.slice(0, Math.max(0, equals)).trim().split(".");
  if (equals < 1 || path.includes("")) {
    throw invalid(text, "write it as path=value, for example stages.distill.learning_rate=1e-3");
  }
  return { text, path, value: parseValue(text, text.slice(equals + 1)) };
}

/** Returns a copy of `config` with one value set. List entries are named by their `name` or their index. */
export function applyOverride(config: unknown, override: ConfigOverride): unknown {
  return setAt(config, override.path, override, []);
}

function setAt(
  node: unknown,
  path: readonly string[],
  override: ConfigOverride,
  done: readonly string[],
): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return override.value;
  if (Array.isArray(node)) {
    const index = findEntry(node, key, override, done);
    return node.map((entry, i) => (i === index ? setAt(entry, rest, override, [...done, key]) : entry));
  }
  if (node !== undefined && node !== null && !isMap(node)) {
    throw invalid(override.text, `${done.join(".")} is ${JSON.stringify(node)}, which has no keys`);
  }
  const map = isMap(node) ? node : {};
  const child = Object.hasOwn(map, key) ? map[key] : undefined;
  return Object.fromEntries([...Object.entries(map), [key, setAt(child, rest, override, [...done, key])]]);
}

function findEntry(
  list: readonly unknown[],
  key: string,
  override: ConfigOverride,
  done: readonly string[],
): number {
  const names = list.map((entry) =>
    isMap(entry) && typeof entry["name"] === "string" ? entry["name"] : undefined,
  );
  const byName = names.indexOf(key);
  if (byName >= 0) return byName;
  const index = /^\d{1,6}$/.test(key) ? Number(key) : -1;
  if (index >= 0 && index < list.length) return index;
  const known = names.filter((name) => name !== undefined);
  const what = `${done.join(".")} has no entry "${key}" (${list.length} entries)`;
  throw invalid(override.text, `${what}${suggestWord(key, known).replace(/\.$/, "")}`);
}

function parseValue(text: string, source: string): unknown {
  try {
    return parse(source);
  } catch (error) {
    throw new TrainerError("CONFIG_INVALID", `--set ${text}: the value is not valid YAML.`, { cause: error });
  }
}

function invalid(text: string, reason: string): TrainerError {
  return new TrainerError("CONFIG_INVALID", `--set ${text}: ${reason}${/[?.]$/.test(reason) ? "" : "."}`);
}
