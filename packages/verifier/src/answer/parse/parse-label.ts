import { readOpaqueHead } from "./parse-opaque-label.ts";
import type { ParseState } from "./parse-state.ts";

/** What stands before the `=` or `:` of a labelled value. */
export interface LabelHead {
  readonly label: string;
  readonly isVariable: boolean;
  readonly parameters: readonly string[];
}

/** Most words of a label. */
const maxLabelWords = 8;
/** Most tokens between the brackets of a function head. */
const maxHeadTokens = 12;

/**
 * Reads the head of `Area = 12`, `Maximum: 3`, `Case 2: 5`, `The answer is 5`, `f(x) = 2x`, `f(3) = 7`, `a:b = 2:3`; undefined (cursor put back)
 * where there is no such head.
 */
export function parseLabelHead(state: ParseState): LabelHead | undefined {
  const mark = state.mark;
  const words = readWordHead(state);
  if (words !== undefined) return words;
  state.rewind(mark);
  if (startsPoint(state)) return { label: state.next().text, isVariable: true, parameters: [] };
  if (!state.hasEquals) return undefined;
  for (const read of formulaHeads) {
    const head = read(state);
    if (head !== undefined) return head;
    state.rewind(mark);
  }
  return undefined;
}

/** Heads in mathematics, which end in an equals sign. */
const formulaHeads: readonly ((state: ParseState) => LabelHead | undefined)[] = [
  (state) => readFunctionHead(state),
  (state) => readProportionHead(state),
  (state) => readTupleHead(state),
  readOpaqueHead,
];

/** `(x, y) =` and `(f(0), f(1)) =` name the entries of a tuple. */
function readTupleHead(state: ParseState): LabelHead | undefined {
  if (!state.isPunct("(") || !state.isType("letter", 1)) return undefined;
  state.next();
  const names: string[] = [];
  do {
    const name = names.length < maxLabelWords ? readEntryName(state) : undefined;
    if (name === undefined) return undefined;
    names.push(name);
  } while (state.accept(","));
  if (names.length < 2 || !state.accept(")") || !state.accept("=")) return undefined;
  return { label: names.join(","), isVariable: true, parameters: [] };
}

/** A name with its index and primes, and the argument of a function in brackets. */
function readEntryName(state: ParseState): string | undefined {
  if (!state.isType("letter")) return undefined;
  let name = state.next().text;
  const subscript = readSubscript(state);
  if (subscript === undefined) return undefined;
  name += subscript;
  while (state.accept("'")) name += "'";
  if (!state.accept("(")) return name;
  name += "(";
  for (let count = 0; !state.isPunct(")"); count++) {
    const { type, text } = state.next();
    if (count > maxHeadTokens || text === "(" || !/^(letter|number|punct)$/.test(type)) return undefined;
    name += text;
  }
  state.next();
  return `${name})`;
}

/** `a:b:c =` names a proportion. */
function readProportionHead(state: ParseState): LabelHead | undefined {
  const names: string[] = [];
  do {
    if (names.length === maxLabelWords || !state.isType("letter")) return undefined;
    names.push(state.next().text);
  } while (state.accept(":"));
  if (names.length < 2 || !state.accept("=")) return undefined;
  return { label: names.join(":"), isVariable: true, parameters: [] };
}

/** Longest point: what is looked through for its end. */
const maxPointTokens = 80;

/** A point by name, `A(1, 2)`, that is a whole item. C(5, 2) and P(5, 2) count choices. */
function startsPoint(state: ParseState): boolean {
  const token = state.peek();
  if (token.type !== "letter" || !/^[ABDM-OQ-Z]$/.test(token.text) || !state.isPunct("(", 1)) return false;
  let depth = 0;
  let hasComma = false;
  for (let at = 1; at <= maxPointTokens && !state.isType("end", at); at++) {
    const { type, text } = state.peek(at);
    state.fuel.spend(1);
    if (type !== "punct") continue;
    if (text === "(" || text === "[" || text === "{") depth++;
    else if (text === ")" || text === "]" || text === "}") depth--;
    else if (text === "," && depth === 1) hasComma = true;
    if (depth > 0) continue;
    const after = state.peek(at + 1);
    return hasComma && (after.type === "end" || after.text === "," || after.text === ";");
  }
  return false;
}

function readWordHead(state: ParseState): LabelHead | undefined {
  if (state.isType("number") || state.isType("punct")) return undefined;
  const words: string[] = [];
  let hasWord = false;
  while (words.length < maxLabelWords) {
    const token = state.peek();
    const isWord = token.type === "text" || token.type === "word";
    const isName = token.type === "macro" && shortLabels.has(token.text) && endsHead(state);
    if (!isWord && !isName && token.type !== "letter") break;
    if ((isWord && token.text.length > 1) || isName) hasWord = true;
    words.push(state.next().text);
  }
  if (!hasWord || (words.length === 1 && isProduct(words[0] ?? "") && !state.wasType("text")))
    return undefined;
  // `Case 2: 5`; `ratio 1:2` has nothing between its numbers.
  const isNumbered = state.isType("number") && state.isPunct(":", 1) && state.peek(2).spaceBefore === true;
  if (isNumbered) words.push(state.next().text);
  const label = words.join(" ").toLowerCase();
  if (!state.accept("=") && !state.accept(":") && !(endsWithVerb(label) && !state.isType("end")))
    return undefined;
  if (label.split(" ").some((word) => doubtingWords.has(word))) return undefined;
  return { label, isVariable: false, parameters: [] };
}

/** Words with which a label denies or supposes its value: "I doubt it is 5", "the wrong value is 5". */
const doubtingWords: ReadonlySet<string> = new Set(
  (
    "not no never nor neither cannot if unless whether suppose assume wrong incorrect false doubt maybe perhaps " +
    "possibly probably impossible unlikely nobody none without than except besides anything " +
    "half twice double triple thrice quarter reciprocal inverse negative opposite"
  ).split(" "),
);

/** Tells whether the token after the cursor ends a label. */
function endsHead(state: ParseState): boolean {
  return state.isPunct("=", 1) || state.isPunct(":", 1);
}

/** Short words that name a value; others of up to three letters are products such as xy or AB. */
const shortLabels: ReadonlySet<string> = new Set("max min sum ans avg age gcd lcm hcf".split(" "));

function isProduct(word: string): boolean {
  return word.length <= 3 && !shortLabels.has(word.toLowerCase());
}

/** "The answer is" names what follows. */
function endsWithVerb(label: string): boolean {
  return label.endsWith(" is") || label.endsWith(" are") || label.endsWith(" equals");
}

/**
 * Reads `f(x) =` with x as a parameter, and `f(3) =` or `P(A) =` as a name. Capital letters name events and points,
 * so they are no parameters.
 */
function readFunctionHead(state: ParseState): LabelHead | undefined {
  if (!state.isType("letter")) return undefined;
  const name = state.next().text;
  const subscript = readSubscript(state);
  if (subscript === undefined) return undefined;
  let label = name + subscript;
  while (state.accept("'")) label += "'";
  if (state.isPunct("^") && state.isPunct("{", 1) && state.isPunct("-", 2) && state.peek(3).text === "1") {
    for (let count = 0; count < 5; count++) state.next();
    label += "^-1";
  }
  if (!state.accept("(")) return undefined;
  const names: string[] = [];
  let areNames = true;
  let inside = "";
  for (let count = 0; !state.isPunct(")"); count++) {
    const token = state.next();
    // n(n+1) is a product.
    if (
      count > maxHeadTokens ||
      token.text === "(" ||
      token.text === name ||
      !/^(letter|number|punct)$/.test(token.type)
    )
      return undefined;
    inside += token.text;
    const isName = count % 2 === 0 && token.type === "letter" && !/^[A-Z]$/.test(token.text);
    if (isName) names.push(token.text);
    else if (count % 2 === 0 || token.text !== ",") areNames = false;
  }
  state.next();
  if (inside === "" || !state.accept("=")) return undefined;
  if (!areNames) return { label: `${label}(${inside})`, isVariable: true, parameters: [] };
  return { label, isVariable: true, parameters: names };
}

/** The subscript of a function name, empty where there is none. */
function readSubscript(state: ParseState): string | undefined {
  if (!state.accept("_")) return "";
  const isBraced = state.accept("{");
  const token = state.next();
  if (token.type !== "number" && token.type !== "letter" && token.type !== "word") return undefined;
  if (isBraced && !state.accept("}")) return undefined;
  return `_${token.text}`;
}
