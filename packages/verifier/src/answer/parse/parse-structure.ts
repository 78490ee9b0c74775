import type { Token } from "../lex/token.ts";
import { failSyntax } from "../unreadable.ts";
import type { Expr } from "./expr.ts";
import { symbolsOf } from "./expr-walk.ts";
import type { Joiner, Node, RelationSign } from "./node.ts";
import { isConditionStart, skipCondition } from "./parse-condition.ts";
import { parseSum } from "./parse-expression.ts";
import { parseLabelHead } from "./parse-label.ts";
import { parseOperand, setSign } from "./parse-operand.ts";
import { exprOf, type ParseState } from "./parse-state.ts";
import { addTuples } from "./parse-vector.ts";

const relationSigns: ReadonlySet<string> = new Set(["=", "<", ">", "<=", ">=", "!=", "~=", "in", "equiv"]);

/** Reads items separated by commas, semicolons, "and" or "or". One item is returned as itself. */
export function parseSequence(state: ParseState): Node {
  state.enter();
  const first = parseItem(state);
  if (!isSeparator(state)) {
    state.leave();
    return first;
  }
  const groups: Node[][] = [[first]];
  let joiner: Joiner | undefined;
  while (isSeparator(state)) {
    const isSemicolon = state.isPunct(";");
    joiner = state.next().joiner ?? joiner;
    // "1, 2, and 3" has two separators in a row.
    while (state.isPunct(",")) joiner = state.next().joiner ?? joiner;
    if (endsSequence(state)) break;
    if (isSemicolon) groups.push([]);
    groups[groups.length - 1]?.push(parseItem(state));
  }
  state.leave();
  return joinGroups(groups, joiner, state);
}

/** Semicolons separate groups only where commas separate items within them. */
function joinGroups(groups: readonly Node[][], joiner: Joiner | undefined, state: ParseState): Node {
  const [first] = groups;
  if (groups.length === 1 && first?.length === 1) return asList(first, undefined);
  const kept = groups.map((group) => dropDomains(group, state)).filter((group) => group.length > 0);
  const isNested = kept.length > 1 && kept.some((group) => group.length > 1);
  const items = isNested ? kept.map((group) => asList(group, undefined)) : kept.flat();
  return asList(items, joiner);
}

function asList(items: readonly Node[], joiner: Joiner | undefined): Node {
  const [only] = items;
  if (only === undefined) return failSyntax();
  return items.length === 1 ? only : { kind: "list", items, joiner };
}

/** Sets whose members an item may range over; only ℤ makes it a parameter whose start does not matter. */
const integerSets: ReadonlySet<string> = new Set(["set Z", "ℤ"]);
const domains: ReadonlySet<string> = new Set([...integerSets, "set N", "ℕ", "set R", "ℝ"]);

/** `x = kπ, k ∈ ℤ`: an item that says what a name of the other items ranges over is no answer. */
function dropDomains(items: readonly Node[], state: ParseState): readonly Node[] {
  if (items.length < 2) return items;
  return items.filter((item) => {
    if (item.kind !== "relation" || item.signs.length !== 1 || item.signs[0] !== "in") return true;
    const [name, set] = item.sides.map((side) =>
      side.kind === "scalar" && side.expr.kind === "symbol" ? side.expr.name : undefined,
    );
    if (name === undefined || set === undefined || !domains.has(set)) return true;
    if (!mentionedElsewhere(items, item, name)) return true;
    if (integerSets.has(set)) state.addInteger(name);
    return false;
  });
}

function mentionedElsewhere(items: readonly Node[], item: Node, name: string): boolean {
  return items.some((other) => other !== item && mentions(other, name));
}

function mentions(node: Node, name: string): boolean {
  if (node.kind === "scalar" || node.kind === "quantity") return symbolsOf(node.expr).has(name);
  if (node.kind === "labelled") return mentions(node.value, name);
  if (node.kind === "relation") return node.sides.some((side) => mentions(side, name));
  return "items" in node && node.items.some((item) => mentions(item, name));
}

function isSeparator(state: ParseState): boolean {
  return state.isPunct(",") || state.isPunct(";");
}

const closers: ReadonlySet<string> = new Set([")", "]", "\\}", "}", "&", "\\\\"]);

function endsSequence(state: ParseState): boolean {
  const { type, text } = state.peek();
  return type === "end" || (type === "punct" && closers.has(text));
}

function parseItem(state: ParseState): Node {
  const outerCurrency = state.currency;
  state.currency = undefined;
  const node = parseName(state) ?? parseLabelled(state) ?? parseRelation(state);
  if (isConditionStart(state)) skipCondition(state);
  state.currency = outerCurrency;
  return node;
}

/** Reads an item that is one word: a name, and where its letters may be factors their product as well. */
function parseName(state: ParseState): Node | undefined {
  const { type, text, spelledBy } = state.peek();
  if ((type !== "word" && type !== "text") || text.length < 2 || !endsItem(state, 1)) return undefined;
  if ((spelledBy ?? 0) > 0) return { kind: "scalar", expr: parseSum(state), run: text };
  state.next();
  return { kind: "text", text };
}

/** Tells whether the item is over at the token `offset` tokens after the cursor. */
function endsItem(state: ParseState, offset: number): boolean {
  const { type, text } = state.peek(offset);
  return type === "end" || (type === "punct" && (closers.has(text) || text === "," || text === ";"));
}

function parseLabelled(state: ParseState): Node | undefined {
  const head = parseLabelHead(state);
  return head === undefined ? undefined : { kind: "labelled", ...head, value: parseRelation(state) };
}

function parseRelation(state: ParseState): Node {
  const first = parseSide(state);
  const signs: RelationSign[] = [];
  const sides = [first];
  while (isRelationSign(state.peek())) {
    signs.push(state.next().text as RelationSign);
    sides.push(parseSide(state));
  }
  const relation: Node = signs.length === 0 ? first : { kind: "relation", signs, sides };
  const modulus = parseModulus(state);
  if (modulus !== undefined || signs.includes("equiv") || isResidue(relation))
    return congruence(relation, modulus);
  // "-1 < x <= 1: (-1, 1]" says the same twice.
  if (signs.length === 0 || !state.isPunct(":") || !(state.isPunct("(", 1) || state.isPunct("[", 1)))
    return relation;
  state.next();
  return { kind: "restatement", parts: [relation, parseSetOperation(state)] };
}

/** `x = 1 mod 3` says what x leaves, not that x is 1. */
function isResidue(node: Node): boolean {
  if (node.kind !== "relation" || node.signs.length !== 1 || node.signs[0] !== "=") return false;
  const [left, right] = node.sides;
  const isName = left?.kind === "scalar" && left.expr.kind === "symbol";
  return isName && right?.kind === "scalar" && right.expr.kind === "call" && right.expr.name === "mod";
}

/** Reads `\pmod 5` or `(mod 5)`. */
function parseModulus(state: ParseState): Expr | undefined {
  if (state.accept("pmod")) {
    if (!state.accept("{")) return parseSum(state);
    const node = state.parseSequence(state);
    state.expect("}");
    return exprOf(node);
  }
  if (!state.isPunct("(") || !(state.isPunct("mod", 1) || state.isPunct("pmod", 1))) return undefined;
  state.next();
  state.next();
  const modulus = parseSum(state);
  state.expect(")");
  return modulus;
}

/** Reads `n ≡ 2 (mod 5)`, also with the modulus as an operator: `n ≡ 2 mod 5`. */
function congruence(relation: Node, modulus: Expr | undefined): Node {
  if (relation.kind === "scalar")
    return { kind: "congruence", left: undefined, residue: relation.expr, modulus: modulus ?? failSyntax() };
  if (relation.kind !== "relation" || relation.sides.length !== 2 || relation.signs[0] === "in")
    return failSyntax();
  const [left, right] = relation.sides.map(exprOf);
  if (left === undefined || right === undefined) return failSyntax();
  if (modulus !== undefined) return { kind: "congruence", left, residue: right, modulus };
  if (right.kind !== "call" || right.name !== "mod") return relation;
  const [residue, divisor] = right.args;
  return { kind: "congruence", left, residue: residue ?? failSyntax(), modulus: divisor ?? failSyntax() };
}

/** Reads one side of a relation; `5:8` and `5 to 8` are quotients, `1:2:3` a proportion. */
function parseSide(state: ParseState): Node {
  const first = parseSetOperation(state);
  if (first.kind !== "scalar" || !startsRatio(state)) return first;
  const terms: (Node & { kind: "scalar" })[] = [first];
  while (startsRatio(state)) {
    state.next();
    const term = parseSetOperation(state);
    if (term.kind !== "scalar") return failSyntax();
    terms.push(term);
  }
  const [left, right] = terms;
  if (terms.length > 2 || left === undefined || right === undefined) return { kind: "ratio", terms };
  return { kind: "scalar", expr: { kind: "divide", left: left.expr, right: right.expr } };
}

function startsRatio(state: ParseState): boolean {
  if (state.isPunct(":")) return !state.isPunct("(", 1) && !state.isPunct("[", 1);
  return isRatioWord(state.peek(), state.peek(1));
}

/** The word of `3 to 4`. */
function isRatioWord(token: Token, next: Token): boolean {
  return token.type === "word" && token.text === "to" && next.type === "number";
}

function isRelationSign(token: Token): boolean {
  return token.type === "punct" && relationSigns.has(token.text);
}

/** Tells whether the operand at the cursor is over. */
export function endsOperand(state: ParseState): boolean {
  return endsSequence(state) || isSeparator(state) || isRelationSign(state.peek()) || isConditionStart(state);
}

function parseSetOperation(state: ParseState): Node {
  const operand = (inner: ParseState) => parseOperand(inner, endsOperand);
  const first = addTuples(state, operand(state), operand);
  const sign = setSign(state);
  if (sign === undefined) return first;
  const parts = [first];
  while (setSign(state) === sign) {
    state.next();
    parts.push(operand(state));
  }
  return setSign(state) === undefined ? { kind: "set_operation", sign, parts } : failSyntax();
}
