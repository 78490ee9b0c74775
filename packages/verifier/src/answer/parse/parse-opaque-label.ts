import { operatorCommands } from "../lex/macro-table.ts";
import { MadeToken, type Token } from "../lex/token.ts";
import type { LabelHead } from "./parse-label.ts";
import type { ParseState } from "./parse-state.ts";

/** Most tokens of a label that is kept as written. */
const maxTokens = 60;

/** Names of functions: `f(1) + f(2) =` has no unknown. */
const functionLetters: ReadonlySet<string> = new Set([..."fghFGHpPqQT"]);

/**
 * Reads a label that is no expression of the grammar up to its `=`, as written: `\lim_{x\to3} x^2 =`,
 * `\int_0^3 x^2\,dx =`, `\left.x^2\right|_{x=2} =`, `f(1)+f(2) =`, `\operatorname{Var}(X) =`. Undefined where the text
 * before `=` has no such operation, or an unknown of its own may be meant.
 */
export function readOpaqueHead(state: ParseState): LabelHead | undefined {
  if ((state.isType("number") && !state.isType("unknown", 1)) || !state.hasEquals || state.isPunct("=", 1))
    return undefined;
  const ahead = state.lookAhead(maxTokens);
  const length = headLength(ahead);
  if (length === 0 || !mayBeOpaque(ahead, length)) return undefined;
  const tokens = ahead.slice(0, length);
  if (!tokens.some(isOperator) && !wholeLabels.some((isKept) => isKept(tokens))) return undefined;
  for (let count = 0; count <= tokens.length; count++) state.next();
  return { label: tokens.map(({ text }) => text).join(" "), isVariable: true, parameters: [] };
}

const noToken = new MadeToken("end", "", false);

/** Tokens before the first `=` outside brackets; 0 where there is none. */
function headLength(tokens: readonly Token[]): number {
  let depth = 0;
  for (let at = 0; at < tokens.length; at++) {
    const { type, text } = tokens[at] ?? noToken;
    if (type !== "punct") continue;
    if (text === "(" || text === "[" || text === "{" || text === "\\{") depth++;
    else if (text === ")" || text === "]" || text === "}" || text === "\\}") depth--;
    else if (depth === 0 && (text === "," || text === ";")) return 0;
    else if (depth === 0 && text === "=") return at;
  }
  return 0;
}

/** Tells quickly that a head is letters, numbers and signs without bars, and calls one function at most. */
function mayBeOpaque(tokens: readonly Token[], length: number): boolean {
  if (tokens[0]?.text === "[") return true;
  let calls = 0;
  for (let at = 0; at < length; at++) {
    const { type, text } = tokens[at] ?? noToken;
    if (type !== "punct" && type !== "letter" && type !== "number") return true;
    if (text === "|" || (text === "(" && ++calls > 1)) return true;
  }
  return false;
}

/** `[ABC]`: an area. */
function isArea(tokens: readonly Token[]): boolean {
  const [open, ...rest] = tokens;
  const close = rest.pop();
  return (
    open?.text === "[" &&
    close?.text === "]" &&
    rest.length > 0 &&
    rest.every(({ text }) => /^[A-Z]+$/.test(text))
  );
}

/** `|A ∪ B|`: the size of a set that is made of others. */
function isSize(tokens: readonly Token[]): boolean {
  const isBarred = tokens[0]?.text === "|" && tokens[tokens.length - 1]?.text === "|";
  return isBarred && tokens.some(({ type, text }) => type === "punct" && setSigns.has(text));
}

const setSigns: ReadonlySet<string> = new Set(["cup", "cap", "setminus"]);

/** `\\max_{x} f(x)`: an extremum over something. */
function isExtremum([first, second]: readonly Token[]): boolean {
  return first?.type === "macro" && /^(?:max|min)$/.test(first.text) && second?.text === "_";
}

/** The token of `\#` is a lone backslash. */
function isOperator({ type, text }: Token): boolean {
  if (type === "unknown") return text === "\\" || operatorCommands.has(text.slice(1));
  return type === "macro" && operatorCommands.has(text);
}

/** `Var(X)`: a word and its argument. */
function isCalled(tokens: readonly Token[]): boolean {
  const [first, open] = tokens;
  const isWord = first?.type === "text" && /^[A-Za-z]+$/.test(first.text);
  return isWord && open?.text === "(" && tokens[tokens.length - 1]?.text === ")";
}

/** `x^2 |_{x=2}`: a bar that nothing opened, with its place. */
function isEvaluated(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex(({ type, text }) => type === "punct" && text === "|");
  return at > 0 && tokens[at + 1]?.text === "_" && tokens.indexOf(tokens[at] as Token, at + 1) === -1;
}

/** Values of functions at numbers, and no other letter beside them. */
function areCallsAtNumbers(tokens: readonly Token[]): boolean {
  let calls = 0;
  for (const [at, { type, text }] of tokens.entries()) {
    if (type !== "letter") continue;
    const inside = tokens[at + 2];
    const isCall =
      tokens[at + 1]?.text === "(" && (inside?.type === "number" || functionLetters.has(inside?.text ?? ""));
    if (!isCall || !functionLetters.has(text)) return false;
    calls++;
  }
  return calls > 1;
}

const wholeLabels = [isCalled, isEvaluated, areCallsAtNumbers, isArea, isSize, isExtremum];
