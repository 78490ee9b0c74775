import type { Lexeme } from "./lexeme.ts";

/** A stretch of text that holds at most one statement, with nothing in it that ends a clause. */
export type Zone = readonly Lexeme[];

/**
 * Splits lexemes at sentence marks, line ends and math delimiters. A bracket that holds a statement of its own, or only
 * a remark in words, is taken out of the text around it.
 */
export function splitZones(lexemes: readonly Lexeme[]): Zone[] {
  const zones: Zone[] = [];
  const stack: Lexeme[][] = [[]];
  const ends = matchBrackets(lexemes);
  const closers: number[] = [];
  lexemes.forEach((lexeme, at) => {
    if (isBeforeResult(lexemes, at)) return;
    const current = stack.at(-1) as Lexeme[];
    if (closers.at(-1) === at) {
      closers.pop();
      closeGroup(stack, lexeme, { zones, next: lexemes[at + 1] });
    } else if (lexeme.kind === "open" && ends.has(at)) {
      closers.push(ends.get(at) as number);
      stack.push([lexeme]);
    } else if (isBreak(lexemes, at, stack.length - 1)) {
      if (stack.length === 1) flush(stack, zones);
      else current.push(lexeme);
    } else if (lexeme.kind !== "line") current.push(lexeme);
  });
  while (stack.length > 0) zones.push(stack.pop() as Lexeme[]);
  return zones.filter((zone) => zone.some((lexeme) => lexeme.kind === "relation"));
}

function flush(stack: Lexeme[][], zones: Zone[]): void {
  zones.push(stack[0] as Lexeme[]);
  stack[0] = [];
}

/** Gives a finished bracket back to the text around it, unless it is a statement or a remark. */
function closeGroup(
  stack: Lexeme[][],
  close: Lexeme,
  { zones, next }: { readonly zones: Zone[]; readonly next: Lexeme | undefined },
): void {
  const group = stack.pop() as Lexeme[];
  const parent = stack.at(-1) as Lexeme[];
  const isArgument = isScript(parent.at(-1)) || group[0]?.text === "{";
  if (!isArgument && group.some((lexeme) => lexeme.kind === "relation")) {
    for (const zone of splitZones(group.slice(1))) zones.push(zone);
    return;
  }
  if (
    !isArgument &&
    (isRemark(group) ? !isOperand(parent.at(-1), group, next) : isGloss(parent.at(-1), group))
  )
    return;
  parent.push(...group, close);
}

function isScript(lexeme: Lexeme | undefined): boolean {
  return (
    lexeme?.kind === "macro" || (lexeme?.kind === "operator" && (lexeme.text === "_" || lexeme.text === "^"))
  );
}

/** Tells whether a bracket holds words and at most one number, as in `(from snack)`. */
function isRemark(group: readonly Lexeme[]): boolean {
  const first = group[1];
  return first !== undefined && (first.kind === "word" || first.kind === "text");
}

/** Pairs brackets of the same kind that close on the same line. */
function matchBrackets(lexemes: readonly Lexeme[]): Map<number, number> {
  const pairs = new Map<number, number>();
  let open: number[] = [];
  lexemes.forEach((lexeme, at) => {
    if (lexeme.kind === "line" || lexeme.kind === "delimiter") open = [];
    else if (lexeme.kind === "open") open.push(at);
    else if (lexeme.kind === "close") {
      const start = open.pop();
      if (start !== undefined && isPair(lexemes[start]?.text, lexeme.text)) pairs.set(start, at);
      else open = [];
    }
  });
  return pairs;
}

function isPair(open: string | undefined, close: string): boolean {
  return (
    (open === "(" && close === ")") || (open === "[" && close === "]") || (open === "{" && close === "}")
  );
}

/** `(old price / 2) + 5`, `(1/2)(AB)`: words that stand for a value. */
function isOperand(before: Lexeme | undefined, group: readonly Lexeme[], next: Lexeme | undefined): boolean {
  const isFactor =
    group[0]?.hasSpaceBefore === false && (before?.kind === "close" || before?.kind === "number");
  const isFirst = before === undefined || before.kind === "operator" || before.kind === "relation";
  return isFactor || (isFirst && next?.kind === "operator");
}

/** `50 (5 years)`, `4 (20%)`: a bracket that says what the number before it is. */
function isGloss(before: Lexeme | undefined, group: readonly Lexeme[]): boolean {
  return (
    before?.kind === "number" &&
    group[0]?.hasSpaceBefore === true &&
    group[1]?.kind === "number" &&
    group.some(({ kind, text }) => kind === "word" || kind === "text" || text === "%")
  );
}

function isBreak(lexemes: readonly Lexeme[], at: number, depth: number): boolean {
  const lexeme = lexemes[at] as Lexeme;
  if (lexeme.kind === "delimiter") return !isInsideProduct(lexemes, at);
  if (lexeme.kind === "arrow") return true;
  if (lexeme.kind === "line") return depth === 0 && !continuesLine(lexemes, at);
  if (lexeme.kind !== "punct" || lexeme.text === "…") return false;
  return !(lexeme.text === ":" && isRatio(lexemes, at));
}

/** A statement runs on over a line end before a relation sign and after a sign that wants a right side. */
function continuesLine(lexemes: readonly Lexeme[], at: number): boolean {
  if (lexemes[isRowEnd(lexemes, at) ? at + 2 : at + 1]?.kind === "relation") return true;
  const before = lexemes[at - 1];
  const isOpen = before?.kind === "relation" || (before?.kind === "operator" && "+-*/".includes(before.text));
  if (!isOpen) return false;
  let next = at + 1;
  while (lexemes[next]?.kind === "line") next++;
  const after = lexemes[next];
  return after !== undefined && after.kind !== "relation";
}

/** Two backslashes at the end of a line, as in `align`. */
function isRowEnd(lexemes: readonly Lexeme[], at: number): boolean {
  const [mark, next] = [lexemes[at], lexemes[at + 1]];
  return mark !== undefined && mark.end - mark.start === 2 && next?.kind === "line";
}

/** `24\( K \)` is 24K, however it is set. */
function isInsideProduct(lexemes: readonly Lexeme[], at: number): boolean {
  const [before, delimiter, after] = [lexemes[at - 1], lexemes[at], lexemes[at + 1]];
  return before?.kind === "number" && delimiter?.hasSpaceBefore === false && after?.kind === "letter";
}

/** `2 * 3 = $\boxed{6}$`: only the result is set as mathematics. */
function isBeforeResult(lexemes: readonly Lexeme[], at: number): boolean {
  const [before, delimiter, after] = [lexemes[at - 1], lexemes[at], lexemes[at + 1]];
  if (delimiter?.kind !== "delimiter") return false;
  const isInline =
    delimiter.text === "(" || (delimiter.text === "$" && delimiter.end - delimiter.start === 1);
  return isInline && before?.kind === "relation" && (after?.kind === "open" || after?.kind === "number");
}

/** A number right after a word, and nothing before the word: `Step 1`. */
function isLabelNumber(lexemes: readonly Lexeme[], at: number): boolean {
  const [start, word] = [lexemes[at - 2], lexemes[at - 1]];
  return word?.kind === "word" && (start === undefined || start.kind === "line");
}

function isRatio(lexemes: readonly Lexeme[], at: number): boolean {
  const [before, after] = [lexemes[at - 1], lexemes[at + 1]];
  // "Step 1: 2 * 3 = 6" has a label before its colon.
  const isTight = before?.kind === "number" && after?.kind === "number" && !after.hasSpaceBefore;
  return (
    isTight || (before?.kind === "number" && after?.kind === "number" && !isLabelNumber(lexemes, at - 1))
  );
}
