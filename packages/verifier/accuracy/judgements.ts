import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Word } from "./grade-ours.ts";

/**
 * What a reader of problem, gold and answer decided: `label_wrong`: our verdict is right; `policy`: right under the
 * default policy, and another policy pays as the label does; `verifier_wrong`: a miss of ours; `open`: problem and
 * answer do not settle it.
 */
export type Ruling = "label_wrong" | "policy" | "verifier_wrong" | "open";

/** Judgements of one set that share a reason. */
export interface JudgementGroup {
  readonly set: string;
  readonly ruling: Ruling;
  readonly reason: string;
  /** Our word by row id, as it was when the row was judged. */
  readonly rows: Readonly<Record<string, Word>>;
}

/** A row on which our word and the label differ. */
export interface Disagreement {
  readonly set: string;
  readonly id: string;
  readonly word: Word;
}

/** Judgements laid beside the disagreements of a run. */
export interface Matched {
  /** By `set id`. */
  readonly judged: ReadonlyMap<string, JudgementGroup>;
  readonly unjudged: readonly Disagreement[];
  /** Judged rows that no longer disagree, or disagree in another way. */
  readonly stale: readonly Disagreement[];
}

/** Reads the judgements. Throws where the file is no list of groups. */
export function readJudgements(path: string): JudgementGroup[] {
  const groups = parse(readFileSync(path, "utf8")) as JudgementGroup[] | null;
  for (const { set, ruling, reason, rows } of groups ?? []) {
    const isKnown = ["label_wrong", "policy", "verifier_wrong", "open"].includes(ruling);
    if (typeof set !== "string" || !isKnown || typeof reason !== "string" || typeof rows !== "object")
      throw new Error(`${path}: a group needs set, ruling, reason and rows; see the head of the file.`);
  }
  return groups ?? [];
}

/** The key of a row in {@link Matched}. */
export function keyOf({ set, id }: { readonly set: string; readonly id: string }): string {
  return `${set} ${id}`;
}

/** Finds the judgement of every disagreement, and what is left over on either side. */
export function matchJudgements(
  groups: readonly JudgementGroup[],
  disagreements: readonly Disagreement[],
): Matched {
  const words = new Map(disagreements.map((row) => [keyOf(row), row.word]));
  const judged = new Map<string, JudgementGroup>();
  const stale: Disagreement[] = [];
  for (const group of groups) {
    for (const [id, word] of Object.entries(group.rows)) {
      const row = { set: group.set, id, word };
      if (words.get(keyOf(row)) === word) judged.set(keyOf(row), group);
      else stale.push(row);
    }
  }
  return { judged, unjudged: disagreements.filter((row) => !judged.has(keyOf(row))), stale };
}
