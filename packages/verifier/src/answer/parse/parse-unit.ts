import type { Token } from "../lex/token.ts";
import { failSyntax } from "../unreadable.ts";
import { isDirection, withoutWayTo } from "../value/direction.ts";
import { possibleUnits } from "../value/letter-unit.ts";
import { readNumberWord } from "../value/number-word.ts";
import { isUnitWord, lookUpUnit } from "../value/unit-word.ts";
import type { UnitFactor } from "./node.ts";
import type { ParseState } from "./parse-state.ts";

/** Words that make what follows a number a sentence rather than a unit. */
const proseWords: ReadonlySet<string> = new Set(
  (
    "is are was were be not no if for where when with than less more least most about around approximately either " +
    "between but the this that it which has have had will would can cannot because since so then thus hence from to " +
    "mod as at by only exactly over under below above up down in on until before after plus minus something anything whatever unknown maybe perhaps possibly otherwise " +
    "wrong incorrect or ago factorial doubled tripled halved remainder modulo thereabouts counting point upwards onwards " +
    "inverse extraneous rejected ruled hundredths tenths thousandths ppm bps hex hexadecimal approx " +
    "oder mehr weniger más menos ou mais ou plus moins или больше меньше o più meno lub więcej mniej"
  ).split(" "),
);

/** Parts of one, which change a number that they are added to or end: `9 and a half`, `9 tenths`. */
const fractionNouns: ReadonlySet<string> = new Set(
  "half halves quarter third thirds fourths fifths sixths sevenths eighths ninths tenths hundredths".split(
    " ",
  ),
);

/** Tells whether the word is a number, and no unit of time or place in a row. */
function isCardinal(word: string): boolean {
  return !/^(?:first|second|third)$|th$/.test(word) && readNumberWord(word) !== undefined;
}

/** Words that add up what is counted. */
const totals: ReadonlySet<string> = new Set(["total", "all", "altogether", "overall"]);

/** Words of a unit that measure nothing; A is the ampere. */
const fillers: ReadonlySet<string> = new Set(["each", "Each", "a", "an", "of"]);

/** Signs of money that may follow the amount. */
const currencySigns: ReadonlySet<string> = new Set(["$", "€", "£", "¥", "¢", "₹"]);

const maxUnitWords = 6;

/** Letters that are units where they are set upright behind a number: `5\,\mathrm{g}`. */
const uprightUnits = "mgsLlhNJWVKACHFT";

/** Tells whether an upright letter that is a unit stands behind a number. */
export function isUprightUnit(state: ParseState): boolean {
  const { isUpright, text } = state.peek();
  return isUpright === true && state.wasType("number") && uprightUnits.includes(text);
}

/** Tells whether the cursor stands at something that may be a unit: text, a unit word, a slash before one. */
export function startsUnit(state: ParseState): boolean {
  const token = state.peek();
  if (token.type === "text" || isUprightUnit(state)) return true;
  if (token.type === "word")
    return token.text.length > 3 || isUnitWord(token.text) || state.isType("word", 1);
  if (token.type === "macro") return isUnitFraction(state);
  if (token.type !== "punct") return false;
  if (token.text === "/") return true;
  return currencySigns.has(token.text) && !state.isType("number", 1);
}

/** Tells whether `\frac{km}{h}` or `\frac{\text{m}}{\text{s}}` stands at the cursor: a fraction of unit words. */
export function isUnitFraction(state: ParseState): boolean {
  if (state.peek().text !== "frac" || !state.isPunct("{", 1)) return false;
  const { type, text } = state.peek(2);
  return type === "text" || (type === "word" && isUnitWord(text));
}

/**
 * Reads a unit: `cm^2`, `\text{square inches}`, `km/h`, `miles per hour`, `apples`. Throws `Unreadable` where the words
 * read as a sentence.
 */
export function parseUnit(state: ParseState): readonly UnitFactor[] {
  const builder = new UnitBuilder();
  for (;;) {
    const token = state.peek();
    if (token.unit !== undefined) builder.addUnit(state.next().unit ?? []);
    else if (isWayTo(state)) state.next();
    else if (token.type === "text") for (const word of splitWords(state.next().text)) builder.addWord(word);
    else if (token.type === "word") builder.addWord(state.next().text);
    else if (token.type === "macro" && isUnitFraction(state)) addFraction(state, builder);
    else if (
      token.type === "letter" &&
      (builder.isDividing || builder.takesLetter(token.text) || isLoneUnit(state) || isUprightUnit(state))
    )
      builder.addWord(state.next().text);
    else if (state.accept("/")) builder.divide();
    else if (state.isPunct("^")) builder.setPower(readPower(state));
    else if (token.type === "punct" && currencySigns.has(token.text)) builder.addWord(state.next().text);
    else if (state.isPunct("*") && startsFactor(state.peek(1), builder)) state.next();
    else break;
  }
  return builder.finish();
}

/** The `to` and `the` of `5 m/s to the right`. */
function isWayTo(state: ParseState): boolean {
  if (!state.isType("word")) return false;
  const { text } = state.peek();
  if (text === "the") return isDirection(state.peek(1).text);
  return text === "to" && state.peek(1).text === "the" && isDirection(state.peek(2).text);
}

/** The unit behind a dot: `N\cdot m`. */
function startsFactor(token: Token, builder: UnitBuilder): boolean {
  return (
    token.type === "text" ||
    token.type === "word" ||
    (token.type === "letter" && builder.takesLetter(token.text))
  );
}

function addFraction(state: ParseState, builder: UnitBuilder): void {
  state.next();
  state.expect("{");
  for (const { name, power } of parseUnit(state)) builder.addFactor(name, power);
  state.expect("}");
  state.expect("{");
  for (const { name, power } of parseUnit(state)) builder.addFactor(name, -power);
  state.expect("}");
}

function splitWords(text: string): readonly string[] {
  return withoutWayTo(text)
    .split(/[\s.\-/·⋅]/)
    .filter((word) => word !== "");
}

function readPower(state: ParseState): number {
  state.next();
  const isBraced = state.accept("{");
  const sign = state.accept("-") ? -1 : 1;
  const token = state.next();
  if (isBraced) state.expect("}");
  const power = token.type === "number" && token.isInteger === true ? Number(token.text) : Number.NaN;
  return power >= 1 && power <= 12 ? sign * power : failSyntax();
}

/** The h of `\frac{km}{h}`. */
function isLoneUnit(state: ParseState): boolean {
  return state.wasPunct("{") && (state.isPunct("}", 1) || state.isPunct("^", 1));
}

class UnitBuilder {
  private readonly factors: UnitFactor[] = [];
  /** Words such as "in total" stood there, which measure nothing. */
  private hasFiller = false;
  private sign = 1;
  private prefixPower = 1;
  private words = 0;
  private lastWord = "";

  /** A slash or "per" came just before. */
  get isDividing(): boolean {
    return this.sign < 0;
  }

  /** A lone letter after another unit, as in kg m. */
  takesLetter(letter: string): boolean {
    return this.factors.length > 0 && possibleUnits.has(letter);
  }

  /** Factors that were read together; a slash before them divides by all. */
  addUnit(unit: readonly UnitFactor[]): void {
    for (const { name, power } of unit) this.addFactor(name, this.sign * power);
    this.sign = 1;
  }

  addFactor(name: string, power: number): void {
    if (++this.words > maxUnitWords) failSyntax();
    this.factors.push({ name, power });
  }

  addWord(word: string): void {
    const lower = word.toLowerCase();
    this.words++;
    this.refuseFraction(lower);
    // "5 times" counts, "5 times something" multiplies.
    if (this.factors[this.factors.length - 1]?.name === "times") failSyntax();
    if (this.words > maxUnitWords || (proseWords.has(lower) && lower !== "in")) failSyntax();
    if (lower === "per" || (this.factors.length > 0 && (word === "a" || word === "an"))) this.divide();
    else if (lower === "square" || lower === "sq") this.prefixPower = 2;
    else if (lower === "cubic" || lower === "cu") this.prefixPower = 3;
    else if (lower === "squared") this.setPower(2);
    else if (lower === "cubed") this.setPower(3);
    else if (totals.has(lower)) this.endInTotal();
    else if (!fillers.has(word)) {
      this.factors.push({ name: this.joined(word), power: this.sign * this.prefixPower });
      this.sign = 1;
      this.prefixPower = 1;
    }
  }

  /** "9 and a half", "9 and two thirds" and "9 per cent" are other numbers. */
  private refuseFraction(word: string): void {
    const isAfterAnd = this.lastWord === "and" || (this.lastWord === "and a" && fractionNouns.has(word));
    if (isAfterAnd && (fractionNouns.has(word) || isCardinal(word))) failSyntax();
    if ((word === "cent" || word === "mille") && this.isDividing) failSyntax();
    this.lastWord = this.lastWord === "and" && (word === "a" || word === "an") ? "and a" : word;
  }

  /** The name of two words that the word ends: nautical mile. Its first word is taken back. */
  private joined(word: string): string {
    const before = this.factors[this.factors.length - 1];
    const name = before === undefined ? word : `${before.name.toLowerCase()}-${word.toLowerCase()}`;
    if (before === undefined || before.power !== 1 || lookUpUnit(name) === undefined) return word;
    this.factors.pop();
    return name;
  }

  /** "5 in total": the word before it is no inch. */
  private endInTotal(): void {
    if (this.factors[this.factors.length - 1]?.name === "in") this.factors.pop();
    this.hasFiller = true;
  }

  divide(): void {
    if (this.sign < 0) failSyntax();
    this.sign = -1;
  }

  setPower(power: number): void {
    const last = this.factors.pop() ?? failSyntax();
    this.factors.push({ name: last.name, power: Math.sign(last.power) * power });
  }

  finish(): readonly UnitFactor[] {
    if (fractionNouns.has(this.lastWord) || isCardinal(this.lastWord)) failSyntax();
    if (this.sign < 0 || (this.factors.length === 0 && !this.hasFiller)) failSyntax();
    return this.factors;
  }
}
