import { Fuel, isExhaustion } from "../answer/fuel.ts";
import { checkClock } from "./check/check-clock.ts";
import { CodeLines } from "./check/check-code.ts";
import { checkCommonFacts } from "./check/check-common-facts.ts";
import { checkCongruences } from "./check/check-congruences.ts";
import { type Carried, checkDerivations } from "./check/check-derivations.ts";
import { checkDivisibility } from "./check/check-divisibility.ts";
import { ProblemEchoes } from "./check/check-echoes.ts";
import { checkEqualities } from "./check/check-equalities.ts";
import { checkFinalAnswer } from "./check/check-final-answer.ts";
import { checkForms } from "./check/check-forms.ts";
import { FormulaValues } from "./check/check-formulas.ts";
import { FunctionValues } from "./check/check-function-values.ts";
import { checkListFacts } from "./check/check-list-facts.ts";
import { checkListedMembers } from "./check/check-listed-members.ts";
import { checkMarks } from "./check/check-marks.ts";
import { checkNamedValues } from "./check/check-named-values.ts";
import { checkNegativeCounts } from "./check/check-negative-counts.ts";
import { checkNumberFacts } from "./check/check-number-facts.ts";
import { checkNumberFunctions } from "./check/check-number-functions.ts";
import { checkPerfectPowers } from "./check/check-perfect-powers.ts";
import { ProblemQuotes } from "./check/check-quotes.ts";
import { RestatedValues } from "./check/check-restated.ts";
import { checkSeries } from "./check/check-series.ts";
import { checkSolutionSets } from "./check/check-solution-sets.ts";
import { SolvedSystems } from "./check/check-systems.ts";
import { checkToldOperations } from "./check/check-told-operations.ts";
import { checkUnitSums } from "./check/check-unit-sums.ts";
import { checkUnitWords, mayBeToScale } from "./check/check-unit-words.ts";
import { checkWordProblems } from "./check/check-word-problems.ts";
import { readFactText } from "./check/find-facts.ts";
import { forgiveSlips } from "./check/forgive-slips.ts";
import { moduliOf } from "./check/moduli.ts";
import { PremiseLedger } from "./check/premise-ledger.ts";
import { judgeTrace } from "./judge-trace.ts";
import { defaultStepLimits, type StepLimits } from "./limits.ts";
import { breakAtNames } from "./read/break-at-names.ts";
import type { Chain } from "./read/find-chains.ts";
import { lexProse } from "./read/lex-prose.ts";
import type { Lexeme } from "./read/lexeme.ts";
import { readStatements, type Statement } from "./read/statement.ts";
import { type StepSpan, segmentTrace } from "./segment-trace.ts";
import type { Claim, StepError, StepErrorKind, StepVerdict, TraceVerdict } from "./verdict.ts";

/** A trace to check. */
export interface TraceItem {
  /** The problem as it was asked; its numbers are premises. May be empty. */
  readonly problem: string;
  /** The whole trace, to be split into steps, or the steps ready-made. */
  readonly trace: string | readonly string[];
}

/**
 * Checks a trace step by step. A step is called wrong only where a calculation written in it is false in every usual
 * reading; whatever cannot be decided is unverifiable. Never throws on any text.
 *
 * @example checkSteps({ problem: "", trace: ["3 * 4 = 12", "12 + 5 = 18"] }) // firstError: 1, expected "17"
 */
export function checkSteps(item: TraceItem, limits: StepLimits = defaultStepLimits): TraceVerdict {
  const { problem, trace } = item;
  const length = problem.length + (typeof trace === "string" ? trace.length : totalLength(trace));
  if (length > limits.maxTraceChars)
    return failed(
      `The trace has ${length} characters; the limit is ${limits.maxTraceChars} (--max-trace-chars).`,
      0,
    );
  const fuel = new Fuel(limits.fuel);
  try {
    const spans = typeof trace === "string" ? segmentTrace(trace, fuel) : undefined;
    const texts =
      spans === undefined
        ? (trace as readonly string[])
        : spans.map(({ start, end }) => trace.slice(start, end) as string);
    if (texts.length > limits.maxSteps)
      return failed(
        `The trace has ${texts.length} steps; the limit is ${limits.maxSteps} (--max-trace-steps).`,
        fuel.used,
      );
    const steps = checkTexts(problem, texts, spans, limits, fuel);
    return judgeTrace(steps, texts, fuel.used);
  } catch (error) {
    if (isExhaustion(error))
      return failed(`The trace needs more work than ${limits.fuel} units (--trace-fuel).`, fuel.used);
    throw error;
  }
}

function totalLength(steps: readonly string[]): number {
  return steps.reduce((sum, step) => sum + step.length, 0);
}

function failed(message: string, fuelUsed: number): TraceVerdict {
  return { kind: "failure", failure: "limit_exceeded", message, fuelUsed };
}

function checkTexts(
  problem: string,
  texts: readonly string[],
  spans: readonly StepSpan[] | undefined,
  limits: StepLimits,
  fuel: Fuel,
): StepVerdict[] {
  const ledger = new PremiseLedger(problem, fuel);
  let moduli = moduliOf(problem, [], fuel);
  const isToScale = [problem, ...texts].some(mayBeToScale);
  let carried: Carried | undefined;
  const quotes = new ProblemQuotes(problem, fuel);
  const echoes = new ProblemEchoes(problem, fuel);
  const restated = new RestatedValues();
  const formulas = new FormulaValues();
  const systems = new SolvedSystems();
  const functions = new FunctionValues(problem, limits, fuel);
  const code = new CodeLines(limits.fuelPerStep);
  const read = texts.map((text, index) => {
    moduli = moduliOf(text, moduli, fuel);
    const { claims, statements, chains, lexemes, last } = readClaims(
      breakAtNames(text),
      { carried, moduli, isToScale },
      limits,
      fuel,
    );
    carried = last;
    const recalled = [
      ...quotes.check(text, fuel),
      ...echoes.check(text, fuel),
      ...restated.check(text, { step: index, isLast: index === texts.length - 1 }, fuel),
      ...formulas.check(text, chains, fuel),
      ...systems.check(text, fuel),
      ...(index === texts.length - 1 ? checkFinalAnswer(problem, text, texts[index - 1] ?? "", fuel) : []),
      ...functions.check(text, statements, fuel),
      ...code.check(text, fuel),
    ];
    const premises = ledger.link(lexemes ?? lexProse(text, fuel), index);
    return { text, statements, premises, claims: [...claims, ...recalled] };
  });
  const claimsOf = forgiveSlips(read, fuel);
  return read.map(({ text, premises }, index) => {
    const { start, end } = spans?.[index] ?? { start: 0, end: text.length };
    const claims = claimsOf[index] ?? [];
    const error = findError(text, claims);
    const verdict =
      error !== undefined
        ? "error"
        : claims.some((claim) => claim.verdict === "true")
          ? "ok"
          : "unverifiable";
    return { start, end, verdict, ...(error === undefined ? {} : { error }), claims, ...premises };
  });
}

/** What the problem and the steps before say of a step. */
interface Context {
  readonly carried: Carried | undefined;
  readonly moduli: readonly number[];
  readonly isToScale: boolean;
}

interface ReadStep {
  readonly claims: readonly Claim[];
  readonly statements: readonly Statement[];
  readonly chains: readonly Chain[];
  /** Undefined where the step was too large to be read. */
  readonly lexemes: readonly Lexeme[] | undefined;
  /** Its last statement, for the step after it. */
  readonly last: Carried | undefined;
}

/** A step too large for its own budget has no claims that count; the steps after it are still checked. */
function readClaims(
  text: string,
  { carried, moduli, isToScale }: Context,
  limits: StepLimits,
  total: Fuel,
): ReadStep {
  const fuel = new Fuel(limits.fuelPerStep);
  try {
    const lexemes = lexProse(text, fuel);
    const { statements, chains } = readStatements(lexemes, limits, fuel);
    const facts = readFactText(text);
    const claims = [
      ...checkMarks(text, limits, fuel),
      ...checkEqualities(text, statements, moduli, fuel),
      ...checkCongruences(text, statements, limits, fuel),
      ...checkNumberFacts(facts, fuel),
      ...checkNumberFunctions(facts, fuel),
      ...checkDivisibility(facts, fuel),
      ...checkPerfectPowers(facts, fuel),
      ...checkListFacts(facts, fuel),
      ...checkListedMembers(facts, fuel),
      ...checkCommonFacts(facts, fuel),
      ...checkNegativeCounts(text, statements, fuel),
      ...checkWordProblems(facts, fuel),
      ...checkToldOperations(facts, fuel),
      ...checkSeries(facts, fuel),
      ...checkUnitWords(facts, isToScale, fuel),
      ...checkUnitSums(facts, fuel),
      ...checkClock(text, fuel),
      ...checkNamedValues(text, statements, fuel),
      ...checkDerivations(text, statements, carried, fuel),
      ...checkSolutionSets(text, statements, carried, fuel),
      ...checkForms(text, statements, { carried, moduli }, fuel),
    ];
    const last = statements.at(-1);
    return {
      claims,
      statements,
      chains,
      lexemes,
      last: last === undefined ? undefined : { statement: last, tail: text.slice(last.end) },
    };
  } catch (error) {
    if (isExhaustion(error))
      return { claims: [], statements: [], chains: [], lexemes: undefined, last: undefined };
    throw error;
  } finally {
    total.spend(fuel.used);
  }
}

const errorKinds: Readonly<Record<Claim["kind"], StepErrorKind>> = {
  equality: "arithmetic",
  calculator_mark: "arithmetic",
  comparison: "comparison",
  number_fact: "number_fact",
  restatement: "contradiction",
  quotation: "misquotation",
};

function findError(text: string, claims: readonly Claim[]): StepError | undefined {
  let first: Claim | undefined;
  for (const claim of claims)
    if (claim.verdict === "false" && (first === undefined || claim.start < first.start)) first = claim;
  if (first === undefined) return undefined;
  const { kind, start, end, expected = "" } = first;
  return { kind: errorKinds[kind], start, end, text: text.slice(start, end), expected };
}
