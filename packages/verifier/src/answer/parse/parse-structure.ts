import type { Token } from "../lex/token.ts";
import { failSyntax } from "../unreadable.ts";
import type { Condition } from "../value/condition.ts";
import type { Expr } from "./expr.ts";
import type { Joiner, Node, RelationSign } from "./node.ts";
import { isConditionStart, isDeclaration, readCondition } from "./parse-condition.ts";
import { parseSum } from "./parse-expression.ts";
import { parseLabelHead } from "./parse-label.ts";
import { parseOperand, setSign } from "./parse-operand.ts";
import { exprOf, type ParseState } from "./parse-state.ts";
import { addTuples } from "./parse-vector.ts";
import { splitConditions } from "./split-conditions.ts";
import { joinCases, withOwnConditions } from "./worded-cases.ts";

const relationSigns: ReadonlySet<string> = new Set(
  "= < > <= >= != ~= in equiv parallel perp cong sim".split(" "),
);

/**
 * Reads items separated by commas, semicolons, "and" or "or", and the conditions on them. One item is returned as itself.
 */
export function parseSequence(state: ParseState): Node {
  state.enter();
  const first = parseItem(state);
  const conditions = isConditionStart(state) ? readConditions(state) : undefined;
  if (isSeparator(state)) return parseItems(state, { node: first, conditions: conditions ?? [] });
  state.leave();
  return conditions === undefined ? first : conditioned(first, conditions);
}

/** An item and the conditions behind it. */
interface Item {
  readonly node: Node;
  readonly conditions: Condition<Node>[];
}

/** Reads the items behind the first one and its separator. */
function parseItems(state: ParseState, first: Item): Node {
  const items: Item[] = [first];
  const groups: Node[][] = [[first.node]];
  let joiner: Joiner | undefined;
  while (isSeparator(state)) {
    const isSemicolon = state.isPunct(";");
    joiner = state.next().joiner ?? joiner;
    // "1, 2, and 3" has two separators in a row.
    while (state.isPunct(",")) joiner = state.next().joiner ?? joiner;
    if (endsSequence(state)) break;
    if (isDeclaration(state) || isConditionStart(state)) {
      items[items.length - 1]?.conditions.push(...readCondition(state, parseRelation));
      continue;
    }
    if (isSemicolon) groups.push([]);
    const item: Item = { node: parseItem(state), conditions: readConditions(state) };
    items.push(item);
    groups[groups.length - 1]?.push(item.node);
  }
  state.leave();
  if (items.every(hasNoConditions)) return joinGroups(groups, joiner, noConditions);
  const cases = joinCases(items);
  if (cases !== undefined) return cases;
  const own = withOwnConditions(items);
  if (own !== undefined) return asList(own, joiner);
  return joinGroups(
    groups,
    joiner,
    items.flatMap(({ conditions }) => conditions),
  );
}

const noConditions: readonly Condition<Node>[] = [];

function hasNoConditions({ conditions }: Item): boolean {
  return conditions.length === 0;
}

function readConditions(state: ParseState): Condition<Node>[] {
  const conditions: Condition<Node>[] = [];
  while (isConditionStart(state)) conditions.push(...readCondition(state, parseRelation));
  return conditions;
}

/** Semicolons separate groups only where commas separate items within them. */
function joinGroups(
  groups: readonly Node[][],
  joiner: Joiner | undefined,
  conditions: readonly Condition<Node>[],
): Node {
  const [only] = groups;
  if (groups.length === 1 && only !== undefined) {
    const { values, conditions: last } = splitConditions(only, joiner);
    return conditioned(asList(values, joiner), last.length === 0 ? conditions : [...conditions, ...last]);
  }
  const split = groups.map((group) => splitConditions(group, joiner));
  const found = split.flatMap((group) => group.conditions);
  const kept = split.map(({ values }) => values).filter((values) => values.length > 0);
  const isNested = kept.length > 1 && kept.some((group) => group.length > 1);
  const value = asList(isNested ? kept.map((group) => asList(group, undefined)) : kept.flat(), joiner);
  return conditioned(value, [...conditions, ...found]);
}

function conditioned(value: Node, conditions: readonly Condition<Node>[]): Node {
  return conditions.length === 0 ? value : { kind: "conditioned", value, conditions };
}

function asList(items: readonly Node[], joiner: Joiner | undefined): Node {
  const [only] = items;
  if (only === undefined) return failSyntax();
  return items.length === 1 ? only : { kind: "list", items, joiner };
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
  const { type } = state.peek();
  const named = type === "word" || type === "text" ? (parseException(state) ?? parseName(state)) : undefined;
  const node = named ?? parseLabelled(state) ?? parseRelation(state);
  state.currency = outerCurrency;
  return node;
}

/** Words before the numbers that a set lacks: "all real numbers except". */
const exceptWords =
  /^(?:(?:the set of )?(?:all|any|every) )?(?:real )?(?:numbers?|reals?|values?|real values?)(?: (?:of )?[a-z])?(?: except(?: for)?| other than| but)$/;
/** Most words before those numbers. */
const maxExceptWords = 8;

/** Reads "all real numbers except 2" as the numbers without 2; undefined (cursor put back) for anything else. */
function parseException(state: ParseState): Node | undefined {
  const mark = state.mark;
  let words = "";
  for (let count = 0; count < maxExceptWords && /^(?:text|word|letter)$/.test(state.peek().type); count++) {
    words += ` ${state.next().text.toLowerCase()}`;
    if (!exceptWords.test(words.trim())) continue;
    const left = parseRelation(state);
    const [name, value] = left.kind === "relation" && left.signs[0] === "=" ? left.sides : [undefined, left];
    if (name !== undefined && (name.kind !== "scalar" || name.expr.kind !== "symbol")) failSyntax();
    const line: Node = { kind: "scalar", expr: { kind: "symbol", name: "set R" } };
    const hole: Node = { kind: "set", items: [value ?? failSyntax()] };
    return { kind: "set_operation", sign: "setminus", parts: [line, hole] };
  }
  return state.rewind(mark);
}

/** Reads an item that is one word: a name, and where its letters may be factors their product as well. */
function parseName(state: ParseState): Node | undefined {
  const { text, spelledBy } = state.peek();
  if (text.length < 2 || !endsItem(state, 1)) return undefined;
  if (spelledBy > 0) return { kind: "scalar", expr: parseSum(state), run: text };
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
  const next = state.peek();
  // Nothing can follow: most items are one side.
  if (next.type === "end" || (!isRelationSign(next) && closers.has(next.text))) return first;
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

function parseSetOperand(state: ParseState): Node {
  return parseOperand(state, endsOperand);
}

function parseSetOperation(state: ParseState): Node {
  const first = addTuples(state, parseSetOperand(state), parseSetOperand);
  const sign = setSign(state);
  if (sign === undefined) return first;
  const parts = [first];
  while (setSign(state) === sign) {
    state.next();
    parts.push(parseSetOperand(state));
  }
  return setSign(state) === undefined ? { kind: "set_operation", sign, parts } : failSyntax();
}
