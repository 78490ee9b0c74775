import type { Joiner } from "../parse/node.ts";
import type { Value } from "./value.ts";

/**
 * Returns the value of items separated by commas, "and" or "or": ± items become two, labels that repeat are dropped
 * (`x = 1 or x = 2` lists 1 and 2), inequalities in one variable become the union ("or") or intersection ("and") of
 * their intervals, and a modulus at the end counts for the residues before it.
 */
export function buildList(items: readonly Value[], joiner: Joiner | undefined): Value {
  const shared = shareModulus(dropCommonLabel(flatten(items)));
  const bounds = joinBounds(items, shared, joiner);
  return bounds ?? { kind: "list", items: shared };
}

/** Inequalities in one variable, also with values between them: `a <= -2 or a = 1`, `x > 0, x != 1`. */
function joinBounds(
  items: readonly Value[],
  parts: readonly Value[],
  joiner: Joiner | undefined,
): Value | undefined {
  const [first] = items;
  if (first?.kind !== "labelled" || !items.every(isBound)) return undefined;
  if (new Set(items.map((item) => (item.kind === "labelled" ? item.label : ""))).size > 1) return undefined;
  if (joiner === "or" && parts.some(isInterval)) {
    const sets = parts.map(
      (part): Value => (part.kind === "scalar" ? { kind: "set", items: [part], isPlusMinus: false } : part),
    );
    return sets.every((set) => set.kind === "set" || isInterval(set))
      ? { ...first, value: { kind: "set_operation", sign: "cup", parts: sets } }
      : undefined;
  }
  const isJoint = joiner === "and" || (joiner === undefined && parts.some(isExclusion));
  if (!isJoint || !parts.every((part) => isInterval(part) || isLine(part))) return undefined;
  return { ...first, value: { kind: "set_operation", sign: "cap", parts } };
}

/** All numbers but one. */
function isExclusion(value: Value): boolean {
  return value.kind === "set_operation" && value.sign === "cup";
}

function isLine(value: Value): boolean {
  return value.kind === "scalar" && value.expr.kind === "symbol" && value.expr.name === "set R";
}

function flatten(items: readonly Value[]): readonly Value[] {
  if (!items.some((item) => signsOf(item) !== undefined)) return items;
  return items.flatMap((item) => signsOf(item) ?? [item]);
}

function signsOf(item: Value): readonly Value[] | undefined {
  const inner = item.kind === "labelled" ? item.value : item;
  return inner.kind === "set" && inner.isPlusMinus ? inner.items : undefined;
}

/** Labels that are all the same name, with or without an index, name nothing: `x_1 = 2, x_2 = 3` lists 2 and 3. */
function dropCommonLabel(items: readonly Value[]): readonly Value[] {
  const first = items[0];
  if (first?.kind !== "labelled" || first.parameters.length > 0) return items;
  const isCommon = items.every((item) => item.kind !== "labelled" || item.label === first.label);
  const isIndexed = items.every(
    (item) => item.kind === "labelled" && isIndexOf(item.label, stem(first.label)),
  );
  if (!isCommon && !isIndexed) return items;
  return items.map((item) => (item.kind === "labelled" ? item.value : item));
}

function stem(label: string): string {
  const at = label.indexOf("_");
  return at === 1 ? label.slice(0, at) : "";
}

/** Only roots are listed by index; terms of a sequence such as a_1, a_2 are told apart. */
function isIndexOf(label: string, name: string): boolean {
  return (name === "x" || name === "z") && /^._\d$/.test(label) && label.startsWith(name);
}

/** An inequality has its own label, one small letter; points have a capital or a tuple of names, or share one label. */
function isBound(item: Value): boolean {
  return item.kind === "labelled" && item.isVariable && /^[a-z]$/.test(item.label);
}

function isInterval(value: Value): boolean {
  if (value.kind === "set_operation") return true;
  return value.kind === "bracket" && value.items.length === 2;
}

/** `n ≡ 0, 1 (mod 4)` */
function shareModulus(items: readonly Value[]): readonly Value[] {
  const last = items[items.length - 1];
  if (last?.kind !== "congruence" || items.every((item) => item.kind === "congruence")) return items;
  let left = last.left;
  return items.map((item) => {
    if (item.kind === "congruence") return { ...item, left: item.left ?? left };
    if (item.kind === "scalar") return { ...last, left, residue: item.expr };
    const [name, residue] = item.kind === "relation" && item.signs[0] === "equiv" ? item.sides : [];
    if (name?.kind !== "scalar" || residue?.kind !== "scalar") return item;
    left = name.expr;
    return { ...last, left, residue: residue.expr };
  });
}
