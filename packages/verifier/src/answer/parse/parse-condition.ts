import type { Token } from "../lex/token.ts";
import { failSyntax } from "../unreadable.ts";
import { type Condition, type Domain, domainOfSet, domainOfWords, namesDomain } from "../value/condition.ts";
import { enumerationOf } from "./enumeration.ts";
import type { Node } from "./node.ts";
import type { ParseState } from "./parse-state.ts";

/** Reads a relation; given by the caller, since conditions hold relations and stand behind them. */
export type RelationParser = (state: ParseState) => Node;

const starts: ReadonlySet<string> = new Set(
  "for where with if when whenever provided such given here".split(" "),
);
const relationSigns: ReadonlySet<string> = new Set(["=", "<", ">", "<=", ">=", "!=", "~=", "in"]);
const openers: ReadonlySet<string> = new Set(["(", "[", "{", "\\{"]);
const closers: ReadonlySet<string> = new Set([")", "]", "}", "\\}"]);
const enders: ReadonlySet<string> = new Set([")", "]", "}", "\\}", "&", "\\\\", ";"]);
/** Most tokens of a condition in brackets. */
const maxTokens = 40;
/** Most names that one condition is about. */
const maxNames = 8;

/** Tells whether a condition starts at the cursor, behind a value: "for all x", "where k is an integer", `(x > 1)`. */
export function isConditionStart(state: ParseState): boolean {
  const token = state.peek();
  if (token.type === "punct")
    return (
      token.text === "forall" || (token.text === "(" && state.hasRelation && isBracketedCondition(state))
    );
  if (token.type !== "word" && token.type !== "text") return false;
  const space = token.text.indexOf(" ");
  return starts.has((space === -1 ? token.text : token.text.slice(0, space)).toLowerCase());
}

/** Tells whether an item of a list declares names rather than giving a value: `k \in \mathbb{Z}`, `k` "an integer". */
export function isDeclaration(state: ParseState): boolean {
  let at = 0;
  if (isWords(state.peek())) {
    if (!namesDomain(wordsOf(state.peek())) || domainOfWords(wordsOf(state.peek())) === undefined)
      return false;
    at++;
    if (!state.isType("letter", at)) return false;
  }
  const start = at;
  while (state.isType("letter", at) && at < 2 * maxNames) {
    at = indexEnd(state, at + 1);
    if (!state.isPunct(",", at) || !state.isType("letter", at + 1)) break;
    at++;
  }
  if (at === start) return false;
  if (state.isPunct("in", at)) return isSetName(state, at + 1);
  const token = state.peek(at);
  if (start > 0) return token.type === "end" || token.text === "," || token.text === ";";
  if (!isWords(token)) return false;
  return namesDomain(wordsOf(token)) && domainOfWords(wordsOf(token)) !== undefined;
}

/** Offset behind the index of a name, `_1` or `_{1}`. */
function indexEnd(state: ParseState, at: number): number {
  if (!state.isPunct("_", at)) return at;
  return state.isPunct("{", at + 1) ? at + 4 : at + 2;
}

function isSetName(state: ParseState, at: number): boolean {
  const isStyled = state.isType("macro", at) && state.peek(at).text === "mathbb";
  const from = isStyled ? at + 1 : at;
  const { type, text } = state.peek(state.isPunct("{", from) ? from + 1 : from);
  return type === "letter" && domainOfSet(text, "") !== undefined;
}

/** A bracket at the end of an item that holds a relation: `(x > 1)`, `(k ∈ ℤ)`. */
function isBracketedCondition(state: ParseState): boolean {
  let depth = 0;
  let hasSign = false;
  const ahead = state.lookAhead(maxTokens);
  for (const [at, { type, text }] of ahead.entries()) {
    if (type !== "punct") continue;
    if (openers.has(text)) depth++;
    else if (closers.has(text) && --depth === 0)
      return (
        hasSign && text === ")" && (at === ahead.length - 1 || endsItem(ahead[at + 1] ?? state.peek(at + 1)))
      );
    else if (depth === 1 && (relationSigns.has(text) || text === "forall")) hasSign = true;
  }
  return false;
}

function endsItem({ type, text }: Token): boolean {
  return type === "end" || (type === "punct" && (text === "," || enders.has(text)));
}

/** Reads the condition at the cursor. Throws `Unreadable` for words without a name that are not classified. */
export function readCondition(state: ParseState, parseRelation: RelationParser): readonly Condition<Node>[] {
  if (!state.isPunct("(")) return readClause(state, parseRelation);
  state.next();
  const conditions = [...readClause(state, parseRelation)];
  while (state.accept(",")) conditions.push(...readClause(state, parseRelation));
  state.expect(")");
  return conditions;
}

function readClause(state: ParseState, parseRelation: RelationParser): readonly Condition<Node>[] {
  const words: string[] = [];
  const names: string[] = [];
  let start: number | undefined;
  while (!endsClause(state)) {
    const token = state.peek();
    if (isWords(token) && !isProduct(token)) {
      words.push(...wordsOf(token));
      state.next();
    } else if (state.accept("forall") || state.accept(",")) continue;
    else {
      start ??= state.mark;
      if (token.type !== "letter") return readRelation(state, start, words, parseRelation);
      names.push(readName(state));
      if (names.length > maxNames) failSyntax();
      const set = state.isPunct("in") ? readSet(state) : undefined;
      if (set !== undefined) return [{ kind: "domain", names, domain: set }];
      if (!isWords(state.peek()) && !endsClause(state) && !state.isPunct(",") && !state.isType("letter"))
        return readRelation(state, start, words, parseRelation);
    }
  }
  if (names.length === 0) return failSyntax();
  const domain = domainOfWords(words);
  if (domain === undefined) return [{ kind: "words", text: [...words, ...names].join(" ") }];
  return [{ kind: "domain", names, domain }];
}

/** A relation, and the domain that words before it give its names: "for integers n >= 3". */
function readRelation(
  state: ParseState,
  start: number,
  words: readonly string[],
  parseRelation: RelationParser,
): readonly Condition<Node>[] {
  state.rewind(start);
  const relation = parseRelation(state);
  if (relation.kind !== "relation") failSyntax();
  const listed = readListed(state, relation, parseRelation);
  if (listed !== undefined) return listed;
  const domain = domainOfWords(words);
  if (domain === undefined)
    return [
      { kind: "words", text: words.join(" ") },
      { kind: "relation", relation },
    ];
  if (domain === "any") return [{ kind: "relation", relation }];
  const names = relation.sides.flatMap((side) =>
    side.kind === "scalar" && side.expr.kind === "symbol" ? [side.expr.name] : [],
  );
  return [
    { kind: "domain", names, domain },
    { kind: "relation", relation },
  ];
}

/** The values listed behind `k = 0`, as in "where k = 0, ±1, ±2, ..."; undefined where there are none. */
function readListed(
  state: ParseState,
  first: Node,
  parseRelation: RelationParser,
): readonly Condition<Node>[] | undefined {
  const items = [first];
  while (
    state.isPunct(",") &&
    state.peek().joiner === undefined &&
    /^(?:number|punct)$/.test(state.peek(1).type) &&
    !endsItem(state.peek(1))
  ) {
    state.next();
    items.push(parseRelation(state));
  }
  const condition = items.length > 1 ? enumerationOf(items) : undefined;
  return condition === undefined ? undefined : [condition];
}

/** A clause ends with its item; a comma goes on only between names. */
function endsClause(state: ParseState): boolean {
  const token = state.peek();
  if (token.type === "end") return true;
  if (token.type !== "punct") return false;
  if (token.text !== ",") return enders.has(token.text);
  const after = state.peek(2);
  const isListed = after.text === "in" || after.text === "," || after.type === "end" || isWords(after);
  return !(token.joiner === undefined && state.isType("letter", 1) && isListed);
}

function readName(state: ParseState): string {
  let name = state.next().text;
  if (!state.accept("_")) return name;
  const isBraced = state.accept("{");
  name += `_${state.next().text}`;
  if (isBraced) state.expect("}");
  return name;
}

/** Reads `\in \mathbb{Z}^+`; undefined (cursor put back) for another set. */
function readSet(state: ParseState): Domain | undefined {
  const mark = state.mark;
  state.expect("in");
  if (state.isType("macro") && state.peek().text === "mathbb") state.next();
  const isBraced = state.accept("{");
  const name = state.next();
  if (isBraced && !state.accept("}")) return undefined;
  const domain = name.type === "letter" ? domainOfSet(name.text, readSetMark(state)) : undefined;
  if (domain === undefined) state.rewind(mark);
  return domain;
}

/** The mark of a set of numbers: `^+`, `_{\ge 0}`, `^*`. */
function readSetMark(state: ParseState): string {
  if (!state.accept("^") && !state.accept("_")) return "";
  if (!state.accept("{")) return state.next().text;
  let mark = "";
  while (!state.isPunct("}") && !state.isType("end")) mark += state.next().text;
  state.expect("}");
  return mark;
}

function isWords({ type, text }: Token): boolean {
  return type === "word" || (type === "text" && text.length > 1);
}

/** Letters side by side that are no words of a condition: the xy of "where xy > 1". */
function isProduct(token: Token): boolean {
  return (token.spelledBy ?? 0) > 0 && domainOfWords(wordsOf(token)) === undefined;
}

function wordsOf({ text }: Token): readonly string[] {
  return text.toLowerCase().split(/\s+/);
}
