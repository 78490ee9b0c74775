import type { GoldResult, GoldTally } from "../measure-golds.ts";
import { formatShare, formatTable, quote } from "./markdown-table.ts";

/** Golds read and equal to their own rewritings, by set and by rewriting, with our misses. */
export function formatGolds(results: readonly GoldResult[]): string {
  const misses = results.flatMap(({ name, misses }) => misses.map((miss) => `- ${name}: ${quoteMiss(miss)}`));
  return [
    formatSets(results),
    "By rewriting, on the samples of all sets together:",
    formatRewritings(results),
    `What Touchstone does not read or gets wrong (${misses.length}):`,
    misses.length === 0 ? "None." : misses.join("\n"),
  ].join("\n\n");
}

function formatSets(results: readonly GoldResult[]): string {
  const columns = ["set", "grader", ">golds", ">read", ">equal to their rewritings", ">changed ones paid"];
  const rows = results.flatMap(({ name, all, sample, peer }) => [
    [name, "Touchstone, all", ...formatTally(all)],
    ["", "Touchstone, sample", ...formatTally(sample)],
    ["", "math-verify, sample", ...formatTally(peer)],
  ]);
  return formatTable(columns, rows);
}

function formatTally({ golds, read, equal, equalPaid, changed, changedPaid }: GoldTally): string[] {
  return [
    String(golds),
    formatShare(read, golds),
    `${formatShare(equalPaid, equal)} of ${equal}`,
    `${changedPaid} of ${changed}`,
  ];
}

function formatRewritings(results: readonly GoldResult[]): string {
  const names = [...new Set(results.flatMap(({ sample }) => [...sample.byRewriting.keys()]))];
  const rows = names.map((name) => {
    const ours = sumRewriting(results, "sample", name);
    const peer = sumRewriting(results, "peer", name);
    return [name, ours.all, formatShare(ours.right, ours.all), formatShare(peer.right, peer.all)];
  });
  return formatTable(["rewriting", ">pairs", ">Touchstone right", ">math-verify right"], rows);
}

function sumRewriting(results: readonly GoldResult[], grader: "sample" | "peer", name: string) {
  const sum = { right: 0, all: 0 };
  for (const result of results) {
    const counts = result[grader].byRewriting.get(name);
    sum.right += counts?.right ?? 0;
    sum.all += counts?.all ?? 0;
  }
  return sum;
}

/** `not read: gold`, or `rewriting: gold <> text`. */
function quoteMiss(miss: string): string {
  const colon = miss.indexOf(": ");
  const parts = miss.slice(colon + 2).split(" <> ");
  return `${miss.slice(0, colon)}: ${parts.map((part) => quote(part)).join(" against ")}`;
}
