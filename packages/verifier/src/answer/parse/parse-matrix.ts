import { failSyntax } from "../unreadable.ts";
import type { Node } from "./node.ts";
import { exprOf, type ParseState } from "./parse-state.ts";

const matrixNames: ReadonlySet<string> = new Set(
  "matrix pmatrix bmatrix Bmatrix vmatrix array smallmatrix".split(" "),
);

/**
 * Reads `\begin{pmatrix} a & b \\ c & d \end{pmatrix}` as rows of items, and a `vmatrix` as its determinant. Rows must be
 * equally long.
 */
export function parseMatrix(state: ParseState): Node {
  state.next();
  const name = readName(state);
  if (!matrixNames.has(name)) failSyntax();
  if (state.isPunct("{")) skipColumns(state);
  const rows: (readonly Node[])[] = [];
  do {
    if (isEnd(state)) break;
    rows.push(readRow(state));
  } while (state.accept("\\\\"));
  const end = state.next();
  if (end.type !== "macro" || end.text !== "end") failSyntax();
  readName(state);
  const width = rows[0]?.length ?? failSyntax();
  if (rows.some((row) => row.length !== width)) failSyntax();
  const matrix: Node = { kind: "matrix", rows };
  if (name !== "vmatrix") return matrix;
  return { kind: "scalar", expr: { kind: "call", name: "det", args: [exprOf(matrix)] } };
}

function readRow(state: ParseState): readonly Node[] {
  const row = [state.parseSequence(state)];
  while (state.accept("&")) row.push(state.parseSequence(state));
  return row;
}

function readName(state: ParseState): string {
  state.expect("{");
  const name = state.next().text;
  state.expect("}");
  return name;
}

/** Moves past the column specification of an array. */
function skipColumns(state: ParseState): void {
  state.next();
  while (!state.isPunct("}")) if (state.next().type === "end") failSyntax();
  state.next();
}

/**
 * Reads `\begin{cases} ... \end{cases}`: rows of a value and its condition, or a system of equations as a list.
 * Undefined (cursor put back) for another environment.
 */
export function parseCases(state: ParseState): Node | undefined {
  const mark = state.mark;
  state.next();
  if (readName(state) !== "cases") {
    state.rewind(mark);
    return undefined;
  }
  const plain: Node[] = [];
  const rows: (readonly [Node, Node])[] = [];
  do {
    if (isEnd(state)) break;
    const value = state.parseSequence(state);
    if (state.accept("&")) rows.push([value, readCondition(state)]);
    else plain.push(value);
  } while (state.accept("\\\\"));
  if (!isEnd(state)) failSyntax();
  state.next();
  readName(state);
  if (rows.length > 0) return plain.length === 0 ? { kind: "cases", rows } : failSyntax();
  return { kind: "list", items: plain, joiner: "and" };
}

function isEnd(state: ParseState): boolean {
  return state.isType("macro") && state.peek().text === "end";
}

const conditionWords = /^(if|when|for|where)$/i;

/** Reads the condition of a row: a relation, or words such as "otherwise". */
function readCondition(state: ParseState): Node {
  while (isWordToken(state) && conditionWords.test(state.peek().text)) state.next();
  const mark = state.mark;
  let words = "";
  while (!state.isPunct("\\\\") && !isEnd(state)) {
    const token = state.next();
    if (token.type !== "text" && token.type !== "word" && token.type !== "letter" && !state.wasPunct(",")) {
      state.rewind(mark);
      return state.parseSequence(state);
    }
    words += ` ${token.text}`;
  }
  return { kind: "text", text: words.trim().toLowerCase() };
}

function isWordToken(state: ParseState): boolean {
  return state.isType("text") || state.isType("word");
}
