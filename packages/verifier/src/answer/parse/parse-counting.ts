import { failSyntax } from "../unreadable.ts";
import { type Expr, integerExpr } from "./expr.ts";
import type { ParseState } from "./parse-state.ts";

/** Reads `C(5,2)`, `P(5,2)`, `C_5^2` and `A_5^2` as numbers of choices; undefined (cursor put back) elsewhere. */
export function parseCounting(state: ParseState): Expr | undefined {
  const name = state.peek().text;
  if (name !== "C" && name !== "P" && name !== "A") return undefined;
  if (state.isPunct("_", 1)) return parseScripts(state);
  return name !== "A" && state.isPunct("(", 1) ? parsePair(state) : undefined;
}

function parsePair(state: ParseState): Expr | undefined {
  const mark = state.mark;
  const name = state.next().text;
  const group = state.mark;
  if (state.recallGroup() === undefined) {
    state.next();
    const node = state.parseSequence(state);
    if (state.accept(")")) {
      const [top, bottom] = node.kind === "list" ? node.items : [];
      const isPair = node.kind === "list" && node.items.length === 2;
      if (isPair && top?.kind === "scalar" && bottom?.kind === "scalar")
        return countOf(name, top.expr, bottom.expr);
      state.rememberGroup(group, node);
    }
  }
  state.rewind(mark);
  return undefined;
}

/** Both scripts must be whole numbers; `C_5^6` is a power of a variable. */
function parseScripts(state: ParseState): Expr | undefined {
  const mark = state.mark;
  const name = state.next().text;
  state.next();
  const top = readInteger(state);
  const bottom = top !== undefined && state.accept("^") ? readInteger(state) : undefined;
  if (top !== undefined && bottom !== undefined && bottom <= top)
    return countOf(name, integerExpr(top), integerExpr(bottom));
  state.rewind(mark);
  return undefined;
}

/** Reads `{}_5C_2`, `_5C_2` and `{}^5P_2`; undefined where the cursor stands at something else. */
export function parsePrescript(state: ParseState): Expr | undefined {
  if (state.accept("{")) state.expect("}");
  if (!state.accept("_") && !state.accept("^")) return undefined;
  const top = readInteger(state);
  const name = state.next().text;
  if (top === undefined || !(name === "C" || name === "P") || !state.accept("_")) return undefined;
  const bottom = readInteger(state);
  return bottom === undefined ? undefined : countOf(name, integerExpr(top), integerExpr(bottom));
}

/** Largest number of which choices are read. */
const maxCount = 10_000;

function readInteger(state: ParseState): number | undefined {
  const isBraced = state.accept("{");
  const token = state.next();
  if (token.type !== "number" || token.isInteger !== true || (isBraced && !state.accept("}")))
    return undefined;
  const value = Number(token.text);
  return value <= maxCount ? value : failSyntax();
}

function countOf(name: string, top: Expr, bottom: Expr): Expr {
  const choices: Expr = { kind: "call", name: "binom", args: [top, bottom] };
  if (name === "C") return choices;
  return { kind: "multiply", left: choices, right: { kind: "call", name: "factorial", args: [bottom] } };
}
