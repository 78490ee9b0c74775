import type { Expr } from "../parse/expr.ts";
import type { Condition } from "../value/condition.ts";
import { formatValue } from "../value/format-value.ts";
import type { Value } from "../value/value.ts";
import type { CompareContext } from "./compare-context.ts";
import { evaluateExact } from "./evaluate-exact.ts";
import { differentBy, equalBy, type Outcome, undecidedOutcome } from "./outcome.ts";
import { sameRealSet } from "./real-set.ts";

/** Letters that customarily stand for whole numbers. */
export const indexLetters: ReadonlySet<string> = new Set(["k", "n", "m", "l", "j"]);

/** What the conditions of one side say about a name. */
export interface NameRange {
  /** `real` where nothing is said about the kind of number. */
  readonly base: string;
  /** `even` or `odd`. */
  readonly parity: string;
  /** The least whole number of an endless range; `natural` where it is 0 or 1. Only with the base `integer`. */
  readonly least: number | "natural" | undefined;
  /** Sets of real numbers that it is in, other than those that `least` tells. */
  readonly bounds: readonly Value[];
}

/** Returns what conditions say about a name; undefined where they say nothing. */
export function rangeOf(
  name: string,
  conditions: readonly Condition<Value>[],
  context: CompareContext,
): NameRange | undefined {
  const words = conditions.flatMap((one) =>
    one.kind === "domain" && one.names.includes(name) ? one.domain.split(" ") : [],
  );
  const sets = conditions.flatMap((one) => boundOf(one, name) ?? []);
  if (words.length === 0 && sets.length === 0) return undefined;
  const hasKind = words.some((word) => word === "real" || kinds.has(word));
  const isWhole = words.some((word) => wholeWords.has(word)) || (indexLetters.has(name) && !hasKind);
  for (const word of words) {
    const set = signs.get(word);
    if (set !== undefined) sets.push(set);
  }
  const leasts = isWhole ? sets.map((set) => leastOf(set, context)) : [];
  const least = Math.max(...leasts.filter((value) => value !== undefined));
  const parity = words.find((word) => word === "even" || word === "odd") ?? "";
  return {
    base: isWhole && !words.includes("prime") ? "integer" : (words.find((word) => kinds.has(word)) ?? "real"),
    parity,
    least: Number.isFinite(least) ? least : words.includes("natural") ? "natural" : undefined,
    bounds: sets.filter((_, at) => leasts[at] === undefined),
  };
}

const wholeWords: ReadonlySet<string> = new Set(["integer", "natural", "even", "odd"]);
const kinds: ReadonlySet<string> = new Set(["rational", "irrational", "complex", "prime"]);

/** The set that a condition puts a name in. */
function boundOf(condition: Condition<Value>, name: string): Value | undefined {
  if (condition.kind !== "relation") return undefined;
  const { relation } = condition;
  if (relation.kind !== "labelled" || relation.label !== name || relation.expr !== undefined)
    return undefined;
  return relation.value.kind === "scalar"
    ? { kind: "set", items: [relation.value], isPlusMinus: false }
    : relation.value;
}

const zero: Value = { kind: "scalar", expr: { kind: "number", value: { n: 0n, d: 1n } } };
const infinity: Expr = { kind: "constant", name: "infinity" };
const up: Value = { kind: "scalar", expr: infinity };
const down: Value = { kind: "scalar", expr: { kind: "negate", operand: infinity } };
const positive: Value = { kind: "bracket", open: "(", close: ")", items: [zero, up] };
const negative: Value = { kind: "bracket", open: "(", close: ")", items: [down, zero] };

const signs: ReadonlyMap<string, Value> = new Map<string, Value>([
  ["positive", positive],
  ["negative", negative],
  ["nonnegative", { kind: "bracket", open: "[", close: ")", items: [zero, up] }],
  ["nonzero", { kind: "set_operation", sign: "cup", parts: [negative, positive] }],
]);

/** The least whole number of an endless interval; undefined for another set. */
function leastOf(set: Value, context: CompareContext): number | undefined {
  if (set.kind !== "bracket" || set.items.length !== 2) return undefined;
  const [low, high] = set.items;
  if (low?.kind !== "scalar" || high?.kind !== "scalar" || high.expr.kind !== "constant") return undefined;
  const value = evaluateExact(low.expr, context.fuel);
  if (typeof value === "string" || value.d !== 1n || value.n > 1_000_000n || value.n < -1_000_000n)
    return undefined;
  return Number(value.n) + (set.open === "[" ? 0 : 1);
}

/** Compares what two sides say about a name. Whether 0 is a natural number is not known. */
export function equalRanges(gold: NameRange, answer: NameRange, context: CompareContext): Outcome {
  if (gold.base !== answer.base || gold.parity !== answer.parity) return differentBy("structural");
  if (gold.least !== answer.least)
    return isNatural(gold, answer) ? undecidedOutcome : differentBy("structural");
  if (gold.bounds.length === 0 && answer.bounds.length === 0) return equalBy("structural");
  if (gold.bounds.length === 0 || answer.bounds.length === 0) return differentBy("structural");
  const same = sameRealSet(meet(gold.bounds), meet(answer.bounds), context);
  if (same === undefined)
    return isWrittenAlike(gold, answer, context) ? equalBy("structural") : undecidedOutcome;
  return same ? equalBy("structural") : differentBy("structural");
}

/** Sets that are no intervals, such as that of `x ∈ X`. */
function isWrittenAlike(gold: NameRange, answer: NameRange, context: CompareContext): boolean {
  const shown = ({ bounds }: NameRange) => bounds.map((set) => formatValue(set, context.fuel)).join(";");
  return shown(gold) === shown(answer);
}

function isNatural(gold: NameRange, answer: NameRange): boolean {
  const [a, b] = gold.least === "natural" ? [gold.least, answer.least] : [answer.least, gold.least];
  return a === "natural" && (b === 0 || b === 1);
}

/** Returns the set that all sets have in common. */
export function meet(sets: readonly Value[]): Value {
  const [only] = sets;
  return only !== undefined && sets.length === 1 ? only : { kind: "set_operation", sign: "cap", parts: sets };
}
