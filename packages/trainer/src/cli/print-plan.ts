import type { RunPlan } from "./check-run.ts";

/** Prints what a run would do on standard output. */
export function printPlan(plan: RunPlan, asJson: boolean): void {
  process.stdout.write(asJson ? `${JSON.stringify(plan, null, 2)}\n` : describePlan(plan));
}

function describePlan(plan: RunPlan): string {
  const lines = plan.stages.map(({ name, type, from, work }) => {
    const source = from.length === 0 ? "from scratch" : `from ${from.join(", ")}`;
    return `  ${name} (${type}): ${work}, ${source}`;
  });
  const model =
    plan.parameters === undefined ? [] : [`model: ${plan.parameters.toLocaleString("en")} parameters`];
  const verifier = plan.verifier === undefined ? [] : [`verifier: version ${plan.verifier}`];
  return [
    "The config is good.",
    `run directory: ${plan.out}`,
    ...model,
    ...verifier,
    `held out: ${plan.heldOut} problems`,
    ...lines,
    "",
  ].join("\n");
}
