import { createHash } from "node:crypto";

/** Up to `count` of the texts, the same ones whatever their order: those with the smallest hashes. */
export function pickSample(texts: readonly string[], count: number): ReadonlySet<string> {
  const byHash = texts.map((text) => ({ text, hash: createHash("sha256").update(text).digest("hex") }));
  byHash.sort((a, b) => (a.hash < b.hash ? -1 : 1));
  return new Set(byHash.slice(0, count).map(({ text }) => text));
}
