import { hasSymbol } from "../parse/expr-walk.ts";
import type { Condition } from "../value/condition.ts";
import { namesIn, renameIn } from "../value/map-exprs.ts";
import type { Value } from "../value/value.ts";
import type { CompareContext } from "./compare-context.ts";
import { isFreeParameter } from "./free-parameter.ts";
import { judgeOneSided } from "./implied-range.ts";
import { equalRanges, rangeOf } from "./name-range.ts";
import { differentBy, equalBy, type Outcome, undecidedOutcome } from "./outcome.ts";
import type { ValueComparer } from "./value-comparer.ts";

/** A value and what is said about its names. */
interface Side {
  readonly value: Value;
  readonly conditions: readonly Condition<Value>[];
}

/** Most names that are told apart from those of the other side. */
const maxRenamed = 3;

/**
 * Compares values of which at least one has conditions: the values must be equal and so must what is said about every
 * name, where a range that only one side states must be implied. A parameter that is declared on both sides may have
 * another name.
 */
export function equalConditioned(
  gold: Value,
  answer: Value,
  context: CompareContext,
  compare: ValueComparer,
): Outcome {
  const a = sideOf(gold);
  const b = sideOf(answer);
  let undecided: Outcome | undefined;
  let different: Outcome | undefined;
  for (const names of renamings(a, b)) {
    context.fuel.spend(32);
    const outcome = equalSides(a, names.size === 0 ? b : renamed(b, names), context, compare);
    if (outcome.result === "equal") return outcome;
    if (outcome.result === "undecided") undecided ??= outcome;
    else different ??= outcome;
  }
  return undecided ?? different ?? differentBy("structural");
}

function sideOf(value: Value): Side {
  return value.kind === "conditioned" ? value : { value, conditions: [] };
}

function equalSides(a: Side, b: Side, context: CompareContext, compare: ValueComparer): Outcome {
  const declared = namesOfConditions([...a.conditions, ...b.conditions]);
  const ranges = new Map(
    [...declared].map((name) => [
      name,
      [rangeOf(name, a.conditions, context), rangeOf(name, b.conditions, context)],
    ]),
  );
  const endless = (name: string) =>
    ranges
      .get(name)
      ?.every(
        (range) =>
          range === undefined ||
          (range.base === "integer" &&
            range.parity === "" &&
            range.least === undefined &&
            range.bounds.length === 0),
      ) === true;
  const integers = [...(context.integers ?? []), ...[...declared].filter(endless)];
  const fixed = [...(context.fixed ?? []), ...[...declared].filter((name) => !endless(name))];
  const values = compare(a.value, b.value, { ...context, integers, fixed });
  if (values.result === "different") return values;
  let outcome = values;
  for (const [name, [gold, answer]] of ranges) {
    const judged =
      gold === undefined
        ? answer === undefined
          ? equalBy("structural")
          : judgeOneSided(name, answer, b.value, context)
        : answer === undefined
          ? judgeOneSided(name, gold, a.value, context)
          : equalRanges(gold, answer, context);
    if (judged.result === "different") return judged;
    if (judged.result === "undecided") outcome = judged;
  }
  const others = equalOthers(otherConditions(a), otherConditions(b), context, compare);
  return others.result === "equal" ? outcome : others;
}

/** Conditions that are no range of one name need an equal one on the other side. */
function equalOthers(
  gold: readonly Condition<Value>[],
  answer: readonly Condition<Value>[],
  context: CompareContext,
  compare: ValueComparer,
): Outcome {
  const isWords = [...gold, ...answer].some((one) => one.kind === "words");
  if (gold.length !== answer.length) return isWords ? undecidedOutcome : differentBy("structural");
  const areMatched = gold.every((one) =>
    answer.some((other) => {
      if (one.kind === "words") return other.kind === "words" && other.text === one.text;
      if (one.kind !== "relation" || other.kind !== "relation") return false;
      return compare(one.relation, other.relation, context).result === "equal";
    }),
  );
  if (areMatched) return equalBy("structural");
  return isWords ? undecidedOutcome : differentBy("structural");
}

function otherConditions({ conditions }: Side): readonly Condition<Value>[] {
  return conditions.filter(
    (one) => one.kind === "words" || (one.kind === "relation" && nameOf(one) === undefined),
  );
}

/** The one name that a relation gives a range. */
function nameOf(condition: Condition<Value>): string | undefined {
  if (condition.kind !== "relation" || condition.relation.kind !== "labelled") return undefined;
  return condition.relation.expr === undefined ? condition.relation.label : undefined;
}

function namesOfConditions(conditions: readonly Condition<Value>[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const one of conditions) {
    if (one.kind === "domain") for (const name of one.names) names.add(name);
    const name = nameOf(one);
    if (name !== undefined) names.add(name);
  }
  return names;
}

/** No renaming, and every way of giving the answer's own parameters the names that the gold has for its own. */
function renamings(a: Side, b: Side): readonly ReadonlyMap<string, string>[] {
  const [gold, answer] = [namesIn(a.value), namesIn(b.value)];
  if (gold.size !== answer.size) return onlyNone;
  const from = [...answer].filter((name) => !gold.has(name));
  if (from.length === 0) return onlyNone;
  const to = [...gold].filter((name) => !answer.has(name));
  if (from.length > maxRenamed) return onlyNone;
  if (!to.every(isParameterOf(a)) || !from.every(isParameterOf(b))) return onlyNone;
  return [none, ...orders(to).map((order) => new Map(from.map((name, at) => [name, order[at] ?? name])))];
}

const none: ReadonlyMap<string, string> = new Map();
const onlyNone: readonly ReadonlyMap<string, string>[] = [none];

function isParameterOf({ value, conditions }: Side): (name: string) => boolean {
  const declared = namesOfConditions(conditions);
  return (name) => declared.has(name) || isFreeParameter(name, value);
}

/** Tells whether two values have names of their own that may be the same parameters: (1 + t, 2t) and (1 + s, 2s). */
export function mayBeRenamed(gold: Value, answer: Value): boolean {
  if (hasNoNames(gold) || hasNoNames(answer)) return false;
  return renamings(sideOf(gold), sideOf(answer)).length > 1;
}

/** Tells quickly that a value holds no variable. */
function hasNoNames(value: Value): boolean {
  if (value.kind === "scalar" || value.kind === "quantity") return !hasSymbol(value.expr);
  return value.kind === "text" || value.kind === "boolean" || value.kind === "statement";
}

function orders(names: readonly string[]): readonly (readonly string[])[] {
  if (names.length < 2) return [names];
  return names.flatMap((name, at) =>
    orders(names.filter((_, other) => other !== at)).map((rest) => [name, ...rest]),
  );
}

function renamed(side: Side, names: ReadonlyMap<string, string>): Side {
  const rename = (name: string) => names.get(name) ?? name;
  return {
    value: renameIn(side.value, names),
    conditions: side.conditions.map((one): Condition<Value> => {
      if (one.kind === "domain") return { ...one, names: one.names.map(rename) };
      if (one.kind === "words") return one;
      const relation = renameIn(one.relation, names);
      return {
        kind: "relation",
        relation: relation.kind === "labelled" ? { ...relation, label: rename(relation.label) } : relation,
      };
    }),
  };
}
