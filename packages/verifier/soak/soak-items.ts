import { existsSync } from "node:fs";
import { toWellFormedText } from "@touchstone/proto";
import { type GradeItem, gradeAnswer } from "@touchstone/verifier/answer";
import { createHostileItems } from "../bench/hostile-items.ts";
import { createBareItems, createResponseItems } from "../bench/real-items.ts";
import { createShortItems } from "../bench/short-items.ts";
import { failureKinds } from "../src/service/wire-verdict.ts";

/** An item with the outcome that it must have. */
export interface SoakItem {
  readonly item: GradeItem;
  /** "correct", "incorrect" or the kind of a failure; worked out in this process when first asked for. */
  readonly outcome: () => string;
}

/** Items by kind. */
export interface SoakItems {
  readonly good: readonly SoakItem[];
  readonly hostile: readonly SoakItem[];
  /** Responses against {@link rolloutGold}: right and wrong by construction, and hostile ones. */
  readonly rollouts: readonly SoakItem[];
  readonly hostileRollouts: readonly SoakItem[];
}

/** The gold answer of every group of rollouts; the hostile responses have it too. */
export const rolloutGold = "5";

/** Short, real (where there is the folder of data sets) and hostile items. */
export function createSoakItems(seed: number, dataFolder: string | undefined): SoakItems {
  const short = createShortItems(4000, seed).map(({ gold, response }) =>
    withOutcome({ golds: [gold], candidate: { response } }),
  );
  const real =
    dataFolder !== undefined && existsSync(dataFolder)
      ? [...createBareItems(dataFolder), ...createResponseItems(dataFolder)]
      : [];
  const hostile = createHostileItems().map(({ item }) => withOutcome(item));
  return {
    good: [...short, ...real.map(({ ours }) => withOutcome(ours))],
    hostile,
    rollouts: createRollouts(),
    hostileRollouts: hostile.filter(({ item }) => "response" in item.candidate),
  };
}

function createRollouts(): SoakItem[] {
  return Array.from({ length: 2000 }, (_, index) => {
    const isRight = index % 2 === 0;
    const response = `Attempt ${index}: \\boxed{${isRight ? rolloutGold : 6 + index}}`;
    return {
      item: { golds: [rolloutGold], candidate: { response } },
      outcome: () => (isRight ? "correct" : "incorrect"),
    };
  });
}

/** Text as it travels: a lone surrogate has no UTF-8. */
function withOutcome({ golds, candidate }: GradeItem): SoakItem {
  const item: GradeItem = {
    golds: golds.map(toWellFormedText),
    candidate:
      "response" in candidate
        ? { response: toWellFormedText(candidate.response) }
        : { answer: toWellFormedText(candidate.answer) },
  };
  let known: string | undefined;
  return {
    item,
    outcome: () => {
      known ??= gradeHere(item);
      return known;
    },
  };
}

function gradeHere(item: GradeItem): string {
  const verdict = gradeAnswer(item);
  if (verdict.kind === "failure") return failureKinds[verdict.failure];
  return verdict.correct ? "correct" : "incorrect";
}
