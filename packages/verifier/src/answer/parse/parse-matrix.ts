import { failSyntax } from "../unreadable.ts";
import type { Node } from "./node.ts";
import type { ParseState } from "./parse-state.ts";

const matrixNames: ReadonlySet<string> = new Set(
  "matrix pmatrix bmatrix Bmatrix vmatrix array smallmatrix".split(" "),
);

/** Reads `\begin{pmatrix} a & b \\ c & d \end{pmatrix}` as rows of items. Rows must be equally long. */
export function parseMatrix(state: ParseState): Node {
  state.next();
  if (!matrixNames.has(readName(state))) failSyntax();
  if (state.isPunct("{")) skipColumns(state);
  const rows: (readonly Node[])[] = [];
  do {
    if (state.isType("macro") && state.peek().text === "end") break;
    rows.push(readRow(state));
  } while (state.accept("\\\\"));
  const end = state.next();
  if (end.type !== "macro" || end.text !== "end") failSyntax();
  readName(state);
  const width = rows[0]?.length ?? failSyntax();
  if (rows.some((row) => row.length !== width)) failSyntax();
  return { kind: "matrix", rows };
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
