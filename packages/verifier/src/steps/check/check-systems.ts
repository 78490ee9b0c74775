import type { Fuel } from "../../answer/fuel.ts";
import { divRational, formatRational, makeRational, type Rational } from "../../answer/value/rational.ts";
import type { Claim } from "../verdict.ts";
import { readManner } from "./sentence-at.ts";

/** `a x + b y = c` with whole coefficients, and its place. */
interface LinearEquation {
  readonly letters: readonly [string, string];
  readonly a: bigint;
  readonly b: bigint;
  readonly c: bigint;
  readonly start: number;
  readonly end: number;
}

const linear =
  /(?<![\w)}^_=.\]|\\])(?<![-+*/<>(=\d)}^][ \t]{0,3})(-?\d{0,6})[ \t]?([a-z])[ \t]{0,3}([-+])[ \t]{0,3}(\d{0,6})[ \t]?([a-z])[ \t]{0,3}=[ \t]{0,3}(-?\d{1,9})(?![\d.,]*\d|[ \t]{0,3}[-+*/^=(%]|[A-Za-z]|[ \t]{1,3}[A-Za-z](?![A-Za-z])|[ \t]{0,3}\\(?:cdot|times|frac|sqrt|pmod|bmod))/g;
/** `x = 6 and y = 4`, the value of each letter. */
const pair =
  /\b([a-z])[ \t]{0,3}=[ \t]{0,3}(-?\d{1,9})[\s$\\()]{0,8}(?:,[\s$\\()]{0,4}(?:and\b)?|\band\b|\\text\{ ?and ?\})[\s$\\()]{0,8}([a-z])[ \t]{0,3}=[ \t]{0,3}(-?\d{1,9})(?![\d.,]*\d|[ \t]{0,3}[-+*/^=(%]|[ \t]{0,3}\\(?:cdot|times|frac|sqrt)|[A-Za-z]|[ \t]{1,3}[A-Za-z](?![A-Za-z]))/g;
/** Words in front of a result. */
const resulting =
  /\b(?:so|thus|therefore|hence|gives?|giving|gets?|obtain|find|found|yields?|solution(?: is)?|solving)\b[^.?!\n]{0,40}$/i;
/** With these between, the values may be tried, or those of another case or of other equations. */
const diverting =
  /\b(?:or|cases?|if|suppose|assume|assuming|check|try|tries|tried|test|possible|possibly|example|instance|let|options?|instead|new|wrong|contradicts?|not?|cannot|another|other|mod|modulo|when|where|particular|guess|integers?)\b|≡|\\equiv|\\pmod|\\lor|\\vee/i;
/** What joins two equations of one system. */
const joining =
  /^[\s$\\()[\]{}.,;:&*\d-]*(?:(?:and|\\(?:quad|qquad|text\{ ?and ?\})|equation|the)[\s$\\()[\]{}.,;:&*\d]*)*$/i;
/** Most characters from the system to its solution. */
const maxReach = 400;
/** Most characters between two equations of a system. */
const maxGap = 60;

/**
 * Puts the values that are said to solve a system of two linear equations in two letters back into it: `x + y = 10 and
 * x - y = 2, so x = 6 and y = 5`. The system may stand in the step before. One object goes through a trace step by step.
 */
export class SolvedSystems {
  private before = "";

  check(text: string, fuel: Fuel): Claim[] {
    fuel.spend(Math.ceil(text.length / 4));
    const lead = `${this.before.slice(-maxReach)}\n`;
    this.before = text;
    if (!/[a-z]\s*=/.test(text)) return [];
    const all = lead + text;
    return [...text.matchAll(pair)].flatMap((match): Claim[] => {
      const [whole, first = "", x = "", second = "", y = ""] = match;
      const from = match.index + lead.length;
      const head = all.slice(Math.max(0, from - maxReach), from);
      fuel.spend(Math.ceil(head.length / 4));
      if (first === second || !resulting.test(head)) return [];
      const system = lastSystem(head, [first, second]);
      if (system === undefined || diverting.test(head.slice(system[0].start))) return [];
      const place = { kind: "equality" as const, start: match.index, end: match.index + whole.length };
      const solution = solve(system, fuel);
      if (solution === undefined) return [];
      const isRight = [x, y].every((value, at) => formatRational(solution[at] as Rational) === value);
      if (isRight) return [{ ...place, verdict: "true" }];
      if (readManner(text, place.start, place.end).isHypothetical) return [];
      const [p, q] = solution.map(formatRational);
      return [{ ...place, verdict: "false", expected: `${first} = ${p} and ${second} = ${q}` }];
    });
  }
}

type System = readonly [LinearEquation, LinearEquation];

/** The last two equations of a text, where both are in exactly these letters and nothing but a joint stands between them. */
function lastSystem(text: string, letters: readonly [string, string]): System | undefined {
  const equations = [...text.matchAll(linear)].flatMap((match) => readLinear(match, letters));
  const [first, second] = equations.slice(-2);
  if (first === undefined || second === undefined) return undefined;
  const between = text.slice(first.end, second.start);
  return between.length <= maxGap && joining.test(between) ? [first, second] : undefined;
}

function readLinear(match: RegExpExecArray, letters: readonly [string, string]): LinearEquation[] {
  const [whole, p = "", name = "", sign = "", q = "", other = "", c = ""] = match;
  if (name === other || !letters.includes(name) || !letters.includes(other)) return [];
  const [a, b] = [coefficient(p), coefficient(`${sign === "-" ? "-" : ""}${q}`)];
  const isInOrder = name === letters[0];
  return [
    {
      letters,
      a: isInOrder ? a : b,
      b: isInOrder ? b : a,
      c: BigInt(c),
      start: match.index,
      end: match.index + whole.length,
    },
  ];
}

/** An empty coefficient is one. */
function coefficient(text: string): bigint {
  return /\d/.test(text) ? BigInt(text) : text === "-" ? -1n : 1n;
}

/** By Cramer's rule; undefined where there is no single solution. */
function solve([e, f]: System, fuel: Fuel): readonly [Rational, Rational] | undefined {
  const determinant = makeRational(e.a * f.b - f.a * e.b, 1n, fuel);
  if (determinant.n === 0n) return undefined;
  return [
    divRational(makeRational(e.c * f.b - f.c * e.b, 1n, fuel), determinant, fuel),
    divRational(makeRational(e.a * f.c - f.a * e.c, 1n, fuel), determinant, fuel),
  ];
}
