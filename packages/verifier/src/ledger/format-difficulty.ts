import type { SentDifficulty } from "@touchstone/proto";

/** A problem as one line of JSON in snake_case. */
export function formatDifficultyRow(problem: SentDifficulty): string {
  const { problemId, policyStep, rollouts, correct, visits, action, reason, weight, recentVisits } = problem;
  const { mean, lower, upper, alpha, beta, evidence, lastVisitStep, returnsAtStep } = problem;
  const row = {
    problem_id: problemId,
    policy_step: policyStep,
    rollouts,
    correct,
    visits,
    mean,
    lower,
    upper,
    alpha,
    beta,
    evidence,
    action: nameAction(action),
    reason,
    weight,
    last_visit_step: lastVisitStep,
    returns_at_step: returnsAtStep,
    recent_visits: (recentVisits ?? []).map((visit) => ({
      policy_step: visit.policyStep,
      rollouts: visit.rollouts,
      correct: visit.correct,
    })),
  };
  return `${JSON.stringify(row)}\n`;
}

/** A problem as one line of a table; without a problem, the line of headings. */
export function formatDifficultyTable(problem?: SentDifficulty): string {
  if (problem === undefined) return formatCells(["mean", "interval", "rollouts", "decision", "problem"]);
  const { mean, lower, upper, rollouts, action, reason, returnsAtStep, problemId } = problem;
  const until = returnsAtStep === undefined ? "" : ` until ${returnsAtStep}`;
  return formatCells([
    Number(mean).toFixed(3),
    `${Number(lower).toFixed(3)}-${Number(upper).toFixed(3)}`,
    String(rollouts),
    `${nameAction(action)} (${reason}${until})`,
    // Ids may hold line breaks and other control characters.
    JSON.stringify(problemId),
  ]);
}

function formatCells([mean, interval, rollouts, decision, problem]: string[]): string {
  const cells = [
    mean!.padStart(6),
    interval!.padEnd(12),
    rollouts!.padStart(9),
    decision!.padEnd(32),
    problem,
  ];
  return `${cells.join("  ")}\n`;
}

function nameAction(action: SentDifficulty["action"]): string {
  return String(action)
    .replace(/^DECISION_ACTION_/, "")
    .toLowerCase();
}
