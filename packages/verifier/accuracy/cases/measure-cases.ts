import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type AnswerPolicy, gradeAnswer } from "@touchstone/verifier/answer";
import { parse } from "yaml";

/** A hand-written case with the right verdict. */
export interface AnswerCase {
  readonly gold: string | readonly string[];
  readonly response: string;
  readonly expected: boolean;
  readonly kind: string;
  readonly choices?: readonly string[];
}

/** A case that is graded against its label. */
export interface CaseMiss extends AnswerCase {
  /** Names the case in the judgements. */
  readonly id: string;
  readonly outcome: "paid" | "refused" | "undecided";
  readonly extracted: string | undefined;
  /** Why the label is wrong, where somebody argued that. */
  readonly argued: string | undefined;
}

/** What became of the cases. */
export interface CasesResult {
  readonly right: number;
  readonly wrong: number;
  readonly misses: readonly CaseMiss[];
  /** Ids of judgements that fit no case or no miss. */
  readonly stale: readonly string[];
}

/** The name of a case: the beginning of a hash of its gold and response, so that no case is copied here. */
export function nameCase({ gold, response }: Pick<AnswerCase, "gold" | "response">): string {
  return createHash("sha256")
    .update(JSON.stringify([gold, response]))
    .digest("hex")
    .slice(0, 12);
}

/**
 * Reads the arguments against labels, by the name of the case.
 *
 * @throws Error where the file is not a list of groups with a reason and cases
 */
export function readCaseJudgements(path: string): ReadonlyMap<string, string> {
  const groups = parse(readFileSync(path, "utf8")) as { reason: string; cases: string[] }[] | null;
  const reasons = new Map<string, string>();
  for (const { reason, cases } of groups ?? []) {
    if (typeof reason !== "string" || !Array.isArray(cases))
      throw new Error(`${path}: a group needs a reason and cases; see the head of the file.`);
    for (const id of cases) reasons.set(id, reason);
  }
  return reasons;
}

/** Grades every case under the default policy. */
export function measureCases(
  cases: readonly AnswerCase[],
  judgements: ReadonlyMap<string, string>,
  policy: Partial<AnswerPolicy> = {},
): CasesResult {
  const misses = cases.flatMap((row): CaseMiss[] => {
    const { gold, response, choices } = row;
    const verdict = gradeAnswer(
      {
        golds: typeof gold === "string" ? [gold] : gold,
        candidate: { response },
        ...(choices === undefined ? {} : { choices }),
      },
      { policy },
    );
    const isPaid = verdict.kind === "score" && verdict.correct;
    if (isPaid === row.expected) return [];
    const id = nameCase(row);
    const outcome = isPaid ? "paid" : verdict.kind === "failure" ? "undecided" : "refused";
    return [{ ...row, id, outcome, extracted: verdict.extracted?.text, argued: judgements.get(id) }];
  });
  const missed = new Set(misses.map(({ id }) => id));
  return {
    right: cases.filter(({ expected }) => expected).length,
    wrong: cases.filter(({ expected }) => !expected).length,
    misses,
    stale: [...judgements.keys()].filter((id) => !missed.has(id)),
  };
}
