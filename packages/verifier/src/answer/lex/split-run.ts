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

/** The names by their first letter. */
const namesByLetter: ReadonlyMap<string, readonly string[]> = new Map(
  [...new Set(runNames.map((name) => name.charAt(0)))].map((letter) => [
    letter,
    runNames.filter((name) => name.startsWith(letter)),
  ]),
);

function nameAt(run: string, at: number): string | undefined {
  if (run.length - at < 2) return undefined;
  return namesByLetter.get(run.charAt(at))?.find((name) => run.startsWith(name, at));
}
