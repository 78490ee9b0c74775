import type { Fuel } from "../../answer/fuel.ts";
import { one, rationalToNumber } from "../../answer/value/rational.ts";
import type { Statement } from "../read/statement.ts";
import type { Claim } from "../verdict.ts";
import type { Carried } from "./check-derivations.ts";
import { readConnection } from "./connection.ts";
import { coefficientsOf, subtractPolynomials, toPolynomial } from "./polynomial.ts";
import { readManner } from "./sentence-at.ts";
import { symbolsOf } from "./solve-linear.ts";

/** The numbers between two bounds, or those beyond them. */
interface SolutionSet {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly isBetween: boolean;
  /** Whether the low and the high bound are left out. */
  readonly isOpen: readonly [boolean, boolean];
}

const value = String.raw`(-?\d{1,6}(?:\/\d{1,4})?|-?\\[dt]?frac\{\d{1,4}\}\{\d{1,4}\})`;
const sign = String.raw`[ \t]{0,3}(<=?|>=?|≤|≥|\\leq?(?![a-z])|\\geq?(?![a-z])|\\lt\b|\\gt\b)[ \t]{0,3}`;
const valueStart = String.raw`(?<![\w.)}])(?<![-+*/^\d)}][ \t]{0,3})`;
const valueStop = String.raw`(?![\d.,]*\d|[ \t]{0,3}[-+*/^(%=<>≤≥]|[A-Za-z]|[ \t]{1,3}[A-Za-z](?![A-Za-z])|[ \t]{0,3}\\(?:cdot|times|frac|sqrt|pi|le|ge|lt|gt))`;
const between = new RegExp(`${valueStart}${value}${sign}([a-z])${sign}${value}${valueStop}`, "g");
const beyond = new RegExp(
  String.raw`(?<![A-Za-z\d\\)}^_|])(?<![-+*/<>≤≥=\d)}][ \t]{0,3})([a-z])${sign}${value}[\s$\\()]{0,8}(?:\bor\b|\\text\{ ?or ?\}|\\lor\b|\\cup\b)[\s$\\()]{0,8}([a-z])${sign}${value}${valueStop}`,
  "g",
);

/**
 * Checks the solution set of a quadratic inequality in one letter, said to follow from it: `(x - 2)(x + 1) > 0, so x > 2 or
 * x < -1`. It is wrong where it shares no number with the solutions, or reaches beyond them at one end and leaves some out at the
 * other: a restriction of the letter, to positive or whole numbers, never does either.
 */
export function checkSolutionSets(
  text: string,
  statements: readonly Statement[],
  carried: Carried | undefined,
  fuel: Fuel,
): Claim[] {
  if (!/[<>≤≥]|\\[lg][et]/.test(text)) return [];
  return [...readSets(text, between, toBetween), ...readSets(text, beyond, toBeyond)].flatMap(
    ({ set, start, end }): Claim[] => {
      const before = statements.findLast((statement) => statement.end <= start);
      const source = before ?? carried?.statement;
      const lead =
        before === undefined
          ? `${carried?.tail ?? ""} ${text.slice(0, start)}`
          : text.slice(before.end, start);
      if (source === undefined || readConnection(lead) !== "follows") return [];
      const solutions = solveQuadratic(source, fuel);
      if (solutions === undefined || solutions.name !== set.name) return [];
      const place = { kind: "comparison" as const, start, end };
      const verdict = holdSet(solutions, set);
      if (verdict === "true") return [{ ...place, verdict }];
      if (verdict === "unknown" || readManner(text, start, end).isHypothetical) return [];
      return [{ ...place, verdict, expected: formatSet(solutions) }];
    },
  );
}

interface ReadSet {
  readonly set: SolutionSet;
  readonly start: number;
  readonly end: number;
}

function readSets(
  text: string,
  pattern: RegExp,
  read: (match: RegExpExecArray) => SolutionSet | undefined,
): ReadSet[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const set = read(match);
    return set === undefined || !(set.low < set.high)
      ? []
      : [{ set, start: match.index, end: match.index + match[0].length }];
  });
}

/** `-1 < x < 2`, `2 > x > -1` */
function toBetween(match: RegExpExecArray): SolutionSet | undefined {
  const [, first = "", left = "", name = "", right = "", second = ""] = match;
  if (isLess(left) !== isLess(right)) return undefined;
  const ends: readonly [End, End] = [
    { value: toNumber(first), isOpen: isStrict(left) },
    { value: toNumber(second), isOpen: isStrict(right) },
  ];
  return toSet(name, isLess(left) ? ends : [ends[1], ends[0]], true);
}

/** `x < -1 or x > 2` */
function toBeyond(match: RegExpExecArray): SolutionSet | undefined {
  const [, name = "", left = "", first = "", other = "", right = "", second = ""] = match;
  if (name !== other || isLess(left) === isLess(right)) return undefined;
  const ends: readonly [End, End] = [
    { value: toNumber(first), isOpen: isStrict(left) },
    { value: toNumber(second), isOpen: isStrict(right) },
  ];
  return toSet(name, isLess(left) ? ends : [ends[1], ends[0]], false);
}

interface End {
  readonly value: number;
  readonly isOpen: boolean;
}

function toSet(name: string, [low, high]: readonly [End, End], isBetween: boolean): SolutionSet {
  return { name, low: low.value, high: high.value, isBetween, isOpen: [low.isOpen, high.isOpen] };
}

function isLess(text: string): boolean {
  return /^(?:<|≤|\\l)/.test(text);
}

function isStrict(text: string): boolean {
  return /^(?:<|>|\\lt|\\gt)$/.test(text);
}

function toNumber(text: string): number {
  const [numerator = Number.NaN, divisor = 1] = (text.match(/\d+/g) ?? []).map(Number);
  return ((text.startsWith("-") ? -1 : 1) * numerator) / divisor;
}

/** The solutions of a quadratic inequality with two real roots. */
function solveQuadratic({ sides, signs }: Statement, fuel: Fuel): SolutionSet | undefined {
  const [left, right] = sides;
  const [relation, ...others] = signs;
  if (relation === undefined || others.length > 0 || !/^[<>]=?$/.test(relation)) return undefined;
  if (left === undefined || right === undefined || left.isAmbiguous || right.isAmbiguous) return undefined;
  const [name, ...more] = symbolsOf(right.expr, symbolsOf(left.expr));
  const [a, b] = [toPolynomial(left.expr, fuel), toPolynomial(right.expr, fuel)];
  if (name === undefined || more.length > 0 || a === undefined || b === undefined) return undefined;
  const coefficients = coefficientsOf(subtractPolynomials(a, b, one, fuel), name);
  if (coefficients?.length !== 3) return undefined;
  const [r = 0, q = 0, p = 0] = coefficients.map(rationalToNumber);
  const discriminant = q * q - 4 * p * r;
  if (discriminant <= 1e-9) return undefined;
  const [low, high] = [-1, 1].map((side) => (-q / p + (side * Math.sqrt(discriminant)) / Math.abs(p)) / 2);
  if (low === undefined || high === undefined) return undefined;
  const isOpen = relation.length === 1;
  return { name, low, high, isBetween: relation.startsWith("<") === p > 0, isOpen: [isOpen, isOpen] };
}

const tolerance = 1e-9;

function holdSet(solutions: SolutionSet, said: SolutionSet): "true" | "false" | "unknown" {
  const [low, high] = [said.low - solutions.low, said.high - solutions.high];
  if (solutions.isBetween !== said.isBetween) {
    const inner = solutions.isBetween ? solutions : said;
    const outer = solutions.isBetween ? said : solutions;
    return inner.low >= outer.low - tolerance && inner.high <= outer.high + tolerance ? "false" : "unknown";
  }
  if (Math.abs(low) <= tolerance && Math.abs(high) <= tolerance)
    return solutions.isOpen.every((isOpen, at) => isOpen === said.isOpen[at]) ? "true" : "unknown";
  // Both bounds moved the same way: something is let in at one end, and something left out at the other.
  return Math.abs(low) > tolerance && low > 0 === high > 0 && Math.abs(high) > tolerance
    ? "false"
    : "unknown";
}

function formatSet({ name, low, high, isBetween, isOpen: [isLowOpen, isHighOpen] }: SolutionSet): string {
  const [from, to] = [low, high].map((bound) => String(Number(bound.toPrecision(8))));
  return isBetween
    ? `${from} ${isLowOpen ? "<" : "<="} ${name} ${isHighOpen ? "<" : "<="} ${to}`
    : `${name} ${isLowOpen ? "<" : "<="} ${from} or ${name} ${isHighOpen ? ">" : ">="} ${to}`;
}
