import { Fuel, isExhaustion } from "../answer/fuel.ts";
import type { AnswerPolicy, Extraction, GradeLimits, TraceStep, Verdict } from "../answer/index.ts";
import { nameLimit } from "../answer/name-limit.ts";
import { type Anatomy, anatomyOf } from "../answer/value/anatomy.ts";
import { formatAnswer } from "../answer/value/format-value.ts";
import type { Value } from "../answer/value/value.ts";
import { nameVerdict } from "./name-verdict.ts";

/** Longest text shown of the item. */
const longestText = 120;
/** Most candidates shown. */
const mostCandidates = 20;
/** Most lines of a block shown. */
const mostLines = 60;

/** Says how a verdict came about: policy, candidates, readings, comparisons tier by tier, and work. */
export function explainVerdict(
  verdict: Verdict,
  steps: readonly TraceStep[],
  { policy, limits }: { readonly policy: AnswerPolicy; readonly limits: GradeLimits },
): string {
  const settings = Object.entries(policy).map(([name, value]) => `${name}=${value}`);
  const blocks = [
    [row("verdict", nameVerdict(verdict)), ...describeDecision(verdict, limits)],
    describeCandidates(verdict, steps, policy),
    describeReadings(steps, limits),
    describeAnatomy(verdict, steps),
    describeComparisons(steps),
    [row("work", describeWork(verdict, steps, limits)), row("policy", settings.join(" "))],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

const row = (name: string, text: string) => `${name.padEnd(13)}${text}`;
const indented = (text: string) => `${" ".repeat(13)}${text}`;

function show(text: string): string {
  const short = text.length > longestText ? `${text.slice(0, longestText)}…` : text;
  // Control characters stay escaped; a doubled backslash would only make LaTeX hard to read.
  return JSON.stringify(short).replaceAll("\\\\", "\\");
}

function describeDecision(verdict: Verdict, limits: GradeLimits): string[] {
  if (verdict.kind === "failure") return [];
  if (verdict.reason === "response_too_large")
    return [row("limits", `${nameLimit("maxResponseChars", limits)}, ${nameLimit("fuel", limits)}`)];
  const { method, goldForm, answerForm } = verdict;
  return [
    ...(method === undefined ? [] : [row("decided by", method)]),
    ...(goldForm === undefined ? [] : [row("gold form", goldForm)]),
    ...(answerForm === undefined ? [] : [row("answer form", answerForm)]),
  ];
}

function describeCandidates(verdict: Verdict, steps: readonly TraceStep[], policy: AnswerPolicy): string[] {
  const step = steps.find((one) => one.step === "candidates");
  if (step === undefined) {
    const whole = verdict.extracted;
    if (whole !== undefined) return [row("answer", `${show(whole.text)} (${describePlace(whole)})`)];
    return [row("answer", `none found where place=${policy.place} looks`)];
  }
  const { found, chosen } = step;
  const lines = found
    .slice(-mostCandidates)
    .map((one) => indented(`${isAmong(one, chosen) ? "*" : " "} ${show(one.text)} (${describePlace(one)})`));
  const left = found.length > mostCandidates ? ` (the last ${mostCandidates} shown)` : "";
  const head = `${found.length === 1 ? "1 candidate" : `${found.length} candidates`}${left}`;
  return [row("answer", `${head}; ${describeChoice(found, policy)}`), ...lines];
}

function isAmong(one: Extraction, chosen: readonly Extraction[]): boolean {
  return chosen.some(({ start, end }) => start === one.start && end === one.end);
}

function describePlace({ start, end, source }: Extraction): string {
  return source === "whole" ? "the whole answer" : `characters ${start} to ${end}, by ${source}`;
}

function describeChoice(found: readonly Extraction[], policy: AnswerPolicy): string {
  const rank =
    found[0]?.source === "box"
      ? "boxes outrank markers"
      : found[0]?.source === "last_value"
        ? "no box and no marker, so the last value counts"
        : "no box, so markers count";
  if (found.length === 1) return rank;
  return `${rank}; choice=${policy.choice} takes ${policy.choice === "all_agree" ? "all, which must agree" : `the ${policy.choice} (*)`}`;
}

/** Each text once, with every value that it may be read as. */
function describeReadings(steps: readonly TraceStep[], limits: GradeLimits): string[] {
  const seen = new Set<string>();
  const lines: string[] = [];
  for (const step of steps) {
    if (step.step !== "reading" || seen.has(step.text)) continue;
    seen.add(step.text);
    if (step.problem !== undefined) {
      const limit = step.exceeded === undefined ? "" : `, over ${nameLimit(step.exceeded, limits)}`;
      lines.push(indented(`${show(step.text)} cannot be read: ${step.problem}${limit}`));
    }
    for (const [index, value] of step.readings.entries())
      lines.push(indented(`${index === 0 ? show(step.text) : "  or"} is ${describeValue(value)}`));
  }
  return lines.length === 0 ? [] : [row("readings", "gold first; every reading is kept"), ...cut(lines)];
}

function describeValue(value: Value): string {
  const form = show(formatAnswer({ text: "", readings: [value] }));
  if (value.kind !== "scalar") return `${value.kind} ${form}`;
  return `${value.mark ?? (value.expr.kind === "number" ? "number" : "expression")} ${form}`;
}

/** The parts of the gold and the answer that were compared: of the pair that is equal, else of the first one. */
function describeAnatomy(verdict: Verdict, steps: readonly TraceStep[]): string[] {
  const pairs = steps.filter((one) => one.step === "pair");
  const pair = pairs.find(({ result }) => result === "equal") ?? pairs[0];
  if (pair === undefined) return [];
  const remarks = verdict.extracted?.remarks ?? [];
  return [
    row("parts", `gold    ${describeParts(pair.gold, [])}`),
    indented(`answer  ${describeParts(pair.answer, remarks)}`),
  ];
}

/** Work spent on showing the parts of a value. */
const anatomyFuel = 200_000;

function describeParts(value: Value, remarks: readonly string[]): string {
  const { label, value: form, unit, conditions } = readAnatomy(value);
  const parts = [
    ...(label === undefined ? [] : [`label ${show(label)}`]),
    `value ${show(form)}`,
    ...(unit === undefined ? [] : [`unit ${show(unit)}`]),
    ...conditions.map((condition) => `condition ${show(condition)}`),
    ...remarks.map((remark) => `remark ${show(remark)}`),
  ];
  return parts.join(", ");
}

function readAnatomy(value: Value): Anatomy {
  try {
    return anatomyOf(value, new Fuel(anatomyFuel));
  } catch (error) {
    if (isExhaustion(error)) return { value: "too large to show", conditions: [] };
    throw error;
  }
}

/** Every pair of readings, with the scalars that it compared and what each tier said of them. */
function describeComparisons(steps: readonly TraceStep[]): string[] {
  const lines: string[] = [];
  let scalars: string[] = [];
  for (const step of steps) {
    if (step.step === "scalars") {
      const value = (expr: typeof step.gold) =>
        show(formatAnswer({ text: "", readings: [{ kind: "scalar", expr }] }));
      scalars.push(`${value(step.gold)} with ${value(step.answer)}:`);
    } else if (step.step === "tier" && !(step.tier === "infinities and bases" && step.result === "open")) {
      scalars.push(`  ${step.tier}: ${step.result === "open" ? "cannot tell" : step.result}`);
    } else if (step.step === "pair") {
      const sides = `${describeValue(step.gold)} with ${describeValue(step.answer)}`;
      lines.push(`${sides}: ${step.result} (${step.method})`, ...cut(scalars).map((line) => `  ${line}`));
      scalars = [];
    }
  }
  if (lines.length === 0) return [];
  return [row("compared", "gold with answer, tier by tier"), ...cut(lines).map(indented)];
}

function cut(lines: readonly string[]): readonly string[] {
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines), `... and ${lines.length - mostLines} lines more`];
}

function describeWork(verdict: Verdict, steps: readonly TraceStep[], limits: GradeLimits): string {
  const parts = steps.flatMap((step) => (step.step === "fuel" ? [`${step.stage} ${step.used}`] : []));
  const budget = `each stage may spend ${limits.fuel}`;
  return `${verdict.fuelUsed} fuel units${parts.length > 0 ? ` (${parts.join(", ")}); ${budget}` : ""}`;
}
