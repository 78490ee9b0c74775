import type { Fuel } from "../fuel.ts";
import { formatExpr } from "../value/format-expr.ts";
import { type Expr, integerExpr } from "./expr.ts";
import { boundName, seriesOf } from "./parse-series.ts";
import type { ParseState } from "./parse-state.ts";

/** The name that the parser gives to dots. */
export const ellipsisName = "…";

/** Where a term stands in its series: `a_{k-1}` is base `a_`, letter k, offset -1; a bare number has neither base nor letter. */
interface Place {
  readonly base: string;
  readonly letter: string;
  readonly offset: number;
}

/**
 * Reads the dots of a sum such as `a_0 + a_1 + ... + a_k` or `n + (n-1) + ... + 1`: as the series from its lowest to its
 * highest place, whichever way it is written. Dots whose terms show no even step stay as they are written, so that the sum
 * equals only itself.
 */
export function readEllipsis(sum: Expr, state: ParseState): Expr {
  const terms = termsOf(sum);
  const dots = terms.findIndex(isEllipsis);
  if (dots === -1) return sum;
  state.fuel.spend(8 * terms.length);
  const series = findSeries(terms.slice(0, dots), terms.slice(dots + 1), state);
  return series ?? { kind: "symbol", name: writtenOut(terms, state.fuel) };
}

/** The terms along the left spine of a sum. */
function termsOf(sum: Expr): Expr[] {
  const terms: Expr[] = [];
  let rest = sum;
  for (; rest.kind === "add"; rest = rest.left) terms.push(rest.right);
  terms.push(rest);
  return terms.reverse();
}

function isEllipsis(term: Expr): boolean {
  return term.kind === "symbol" && term.name === ellipsisName;
}

function findSeries(before: readonly Expr[], after: readonly Expr[], state: ParseState): Expr | undefined {
  const first = before.map(placeOf);
  const last = after.map(placeOf);
  const [start] = first;
  const end = last[last.length - 1];
  if (start === undefined || end === undefined || start.base !== end.base) return undefined;
  const step = stepOf(first) ?? stepOf(last) ?? directionOf(start, end);
  if (step === undefined || step === 0 || !fits(first, step) || !fits(last, step)) return undefined;
  const [low, high] = step > 0 ? [start, end] : [end, start];
  return low.letter === high.letter
    ? countedSeries(low, high, Math.abs(step), state)
    : openSeries(low, high, Math.abs(step), state);
}

/** A series between places whose distance is a number: `1 + 3 + ... + 99`. */
function countedSeries(low: Place, high: Place, step: number, state: ParseState): Expr | undefined {
  const count = (high.offset - low.offset) / step;
  if (count < 0 || !Number.isInteger(count)) return undefined;
  const isNamed = low.base !== "" || low.letter !== "";
  if (isNamed) return step === 1 ? openSeries(low, high, step, state) : undefined;
  const name = boundName(state);
  const bound: Expr = { kind: "symbol", name };
  const strides: Expr = { kind: "multiply", left: integerExpr(step), right: bound };
  const body: Expr = { kind: "add", left: exprOfPlace(low), right: strides };
  return seriesOf(body, { name, from: integerExpr(0), to: integerExpr(count) }, true, state);
}

/** A series by steps of one between places of which one is a letter: `a_0 + ... + a_k`. */
function openSeries(low: Place, high: Place, step: number, state: ParseState): Expr | undefined {
  if (step !== 1) return undefined;
  const name = boundName(state);
  const body: Expr = { kind: "symbol", name: `${low.base}${name}` };
  return seriesOf(body, { name, from: exprOfPlace(low), to: exprOfPlace(high) }, true, state);
}

function placeOf(term: Expr): Place | undefined {
  if (term.kind === "symbol") {
    const subscript = /^(.+_)(?:(-?\d{1,9})|([A-Za-z])([+-]\d{1,9})?)$/.exec(term.name);
    if (subscript === null) return { base: "", letter: term.name, offset: 0 };
    const [, base = "", number, letter = "", offset = "0"] = subscript;
    return number === undefined
      ? { base, letter, offset: Number(offset) }
      : { base, letter: "", offset: Number(number) };
  }
  const whole = wholeNumber(term);
  if (whole !== undefined) return { base: "", letter: "", offset: whole };
  if (term.kind !== "add" || term.left.kind !== "symbol") return undefined;
  const offset = wholeNumber(term.right);
  return offset === undefined ? undefined : { base: "", letter: term.left.name, offset };
}

function wholeNumber(expr: Expr): number | undefined {
  if (expr.kind === "negate") {
    const value = wholeNumber(expr.operand);
    return value === undefined ? undefined : -value;
  }
  const isWhole = expr.kind === "number" && expr.value.d === 1n && expr.value.n < 1_000_000_000n;
  return isWhole ? Number(expr.value.n) : undefined;
}

function stepOf(places: readonly (Place | undefined)[]): number | undefined {
  const [a, b] = places;
  if (a === undefined || b === undefined || a.letter !== b.letter) return undefined;
  return b.offset - a.offset;
}

/** The step that two ends alone suggest: towards the higher one, and from a number to a letter. */
function directionOf(start: Place, end: Place): number | undefined {
  if (start.letter === end.letter) return Math.sign(end.offset - start.offset);
  if (start.letter === "") return 1;
  return end.letter === "" ? -1 : undefined;
}

/** Tells whether neighbours are one step apart. */
function fits(places: readonly (Place | undefined)[], step: number): boolean {
  return places.every((place, at) => {
    const next = places[at + 1];
    if (place === undefined || place.base !== places[0]?.base) return false;
    return at + 1 >= places.length || (next?.letter === place.letter && next.offset - place.offset === step);
  });
}

function exprOfPlace({ letter, offset }: Place): Expr {
  const number: Expr = offset < 0 ? { kind: "negate", operand: integerExpr(-offset) } : integerExpr(offset);
  if (letter === "") return number;
  const symbol: Expr = { kind: "symbol", name: letter };
  return offset === 0 ? symbol : { kind: "add", left: symbol, right: number };
}

function writtenOut(terms: readonly Expr[], fuel: Fuel): string {
  return terms.map((term) => (isEllipsis(term) ? ellipsisName : formatExpr(term, fuel))).join(" + ");
}
