import { TrainerError } from "../../errors.ts";
import type { Random } from "../../random.ts";
import { hashContent } from "../content-hash.ts";
import { drawWeighted } from "../draw-weighted.ts";
import type { Problem } from "../task.ts";
import type { ChainSettings } from "./chain-settings.ts";

/** Values are 0 .. CHAIN_MODULUS - 1; all arithmetic is modulo it. */
export const CHAIN_MODULUS = 10;

/** The variable names; each problem uses the first ones of a random permutation. */
export const CHAIN_NAMES: readonly string[] = [..."abcdefghijklmnop"];

const MAX_STATEMENT_DRAWS = 1000;

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
  /** No result takes a remainder, and worked steps end in a semicolon. */
  readonly plain: boolean;
}

/** `left operator right`, modulo 10. */
export function applyChainOperator(left: number, operator: ChainOperator, right: number): number {
  return ((applyExactly(left, operator, right) % CHAIN_MODULUS) + CHAIN_MODULUS) % CHAIN_MODULUS;
}

function applyExactly(left: number, operator: ChainOperator, right: number): number {
  return operator === "+" ? left + right : operator === "-" ? left - right : left * right;
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
  const values = [start];
  const statements: ChainStatement[] = [];
  for (let i = 0; i < n; i++) {
    const statement = drawStatement(random, settings, values);
    statements.push(statement);
    values.push(applyChainOperator(values[i] ?? 0, statement.operator, readOperand(statement, values)));
  }
  const names = random.shuffle(CHAIN_NAMES);
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
    plain: settings.plain,
  };
}

/** The statement after `values`, the values so far. */
function drawStatement(random: Random, settings: ChainSettings, values: readonly number[]): ChainStatement {
  for (let draw = 0; draw < MAX_STATEMENT_DRAWS; draw++) {
    const operator = drawWeighted(random, settings.operators);
    // The last variable is the left operand already: an earlier one exists from the second statement on.
    const isReference = values.length > 1 && random.next() < settings.back_reference_share;
    const right = isReference
      ? { variable: random.int(values.length - 1) }
      : { digit: random.int(CHAIN_MODULUS) };
    const statement = { operator, right };
    if (!settings.plain || !takesRemainder(statement, values)) return statement;
  }
  throw new TrainerError(
    "SETTINGS_INVALID",
    `Found no statement without a remainder in ${MAX_STATEMENT_DRAWS} draws; lower back_reference_share, or set plain to false.`,
  );
}

function takesRemainder(statement: ChainStatement, values: readonly number[]): boolean {
  const value = applyExactly(values.at(-1) ?? 0, statement.operator, readOperand(statement, values));
  return value < 0 || value >= CHAIN_MODULUS;
}

function readOperand({ right }: ChainStatement, values: readonly number[]): number {
  return "digit" in right ? right.digit : (values[right.variable] ?? 0);
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
