import type { Token } from "../lex/token.ts";
import { failSyntax } from "../unreadable.ts";
import type { ParseState } from "./parse-state.ts";

const starts: ReadonlySet<string> = new Set(["for", "where", "with"]);

/** Words of a condition that only says what kind of thing the variables are. */
const domainWords: ReadonlySet<string> = new Set(
  (
    "for where with all any every each some real complex rational natural whole positive nonnegative non-negative " +
    "nonzero integer integers number numbers value values constant constants arbitrary is are an a being and the in"
  ).split(" "),
);

const setNames: ReadonlySet<string> = new Set(["ℝ", "ℤ", "ℕ", "ℚ", "ℂ"]);
const setPuncts: ReadonlySet<string> = new Set(["in", "{", "}", "^", "+", "forall"]);

/** Tells whether a condition such as "for all x" or "where k is an integer" starts at the cursor. */
export function isConditionStart(state: ParseState): boolean {
  const token = state.peek();
  if (token.type === "punct") return token.text === "forall";
  if (token.type !== "word" && token.type !== "text") return false;
  const space = token.text.indexOf(" ");
  return starts.has((space === -1 ? token.text : token.text.slice(0, space)).toLowerCase());
}

/**
 * Moves past a condition on the range of variables. Variables said to be whole numbers are noted in the state. Throws
 * `Unreadable` for a condition that limits their values (`for x > 0`): dropping it would change the answer.
 */
export function skipCondition(state: ParseState): void {
  const letters: string[] = [];
  let isInteger = false;
  for (;;) {
    const token = state.peek();
    if (token.type === "end" || token.text === ";") break;
    if (token.text === "," && !(token.joiner === undefined && state.isType("letter", 1) && isListed(state)))
      break;
    state.next();
    if (token.type === "letter" && !setNames.has(token.text)) letters.push(token.text);
    else if (!isDomainToken(token)) failSyntax();
    if (namesIntegers(token)) isInteger = true;
  }
  if (isInteger) for (const letter of letters) state.addInteger(letter);
}

/** A comma between names, as in "for all x, y in R". */
function isListed(state: ParseState): boolean {
  const after = state.peek(2);
  return after.text === "in" || after.text === "," || after.type === "word" || after.type === "text";
}

function isDomainToken(token: Token): boolean {
  if (token.type === "letter") return true;
  if (token.type === "macro") return token.text === "mathbb";
  if (token.type === "punct") return token.text === "," || setPuncts.has(token.text);
  if (token.type !== "word" && token.type !== "text") return false;
  return token.text
    .toLowerCase()
    .split(" ")
    .every((word) => word.length === 1 || domainWords.has(word));
}

function namesIntegers(token: Token): boolean {
  if (token.text === "ℤ" || token.text === "Z") return true;
  return (token.type === "word" || token.type === "text") && token.text.toLowerCase().includes("integer");
}
