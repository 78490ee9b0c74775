import { functionAliases, functionNames, runNames } from "./macro-table.ts";
import type { TokenType } from "./token.ts";

/** A part of a run of letters: one letter, the name of a letter, or a function. */
export interface RunPart {
  readonly type: TokenType & ("letter" | "macro");
  readonly text: string;
}

/**
 * Returns the letters of a run, with the functions and Greek letters that are written out in it: `xsinx` is x, sin, x and
 * `npi` is n, π. Names are found from the left, the longest first.
 */
export function splitRun(run: string): readonly RunPart[] {
  const parts: RunPart[] = [];
  for (let at = 0; at < run.length; ) {
    const name = nameAt(run, at);
    if (name === undefined) parts.push({ type: "letter", text: run[at] ?? "" });
    else if (functionNames.has(name)) parts.push({ type: "macro", text: name });
    else if (functionAliases.has(name))
      parts.push({ type: "macro", text: functionAliases.get(name) ?? name });
    else parts.push({ type: "letter", text: name });
    at += name?.length ?? 1;
  }
  return parts;
}

/** Tells whether a run holds the name of a function or of a Greek letter. */
export function hasNames(parts: readonly RunPart[]): boolean {
  return parts.some(({ type, text }) => type === "macro" || text.length > 1);
}

/** Tells whether the name of a function or of a Greek letter stands somewhere in a run. */
export function holdsName(run: string): boolean {
  for (let at = 0; at + 1 < run.length; at++) if (nameAt(run, at) !== undefined) return true;
  return false;
}

const noNames: readonly string[] = [];
/** The names by the code of their first letter. */
const namesByLetter: readonly (readonly string[])[] = Array.from({ length: 128 }, (_, code) => {
  const names = runNames.filter((name) => name.charCodeAt(0) === code);
  return names.length === 0 ? noNames : names;
});

function nameAt(run: string, at: number): string | undefined {
  if (run.length - at < 2) return undefined;
  const names = namesByLetter[run.charCodeAt(at)] ?? noNames;
  for (const name of names) if (run.startsWith(name, at)) return name;
  return undefined;
}
