import type { Token } from "../lex/token.ts";
import { failSyntax } from "../unreadable.ts";
import { someExpr } from "./expr-walk.ts";
import type { Node, RelationSign, UnitFactor } from "./node.ts";
import { parseSum } from "./parse-expression.ts";
import { parseMatrix } from "./parse-matrix.ts";
import type { ParseState } from "./parse-state.ts";
import { parseUnit, startsUnit } from "./parse-unit.ts";

const relationSigns: ReadonlySet<string> = new Set(["=", "<", ">", "<=", ">=", "!=", "~=", "in"]);

/** Reads items separated by commas, semicolons, "and" or "or". One item is returned as itself. */
export function parseSequence(state: ParseState): Node {
  state.enter();
  const first = parseItem(state);
  if (!state.isPunct(",") && !state.isPunct(";")) {
    state.leave();
    return first;
  }
  const items = [first];
  while (state.accept(",") || state.accept(";")) {
    // "1, 2, and 3" has two separators in a row.
    while (state.accept(",")) state.fuel.spend(1);
    if (endsSequence(state)) break;
    items.push(parseItem(state));
  }
  state.leave();
  return items.length === 1 ? first : { kind: "list", items };
}

function endsSequence(state: ParseState): boolean {
  return (
    state.isType("end") ||
    state.isPunct(")") ||
    state.isPunct("]") ||
    state.isPunct("\\}") ||
    state.isPunct("}")
  );
}

function parseItem(state: ParseState): Node {
  const outerCurrency = state.currency;
  state.currency = undefined;
  const node = parseLabelled(state) ?? parseRelation(state);
  state.currency = outerCurrency;
  return node;
}

/** Reads `Area = 12`, `Maximum: 3`, `f(x) = 2x`; undefined where there is no such head. */
function parseLabelled(state: ParseState): Node | undefined {
  const mark = state.mark;
  let head = readWordLabel(state);
  if (head === undefined) {
    state.rewind(mark);
    head = readFunctionHead(state);
  }
  if (head === undefined) {
    state.rewind(mark);
    return undefined;
  }
  return { kind: "labelled", ...head, value: parseRelation(state) };
}

interface LabelHead {
  label: string;
  parameters: readonly string[];
}

function readWordLabel(state: ParseState): LabelHead | undefined {
  const words: string[] = [];
  let hasWord = false;
  while (words.length < 6) {
    const token = state.peek();
    const isWord = token.type === "text" || token.type === "word";
    if (!isWord && token.type !== "letter") break;
    if (isWord && token.text.length > 1) hasWord = true;
    words.push(state.next().text);
  }
  if (!hasWord || !(state.isPunct("=") || state.isPunct(":"))) return undefined;
  state.next();
  return { label: words.join(" ").toLowerCase(), parameters: [] };
}

function readFunctionHead(state: ParseState): LabelHead | undefined {
  if (!state.isType("letter")) return undefined;
  let label = state.next().text;
  if (state.isPunct("^") && state.isPunct("{", 1) && state.isPunct("-", 2) && state.peek(3).text === "1") {
    for (let count = 0; count < 5; count++) state.next();
    label += "^-1";
  }
  if (!state.accept("(")) return undefined;
  const parameters: string[] = [];
  do {
    if (!state.isType("letter")) return undefined;
    parameters.push(state.next().text);
  } while (state.accept(","));
  if (!state.accept(")") || !state.accept("=")) return undefined;
  return { label, parameters };
}

function parseRelation(state: ParseState): Node {
  const first = parseRatio(state, parseSetOperation(state));
  if (!isRelationSign(state.peek())) return first;
  const signs: RelationSign[] = [];
  const sides = [first];
  while (isRelationSign(state.peek())) {
    signs.push(state.next().text as RelationSign);
    sides.push(parseSetOperation(state));
  }
  return { kind: "relation", signs, sides };
}

/** Reads `5:8` as the quotient and `1:2:3` as a tuple. */
function parseRatio(state: ParseState, first: Node): Node {
  if (first.kind !== "scalar" || !state.isPunct(":")) return first;
  const terms = [first];
  while (state.accept(":")) {
    const term = parseSetOperation(state);
    if (term.kind !== "scalar") return failSyntax();
    terms.push(term);
  }
  const [left, right] = terms;
  if (terms.length > 2 || left === undefined || right === undefined)
    return { kind: "bracket", open: "(", close: ")", items: terms };
  return { kind: "scalar", expr: { kind: "divide", left: left.expr, right: right.expr } };
}

function isRelationSign(token: Token): boolean {
  return token.type === "punct" && relationSigns.has(token.text);
}

function parseSetOperation(state: ParseState): Node {
  const first = parseOperand(state);
  const sign = setSign(state);
  if (sign === undefined) return first;
  const parts = [first];
  while (setSign(state) === sign) {
    state.next();
    parts.push(parseOperand(state));
  }
  return setSign(state) === undefined ? { kind: "set_operation", sign, parts } : failSyntax();
}

function setSign(state: ParseState): "cup" | "cap" | "setminus" | undefined {
  const { type, text } = state.peek();
  if (type === "letter" && text === "U") return "cup";
  if (type !== "punct") return undefined;
  return text === "cup" || text === "cap" || text === "setminus" ? text : undefined;
}

function parseOperand(state: ParseState): Node {
  if (state.accept("empty")) return { kind: "set", items: [] };
  if (state.isPunct("\\{")) return parseSet(state, "\\}");
  if (state.isPunct("{")) return parseSetOrGroup(state);
  if (state.isType("macro") && state.peek().text === "begin") return parseMatrix(state);
  if (state.isPunct("(") || state.isPunct("[")) {
    const bracket = parseBracket(state);
    if (bracket !== undefined) return bracket;
  }
  return parseQuantity(state);
}

function parseSet(state: ParseState, close: string): Node {
  state.next();
  if (state.accept(close)) return { kind: "set", items: [] };
  const builder = parseSetBuilder(state, close);
  if (builder !== undefined) return builder;
  const inner = state.parseSequence(state);
  state.expect(close);
  return { kind: "set", items: inner.kind === "list" ? inner.items : [inner] };
}

/** Reads `{x | -2 < x < 3}` (also with : and \\mid) as its condition; undefined for a set written out. */
function parseSetBuilder(state: ParseState, close: string): Node | undefined {
  const mark = state.mark;
  if (!state.isType("letter")) return undefined;
  state.next();
  const isBuilder = state.accept("|") || state.accept(":");
  if (!isBuilder) {
    state.rewind(mark);
    return undefined;
  }
  const condition = state.parseSequence(state);
  state.expect(close);
  return condition;
}

/** In plain text `{1, 2}` is a set; in LaTeX `{...}` only groups. */
function parseSetOrGroup(state: ParseState): Node {
  const mark = state.mark;
  const set = parseSet(state, "}");
  if (set.kind === "set" && set.items.length > 1) return set;
  const inner = set.kind === "set" ? (set.items[0] ?? failSyntax()) : set;
  if (inner.kind !== "scalar" && endsOperand(state)) return inner;
  state.rememberGroup(mark, inner);
  state.rewind(mark);
  return parseQuantity(state);
}

/** Reads a tuple, interval or bracketed list; undefined (cursor put back) where the bracket only groups. */
function parseBracket(state: ParseState): Node | undefined {
  const mark = state.mark;
  const open = state.next().text === "(" ? "(" : "[";
  if (state.isPunct(open === "(" ? ")" : "]")) {
    state.next();
    return { kind: "bracket", open, close: open === "(" ? ")" : "]", items: [] };
  }
  const inner = state.parseSequence(state);
  const close = state.next();
  if (close.text !== ")" && close.text !== "]") return failSyntax();
  const items = inner.kind === "list" ? inner.items : [inner];
  const isGroup = items.length === 1 && (open === "(" || continuesTerm(state));
  if (!isGroup) return { kind: "bracket", open, close: close.text, items };
  if (open === "(" && close.text === ")" && inner.kind !== "scalar" && endsOperand(state)) return inner;
  if (close.text !== (open === "(" ? ")" : "]")) failSyntax();
  state.rememberGroup(mark, inner);
  state.rewind(mark);
  return undefined;
}

function continuesTerm(state: ParseState): boolean {
  return !endsOperand(state) && setSign(state) === undefined;
}

function endsOperand(state: ParseState): boolean {
  return endsSequence(state) || state.isPunct(",") || state.isPunct(";") || isRelationSign(state.peek());
}

/** Reads an expression and the unit after it, or the currency before it. */
function parseQuantity(state: ParseState): Node {
  let expr = parseSum(state);
  const unit: UnitFactor[] = [];
  if (state.currency !== undefined) {
    unit.push({ name: state.currency, power: 1 });
    state.currency = undefined;
  }
  if (expr.kind === "degrees" && isTemperatureScale(state)) {
    unit.push({ name: state.next().text === "C" ? "celsius" : "fahrenheit", power: 1 });
    expr = expr.operand;
  }
  if (startsUnit(state)) {
    if (isAngleWord(state.peek())) {
      state.next();
      return { kind: "scalar", expr: { kind: "degrees", operand: expr } };
    }
    // "No solution" is prose: only a number has a unit in plain words.
    if (state.isType("word") && !someExpr(expr, (part) => part.kind === "number")) failSyntax();
    unit.push(...parseUnit(state));
  }
  return unit.length === 0
    ? { kind: "scalar", expr }
    : { kind: "quantity", expr, unit: withoutDoubleCurrency(unit) };
}

function isTemperatureScale(state: ParseState): boolean {
  const { type, text } = state.peek();
  return type === "letter" && (text === "C" || text === "F");
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
