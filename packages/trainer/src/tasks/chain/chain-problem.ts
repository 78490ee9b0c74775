import type { Random } from "../../random.ts";
import { hashContent } from "../content-hash.ts";
import { drawWeighted } from "../draw-weighted.ts";
import type { Problem } from "../task.ts";
import type { ChainSettings } from "./chain-settings.ts";

/** Values are 0 .. CHAIN_MODULUS - 1; all arithmetic is modulo it. */
export const CHAIN_MODULUS = 10;

/** The variable names; each problem uses the first ones of a random permutation. */
export const CHAIN_NAMES: readonly string[] = [..."abcdefghijklmnop"];

/** An operation modulo 10. */
export type ChainOperator = "+" | "-" | "*";

/** A right operand: a digit, or the variable with this index (0 = the start). */
export type ChainOperand = { readonly digit: number } | { readonly variable: number };

/** Statement i defines variable i + 1 as variable i, operator, right operand. */
export interface ChainStatement {
  readonly operator: ChainOperator;
  readonly right: ChainOperand;
}

/** A problem of the chain task. */
export interface ChainProblem extends Problem {
  readonly start: number;
  readonly statements: readonly ChainStatement[];
  /** How many variables are asked for, counted from the end. */
  readonly queried: number;
}

/** `left operator right`, modulo 10. */
export function applyChainOperator(left: number, operator: ChainOperator, right: number): number {
  const value = operator === "+" ? left + right : operator === "-" ? left - right : left * right;
  return ((value % CHAIN_MODULUS) + CHAIN_MODULUS) % CHAIN_MODULUS;
}

/** The answer text for the values of all variables. */
export function formatChainAnswer(values: readonly number[], queried: number): string {
  return values.slice(-queried).join(" , ");
}

/** Draws a problem. Equal hashes mean equal statements up to variable names, whatever is asked for. */
export function createChainProblem(random: Random, settings: ChainSettings): ChainProblem {
  const [low, high] = settings.n;
  const n = low + random.int(high - low + 1);
  const queried = random.pick(settings.q.filter((q) => q <= n + 1));
  const start = random.int(CHAIN_MODULUS);
  const statements = Array.from({ length: n }, (_, i): ChainStatement => {
    const operator = drawWeighted(random, settings.operators);
    // The variable before is the left operand already: an earlier one exists from the second statement on.
    const isReference = i > 0 && random.next() < settings.back_reference_share;
    return {
      operator,
      right: isReference ? { variable: random.int(i) } : { digit: random.int(CHAIN_MODULUS) },
    };
  });
  const names = random.shuffle(CHAIN_NAMES);
  const values = [start];
  for (const { operator, right } of statements) {
    const operand = "digit" in right ? right.digit : (values[right.variable] ?? 0);
    values.push(applyChainOperator(values.at(-1) ?? 0, operator, operand));
  }
  const canonical = writeStatements(start, statements, (variable) => `v${variable}`);
  const hash = hashContent("chain", canonical);
  return {
    id: `chain-n${n}-q${queried}-${hash}`,
    prompt: `^ ${writeStatements(start, statements, (variable) => names[variable] ?? "")} ; ${Array(queried).fill("?").join(" ")}`,
    golds: [formatChainAnswer(values, queried)],
    stratum: `n${n}`,
    hash,
    start,
    statements,
    queried,
  };
}

function writeStatements(
  start: number,
  statements: readonly ChainStatement[],
  nameOf: (variable: number) => string,
): string {
  const parts = statements.map(({ operator, right }, i) => {
    const operand = "digit" in right ? String(right.digit) : nameOf(right.variable);
    return `${nameOf(i + 1)} ${nameOf(i)} ${operator} ${operand}`;
  });
  return [`${nameOf(0)} ${start}`, ...parts].join(" ; ");
}
