import type { Fuel } from "../fuel.ts";
import type { Candidate } from "./candidate.ts";
import { lineEnd, trimSpan } from "./trim-span.ts";

/** Returns what follows each `####` on its line. */
export function findHashMarkers(text: string, start: number, end: number, fuel: Fuel): readonly Candidate[] {
  fuel.spend(1 + Math.ceil((end - start) / 64));
  const found: Candidate[] = [];
  for (let at = text.indexOf("####", start); at !== -1 && at < end; at = text.indexOf("####", at)) {
    const stop = lineEnd(text, at, end);
    let from = at + 4;
    while (text[from] === "#") from++;
    const next = text.indexOf("####", from);
    const span = trimSpan(text, from, next !== -1 && next < stop ? next : stop);
    found.push({ ...span, source: "hash_marker" });
    fuel.spend(40 + Math.ceil((stop - at) / 4));
    at = Math.max(from, span.end);
  }
  return found;
}
