import { type Expr, integerExpr } from "./expr.ts";
import type { ParseState } from "./parse-state.ts";
import { readMarks } from "./read-marks.ts";

/** Letters that mark a differential. */
const marks: ReadonlySet<string> = new Set(["d", "partial"]);

/**
 * Reads `\frac{dy}{dx}` and `\frac{d^2y}{dx^2}` as a quotient of differentials, whose letters d are no factors. Undefined
 * (cursor put back) for another fraction.
 */
export function readDerivative(state: ParseState): Expr | undefined {
  const mark = state.mark;
  state.next();
  const top = readGroup(state, readNumerator);
  const bottom = top === undefined ? undefined : readGroup(state, readDenominator);
  return quotientOf(top, bottom) ?? state.rewind(mark);
}

/** Reads `dy/dx` and `d^2y/dx^2` in plain text; undefined (cursor put back) for anything else. */
export function readSlashDerivative(state: ParseState): Expr | undefined {
  if (!marks.has(state.peek().text) && !/^d[a-z]$/.test(state.peek().text)) return undefined;
  const mark = state.mark;
  const top = readNumerator(state);
  const bottom = top !== undefined && state.accept("/") ? readDenominator(state) : undefined;
  return quotientOf(top, bottom) ?? state.rewind(mark);
}

function quotientOf(top: Differential | undefined, bottom: Differential | undefined): Expr | undefined {
  if (top === undefined || bottom === undefined) return undefined;
  if (top.order !== bottom.order || top.sign !== bottom.sign) return undefined;
  const right: Expr =
    bottom.order === 1
      ? bottom.differential
      : { kind: "power", left: bottom.differential, right: integerExpr(bottom.order) };
  return { kind: "divide", left: top.differential, right };
}

/** One side of a derivative: dy, d²y or dx². */
interface Differential {
  readonly sign: string;
  readonly order: number;
  readonly differential: Expr;
}

/** Tells whether a symbol is a differential, such as the dy of dy/dx. */
export function isDifferentialName(name: string): boolean {
  return name.startsWith("d ") || name.startsWith("partial ") || /^(?:d|partial)\^\d /.test(name);
}

function readGroup(
  state: ParseState,
  read: (state: ParseState) => Differential | undefined,
): Differential | undefined {
  if (!state.accept("{")) return undefined;
  const side = read(state);
  return side !== undefined && state.accept("}") ? side : undefined;
}

/** `dy`, `d^2y`, `d^2 f`. */
function readNumerator(state: ParseState): Differential | undefined {
  const sign = readSign(state);
  if (sign === undefined) return undefined;
  const order = readOrder(state);
  const name = readName(state);
  if (order === undefined || name === undefined) return undefined;
  const prefix = order === 1 ? sign : `${sign}^${order}`;
  return { sign, order, differential: { kind: "symbol", name: `${prefix} ${name}` } };
}

/** `dx`, `dx^2`. */
function readDenominator(state: ParseState): Differential | undefined {
  const sign = readSign(state);
  const name = sign === undefined ? undefined : readName(state);
  const order = name === undefined ? undefined : readOrder(state);
  if (sign === undefined || name === undefined || order === undefined) return undefined;
  return { sign, order, differential: { kind: "symbol", name: `${sign} ${name}` } };
}

function readSign(state: ParseState): string | undefined {
  if (state.isType("word")) state.openRun();
  const { type, text } = state.peek();
  if (type !== "letter" || !marks.has(text)) return undefined;
  state.next();
  return text;
}

function readName(state: ParseState): string | undefined {
  if (state.isType("word")) state.openRun();
  return state.isType("letter") ? readMarks(state, state.next().text) : undefined;
}

/** Highest derivative that is read. */
const maxOrder = 9;

function readOrder(state: ParseState): number | undefined {
  if (!state.accept("^")) return 1;
  const isBraced = state.accept("{");
  const token = state.next();
  if (isBraced && !state.accept("}")) return undefined;
  const order = token.type === "number" && token.isInteger === true ? Number(token.text) : Number.NaN;
  return order >= 1 && order <= maxOrder ? order : undefined;
}
