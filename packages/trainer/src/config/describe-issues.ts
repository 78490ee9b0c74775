import type { z } from "zod";
import { findClosestWord } from "../closest-word.ts";
import { formatPath, readPath } from "./config-path.ts";
import { listKnownKeys } from "./known-keys.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/**
 * Turns schema issues into one sentence each: path in the file's spelling, what is wrong, what is allowed.
 * `prefix` is where `schema` sits in the whole file; `value` is what was checked.
 */
export function describeIssues(
  schema: z.ZodType,
  issues: readonly Issue[],
  value: unknown,
  prefix: Path = [],
): string[] {
  return issues.flatMap((issue) => {
    const path = formatPath([...prefix, ...issue.path]);
    if (issue.code === "unrecognized_keys") {
      const known = listKnownKeys(schema, issue.path, value);
      return issue.keys.map((key) =>
        describeUnknownKey(formatPath([...prefix, ...issue.path, key]), key, known),
      );
    }
    const found = readPath(value, issue.path);
    if (found === undefined && issue.code !== "custom")
      return [`${path}: is missing; ${describeExpected(issue)}.`];
    return [`${path}: ${describeExpected(issue)}, got ${show(found)}.`];
  });
}

function describeUnknownKey(path: string, key: string, known: readonly string[]): string {
  const closest = findClosestWord(key, known);
  const hint = closest === undefined ? `Known keys: ${known.join(", ")}.` : `Did you mean "${closest}"?`;
  return `${path}: unknown key "${key}". ${hint}`;
}

function describeExpected(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return `must be ${withArticle(issue.expected)}`;
    case "invalid_value":
      return `must be ${list(issue.values.map((value) => JSON.stringify(value)))}`;
    case "too_small":
      return describeBound("at least", "more than", issue.minimum, issue.inclusive, issue.origin);
    case "too_big":
      return describeBound("at most", "less than", issue.maximum, issue.inclusive, issue.origin);
    case "invalid_union":
      return describeUnion(issue);
    default:
      return issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
  }
}

function describeUnion(issue: Extract<Issue, { code: "invalid_union" }>): string {
  const options = "options" in issue ? issue.options : undefined;
  if (options !== undefined) return `must be ${list(options.map((option) => JSON.stringify(option)))}`;
  const parts = issue.errors.flatMap((errors) =>
    errors[0] === undefined ? [] : [describeExpected(errors[0])],
  );
  return [...new Set(parts)].join(" or ");
}

function describeBound(
  reached: string,
  passed: string,
  bound: number | bigint,
  inclusive: boolean | undefined,
  origin: string,
): string {
  const comparison = inclusive === false ? passed : reached;
  if (origin === "array") return `must have ${comparison} ${bound} entries`;
  if (origin === "string") return `must have ${comparison} ${bound} characters`;
  return `must be ${comparison} ${bound}`;
}

function withArticle(expected: string): string {
  const words: Record<string, string> = {
    int: "a whole number",
    record: "a map",
    object: "a map",
    array: "a list",
  };
  return words[expected] ?? `a ${expected}`;
}

function list(options: readonly string[]): string {
  return options.length === 1 ? `${options[0]}` : `one of ${options.join(", ")}`;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
