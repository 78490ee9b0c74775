import type { AnswerPolicy, GradeItem, Verdict } from "../answer/index.ts";
import { describeVerdict } from "../grade-file/result-line.ts";
import { createGradeOne, gradeGuarded } from "../grading/grade-task.ts";

/** Grades one item from the command line and prints the verdict; returns the exit status. */
export function gradeOneItem(
  item: GradeItem,
  policy: AnswerPolicy,
  show: { readonly json: boolean; readonly explain: boolean },
): number {
  const verdict = gradeGuarded(createGradeOne({}), { item, policy });
  if (show.json) process.stdout.write(`${JSON.stringify(describeVerdict(verdict))}\n`);
  else
    process.stdout.write(show.explain ? explainVerdict(verdict, item, policy) : `${nameVerdict(verdict)}\n`);
  return verdict.kind === "failure" ? 1 : 0;
}

function nameVerdict(verdict: Verdict): string {
  if (verdict.kind === "failure") return `failure ${verdict.failure}: ${verdict.message}`;
  return `${verdict.correct ? "correct" : "incorrect"} (${verdict.reason})`;
}

function explainVerdict(verdict: Verdict, item: GradeItem, policy: AnswerPolicy): string {
  const { extracted } = verdict;
  const rows: [string, string][] = [["verdict", nameVerdict(verdict)]];
  if (extracted !== undefined) {
    const place = `characters ${extracted.start} to ${extracted.end}, by ${extracted.source}`;
    rows.push(["answer", `${JSON.stringify(extracted.text)} (${place})`]);
  }
  rows.push(["gold", item.golds.map((gold) => JSON.stringify(gold)).join(" or ")]);
  if (verdict.kind === "score") {
    if (verdict.answerForm !== undefined) rows.push(["read as", verdict.answerForm]);
    if (verdict.goldForm !== undefined) rows.push(["gold read as", verdict.goldForm]);
    if (verdict.method !== undefined) rows.push(["decided by", verdict.method]);
  }
  rows.push(["work", `${verdict.fuelUsed} fuel units`]);
  const settings = Object.entries(policy).map(([name, value]) => `${name}=${value}`);
  rows.push(["policy", settings.join(" ")]);
  return rows.map(([name, text]) => `${name.padEnd(13)}${text}\n`).join("");
}
