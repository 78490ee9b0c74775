import { createHash } from "node:crypto";
import type { Verdict } from "../answer/index.ts";
import { mathName } from "../graders/choose-grader.ts";
import type { TraceItem, TraceVerdict } from "../steps/index.ts";
import type { GradeTask, JudgedRollout, RolloutTask } from "./grader.ts";

/** An item that took long, in sizes and counts: none of its text. */
export interface SlowItem {
  /** Its place, from 0, among the items that were given. */
  readonly index: number;
  /** How long it took where it was worked on, in ms. */
  readonly ms: number;
  /** What was done: an answer graded, a rollout graded and looked at for shortcuts, the steps of a trace checked. */
  readonly work: "answer" | "rollout" | "trace";
  readonly grader?: string;
  /** The tier that decided. */
  readonly tier?: string;
  readonly outcome: string;
  readonly fuelUsed: number;
  /** UTF-16 units of the response or trace. */
  readonly chars: number;
  /** UTF-16 units of the gold answers or the problem. */
  readonly contextChars: number;
  /** The first 16 digits of the SHA-256 of its texts as JSON: `[golds, response]` or `[problem, trace]`. */
  readonly hash: string;
}

/** Hears of slow items. */
export type OnSlow = (item: SlowItem) => void;

type Facts = Omit<SlowItem, "index" | "ms">;

/** Work on single items that tells of those that take longer than `slowMs`; 0 tells of none. */
export function tellSlow<Item, Result>(
  work: (item: Item) => Result,
  describe: (item: Item, result: Result) => Facts,
  { slowMs, onSlow }: { readonly slowMs: number; readonly onSlow: OnSlow | undefined },
): (item: Item, index: number) => Result {
  if (slowMs === 0 || onSlow === undefined) return work;
  return (item, index) => {
    const startedAt = performance.now();
    const result = work(item);
    const ms = performance.now() - startedAt;
    if (ms > slowMs) onSlow({ index, ms: Math.round(ms * 10) / 10, ...describe(item, result) });
    return result;
  };
}

export function describeSlowTask({ item: { golds, candidate }, grader }: GradeTask, verdict: Verdict): Facts {
  const [response = ""] = Object.values(candidate);
  return {
    work: "answer",
    grader: grader?.name ?? mathName,
    ...outcomeOf(verdict),
    ...measure(golds, response),
  };
}

export function describeSlowRollout({ prompt, response }: RolloutTask, { verdict }: JudgedRollout): Facts {
  const { golds, grader } = prompt;
  return {
    work: "rollout",
    grader: grader?.name ?? mathName,
    ...outcomeOf(verdict),
    ...measure(golds, response),
  };
}

export function describeSlowTrace({ problem, trace }: TraceItem, verdict: TraceVerdict): Facts {
  const outcome = verdict.kind === "checked" ? verdict.validity : verdict.failure;
  return { work: "trace", outcome, fuelUsed: verdict.fuelUsed, ...measure(problem, trace) };
}

function outcomeOf(verdict: Verdict): Pick<Facts, "outcome" | "tier" | "fuelUsed"> {
  const { fuelUsed } = verdict;
  if (verdict.kind === "failure") return { outcome: verdict.failure, fuelUsed };
  const tier = verdict.method === undefined ? {} : { tier: verdict.method };
  return { outcome: verdict.correct ? "correct" : "incorrect", ...tier, fuelUsed };
}

type Text = string | readonly string[];

function measure(context: Text, text: Text): Pick<Facts, "chars" | "contextChars" | "hash"> {
  const hash = createHash("sha256")
    .update(JSON.stringify([context, text]))
    .digest("hex")
    .slice(0, 16);
  return { chars: lengthOf(text), contextChars: lengthOf(context), hash };
}

function lengthOf(text: Text): number {
  return [text].flat().reduce((sum, piece) => sum + piece.length, 0);
}
