import { isAlgebraicWord, isArticle, isUnitName } from "./algebraic-word.ts";
import type { Lexeme } from "./lexeme.ts";
import { alteringWords, connectorWords, partWords } from "./word-sets.ts";

/** A stretch of a segment that reads as one expression, units included. */
export interface Run {
  readonly lexemes: readonly Lexeme[];
  /** It starts at the start of the segment, or ends at its end. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** The word before it, in lower case. */
  readonly before: string | undefined;
  /** It is part of a larger phrase whose value is not known: `price - 15`, `5 * number of days`, `3 more than`. */
  readonly isPartial: boolean;
}

const maxUnitWords = 6;
/** Units that a smaller one may follow. */
const compoundUnits: ReadonlySet<string> = new Set(
  (
    "feet foot ft yards yard hours hour hr hrs h minutes minute min mins pounds pound lb lbs dollars dollar weeks week days day " +
    "years year months month gallons gallon degrees degree"
  ).split(" "),
);
/** Words set as a unit that change what stands before them. */
const alteringText = /^(?:of|dozens?|hundreds?|thousands?|millions?|percent|more|less|fewer|times)\b/;

/** Returns the expressions of a segment between two relation signs, in order. */
export function findRuns(segment: readonly Lexeme[]): Run[] {
  const finder = new RunFinder(segment);
  finder.run();
  return finder.runs;
}

class RunFinder {
  readonly runs: Run[] = [];
  private readonly segment: readonly Lexeme[];
  private start = -1;
  private before: string | undefined;
  private isTainted = false;
  private wantsOperand = true;
  private unitWords = 0;
  private depth = 0;

  constructor(segment: readonly Lexeme[]) {
    this.segment = segment;
  }

  run(): void {
    this.segment.forEach((lexeme, at) => {
      if (lexeme.kind === "open") this.openGroup(at);
      else if (lexeme.kind === "close") this.closeGroup(at);
      else if (this.depth > 0) return;
      else if (isAlgebraicWord(this.segment, at)) this.readOperand(at, true);
      else if (lexeme.kind === "word" || lexeme.kind === "text") this.readWord(lexeme, at);
      else if (lexeme.kind === "operator") this.readOperator(lexeme, at);
      else if (lexeme.kind === "money" || lexeme.kind === "punct") this.readOperand(at, true);
      else if (lexeme.kind === "letter" && isArticle(lexeme, this.segment[at + 1])) this.readWord(lexeme, at);
      else this.readOperand(at, lexeme.kind !== "number");
    });
    if (this.start !== -1) this.finish(this.segment.length, this.wantsOperand);
  }

  private openGroup(at: number): void {
    if (this.depth === 0) this.readOperand(at, true);
    this.depth++;
  }

  private closeGroup(at: number): void {
    this.depth--;
    if (this.depth < 0) {
      this.depth = 0;
      this.finish(at, true);
      this.isTainted = true;
    }
  }

  private readOperand(at: number, mayStandBeside: boolean): void {
    const isBeside = !this.wantsOperand && this.start !== -1 && !isArgument(this.segment, at);
    if (isBeside && this.unitWords > 0) {
      const word = this.segment[at - 1]?.text.toLowerCase();
      // "6 feet 7 inches" is one amount.
      const isCompound = compoundUnits.has(word ?? "") && this.segment[at]?.kind === "number";
      this.finish(at, isCompound);
      this.before = word;
      this.isTainted = isCompound;
    } else if (isBeside && !mayStandBeside && !isMixedNumber(this.segment, at)) {
      this.finish(at, true);
      // What stands beside an operand belongs to it in a way that is not known here: `8C2`, `log_4 2`.
      this.isTainted = true;
    }
    if (this.start === -1) {
      this.start = at;
      if (isCalled(this.segment, at)) this.isTainted = true;
    }
    this.wantsOperand = this.segment[at]?.kind === "money";
    this.unitWords = 0;
  }

  private readOperator(lexeme: Lexeme, at: number): void {
    // "$0.15/gallon": the slash belongs to the unit.
    if (lexeme.text === "/" && !this.wantsOperand && isUnitName(this.segment[at + 1])) return;
    if (lexeme.text === "%" || lexeme.text === "!" || lexeme.text === "'" || lexeme.text === "deg") {
      if (this.start === -1 || this.wantsOperand) this.isTainted = true;
      return;
    }
    if (this.start === -1 && lexeme.text === "|") this.readOperand(at, true);
    else if (this.start === -1) {
      if (at > 0 || (lexeme.text !== "-" && lexeme.text !== "+")) this.isTainted = true;
      this.start = at;
    }
    this.wantsOperand = lexeme.text !== "|";
    this.unitWords = 0;
  }

  private readWord(lexeme: Lexeme, at: number): void {
    const word = lexeme.text.toLowerCase();
    if (this.start !== -1 && !this.wantsOperand && this.takesUnit(lexeme, word)) {
      this.unitWords++;
      return;
    }
    // "4 or 5 pens" is no value; "x = 4 or x = 3" are two.
    const isAltering =
      (alteringWords.has(word) && !(word === "or" && this.segment[at + 1]?.kind === "letter")) ||
      (lexeme.kind === "text" && alteringText.test(word));
    const isPartial = this.wantsOperand || isAltering;
    if (this.start !== -1) this.finish(at, isPartial);
    if (isPartial && this.wantsOperand && at > 0 && this.segment[at - 1]?.kind === "operator")
      this.isTainted = true;
    else if (connectorWords.has(word)) this.isTainted = false;
    const isOpening = at === 0 && (word === "and" || word === "or");
    const isPlainOf = word === "of" && !partWords.has(this.before ?? "");
    const isPlainTo =
      word === "to" && /^(?:simplif|reduc|expand|equivalent|lead|chang)/.test(this.before ?? "");
    this.before = isOpening || isPlainOf || isPlainTo ? undefined : word;
    this.wantsOperand = true;
  }

  private takesUnit(lexeme: Lexeme, word: string): boolean {
    if (lexeme.kind === "text")
      return word !== "and" && word !== "or" && !alteringText.test(word) && this.unitWords < maxUnitWords;
    if (alteringWords.has(word)) return this.unitWords > 0 && word === "of" && this.unitWords < maxUnitWords;
    return !connectorWords.has(word) && this.unitWords < maxUnitWords;
  }

  private finish(end: number, isPartial: boolean): void {
    this.runs.push({
      lexemes: this.segment.slice(this.start, end),
      isFirst: this.start === 0,
      isLast: end === this.segment.length,
      before: this.before,
      isPartial: isPartial || this.isTainted,
    });
    this.start = -1;
    this.isTainted = false;
    this.before = undefined;
    this.wantsOperand = true;
    this.unitWords = 0;
  }
}

/** `\cos 30` and `\sqrt 2`: a number right after a command is its argument. */
function isArgument(segment: readonly Lexeme[], at: number): boolean {
  return segment[at - 1]?.kind === "macro";
}

/** `1 1/2` */
function isMixedNumber(segment: readonly Lexeme[], at: number): boolean {
  const [whole, , slash, bottom] = [segment[at - 1], segment[at], segment[at + 1], segment[at + 2]];
  return whole?.kind === "number" && slash?.text === "/" && bottom?.kind === "number";
}

/** `atan(1)`: a bracket right after a word is the argument of a function. */
function isCalled(segment: readonly Lexeme[], at: number): boolean {
  const lexeme = segment[at];
  return lexeme?.kind === "open" && !lexeme.hasSpaceBefore && segment[at - 1]?.kind === "word";
}
