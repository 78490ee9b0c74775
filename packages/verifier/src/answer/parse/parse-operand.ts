import type { Token } from "../lex/token.ts";
import { failSyntax } from "../unreadable.ts";
import type { Condition } from "../value/condition.ts";
import type { Expr } from "./expr.ts";
import { someExpr } from "./expr-walk.ts";
import type { Node, UnitFactor } from "./node.ts";
import { isConditionStart } from "./parse-condition.ts";
import { parseSum } from "./parse-expression.ts";
import { parseCases, parseMatrix } from "./parse-matrix.ts";
import type { ParseState } from "./parse-state.ts";
import { parseUnit, startsUnit } from "./parse-unit.ts";
import { isDoubtfulUnit } from "./product-run.ts";

/** Tells whether an operand is over at the cursor; given by the caller, which knows what separates operands. */
export type OperandEnd = (state: ParseState) => boolean;

/** Returns the set operator at the cursor. */
export function setSign(state: ParseState): "cup" | "cap" | "setminus" | undefined {
  const { type, text } = state.peek();
  if (type === "letter" && text === "U") return "cup";
  if (type !== "punct") return undefined;
  return text === "cup" || text === "cap" || text === "setminus" ? text : undefined;
}

/** Reads a set, tuple, interval, matrix or quantity. */
export function parseOperand(state: ParseState, ends: OperandEnd): Node {
  const { type, text } = state.peek();
  if (type === "punct") return parsePunctuated(state, text, ends) ?? parseQuantity(state);
  if (type === "macro" && text === "begin") return parseTable(state, ends) ?? parseQuantity(state);
  return parseQuantity(state);
}

/** Reads an operand that starts with punctuation; undefined for a sign or a bracket that only groups. */
function parsePunctuated(state: ParseState, text: string, ends: OperandEnd): Node | undefined {
  if (state.accept("empty")) return { kind: "set", items: [] };
  if (text === "\\{") return parseSet(state, "\\}") ?? failSyntax();
  if (text === "{" && !state.isPunct("}", 1)) return parseSetOrGroup(state, ends);
  return text === "(" || text === "[" || text === "]" ? parseBracket(state, ends) : undefined;
}

/** Reads a matrix or `cases` that stands alone; undefined (cursor put back) for a factor of an expression. */
function parseTable(state: ParseState, ends: OperandEnd): Node | undefined {
  const mark = state.mark;
  const table = state.recallGroup() ?? parseCases(state) ?? parseMatrix(state);
  if (ends(state)) return table;
  state.rememberGroup(mark, table);
  state.rewind(mark);
  return undefined;
}

/** Reads a set; undefined for `{a \over b}`. */
function parseSet(state: ParseState, close: string): Node | undefined {
  state.next();
  if (state.accept(close)) return { kind: "set", items: [] };
  const builder = parseSetBuilder(state, close);
  if (builder !== undefined) return builder;
  const isBuilt = hasLoneBar(state, close);
  state.openBars += isBuilt ? 1 : 0;
  const inner = state.parseSequence(state);
  state.openBars -= isBuilt ? 1 : 0;
  if (state.isPunct("over") || state.isPunct("choose")) return undefined;
  const conditions = isBuilt && state.accept("|") ? conditionsOf(state.parseSequence(state)) : [];
  state.expect(close);
  if (conditions.length > 0) return { kind: "conditioned", value: setOf(inner), conditions };
  return inner.kind === "conditioned" ? { ...inner, value: setOf(inner.value) } : setOf(inner);
}

/** Most tokens of a set that is looked through for a bar. */
const maxSetTokens = 60;

/** Tells whether a set has one bar outside brackets, as in `{2k | k ∈ ℤ}`. */
function hasLoneBar(state: ParseState, close: string): boolean {
  let depth = 0;
  let bars = 0;
  for (const { type, text } of state.lookAhead(maxSetTokens)) {
    if (type !== "punct") continue;
    if (text === close && depth === 0) return bars === 1;
    if (text === "(" || text === "[" || text === "{" || text === "\\{") depth++;
    else if (text === ")" || text === "]" || text === "}" || text === "\\}") depth--;
    else if (text === "|" && depth === 0) bars++;
  }
  return false;
}

function conditionsOf(node: Node): readonly Condition<Node>[] {
  if (node.kind === "conditioned") return [...conditionsOf(node.value), ...node.conditions];
  const items = node.kind === "list" ? node.items : [node];
  return items.map((relation) =>
    relation.kind === "relation" ? { kind: "relation", relation } : failSyntax(),
  );
}

function setOf(inner: Node): Node {
  return { kind: "set", items: inner.kind === "list" ? inner.items : [inner] };
}

/** Reads `{x | -2 < x < 3}` (also with : and \mid, and `x ∈ ℝ |`) as its condition; undefined for a set written out. */
function parseSetBuilder(state: ParseState, close: string): Node | undefined {
  const mark = state.mark;
  if (!state.isType("letter")) return undefined;
  state.next();
  if (state.accept("in")) skipRealLine(state);
  const isBuilder = state.accept("|") || state.accept(":");
  if (!isBuilder) {
    state.rewind(mark);
    return undefined;
  }
  const condition = state.parseSequence(state);
  state.expect(close);
  return condition;
}

function skipRealLine(state: ParseState): void {
  if (state.isType("letter") && (state.peek().text === "ℝ" || state.peek().text === "R")) state.next();
  else if (state.isType("macro") && state.peek().text === "mathbb") {
    state.next();
    const isBraced = state.accept("{");
    if (state.peek().text === "R") state.next();
    if (isBraced) state.accept("}");
  }
}

/** In plain text `{1, 2}` is a set; in LaTeX `{...}` only groups. */
function parseSetOrGroup(state: ParseState, ends: OperandEnd): Node {
  const mark = state.mark;
  const set = parseSet(state, "}");
  if (set === undefined) {
    state.rewind(mark);
    return parseQuantity(state);
  }
  if (set.kind === "set" && set.items.length > 1) return set;
  const inner = set.kind === "set" ? (set.items[0] ?? failSyntax()) : set;
  if (inner.kind !== "scalar" && ends(state)) return inner;
  state.rememberGroup(mark, inner);
  state.rewind(mark);
  return parseQuantity(state);
}

/** Reads a tuple, interval or bracketed list; undefined (cursor put back) where the bracket only groups. */
function parseBracket(state: ParseState, ends: OperandEnd): Node | undefined {
  const mark = state.mark;
  // ]a, b[ is the open interval.
  const open = state.peek().text === "[" ? "[" : "(";
  const isReversed = state.next().text === "]";
  if (!isReversed && state.isPunct(open === "(" ? ")" : "]")) {
    state.next();
    return { kind: "bracket", open, close: open === "(" ? ")" : "]", items: [] };
  }
  state.reversedBrackets += isReversed ? 1 : 0;
  const inner = state.parseSequence(state);
  state.reversedBrackets -= isReversed ? 1 : 0;
  const close = closeOf(state);
  const items = inner.kind === "list" ? inner.items : [inner];
  const isGroup = items.length === 1 && (open === "(" || !(ends(state) || setSign(state) !== undefined));
  if (!isGroup) return { kind: "bracket", open, close, items };
  if (open === "(" && close === ")" && inner.kind !== "scalar" && ends(state)) return inner;
  if (isReversed || close !== (open === "(" ? ")" : "]")) failSyntax();
  state.rememberGroup(mark, inner);
  state.rewind(mark);
  return undefined;
}

function closeOf(state: ParseState): ")" | "]" {
  const token = state.next();
  if (token.type !== "punct") return failSyntax();
  if (token.text === "[") return ")";
  return token.text === ")" || token.text === "]" ? token.text : failSyntax();
}

/** Reads an expression and the unit after it, or the currency before it; `5 ft 6 in` has several parts. */
function parseQuantity(state: ParseState): Node {
  const first = parseOneQuantity(state);
  if (first.kind !== "quantity" || !state.isType("number")) return first;
  const parts = [first];
  while (state.isType("number")) {
    const part = parseOneQuantity(state);
    if (part.kind !== "quantity") return failSyntax();
    parts.push(part);
  }
  return { kind: "quantity_sum", parts };
}

function parseOneQuantity(state: ParseState): Node {
  const expr = parseSum(state);
  const hasUnit = state.currency !== undefined || expr.kind === "degrees" || startsUnit(state);
  return hasUnit ? parseUnitOf(expr, state) : { kind: "scalar", expr };
}

/** Reads the unit around or behind an expression. */
function parseUnitOf(amount: Expr, state: ParseState): Node {
  let expr = amount;
  const unit: UnitFactor[] = [];
  if (state.currency !== undefined) {
    unit.push({ name: state.currency, power: 1 });
    state.currency = undefined;
  }
  if (expr.kind === "degrees" && isTemperatureScale(state)) {
    unit.push(readTemperatureScale(state));
    expr = expr.operand;
  }
  const isWeak = isDoubtfulUnit(state);
  if (startsUnit(state) && !isConditionStart(state)) {
    if (isAngleWord(state.peek())) {
      state.next();
      if (!isTemperatureScale(state)) return { kind: "scalar", expr: { kind: "degrees", operand: expr } };
      return { kind: "quantity", expr, unit: [readTemperatureScale(state)] };
    }
    // "No solution" is prose: only a number has a unit in plain words.
    if (state.isType("word") && !someExpr(expr, (part) => part.kind === "number")) failSyntax();
    unit.push(...parseUnit(state));
  }
  return unit.length === 0
    ? { kind: "scalar", expr }
    : { kind: "quantity", expr, unit: withoutDoubleCurrency(unit), ...(isWeak ? { isWeak } : {}) };
}

function isTemperatureScale(state: ParseState): boolean {
  const { type, text } = state.peek();
  if (type !== "letter" && type !== "text" && type !== "word") return false;
  return text === "C" || text === "F" || /^(celsius|fahrenheit)$/i.test(text);
}

function readTemperatureScale(state: ParseState): UnitFactor {
  return { name: /^c/i.test(state.next().text) ? "celsius" : "fahrenheit", power: 1 };
}

function isAngleWord(token: Token): boolean {
  return /^(degree|degrees|deg)$/.test(token.text.toLowerCase());
}

/** "$5 dollars" names the currency twice. */
function withoutDoubleCurrency(unit: readonly UnitFactor[]): readonly UnitFactor[] {
  const isDouble =
    unit.length === 2 && unit[0]?.name === "$" && /^(dollars?|usd|cents?)$/i.test(unit[1]?.name ?? "");
  return isDouble ? unit.slice(1) : unit;
}
