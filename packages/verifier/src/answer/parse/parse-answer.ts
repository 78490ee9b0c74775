import type { Fuel } from "../fuel.ts";
import { readDecimalComma } from "../lex/decimal-comma.ts";
import { isDigitCode } from "../lex/read-number.ts";
import { type TokenizeOptions, tokenize } from "../lex/tokenize.ts";
import { trimAnswer } from "../lex/trim-answer.ts";
import type { GradeLimits } from "../limits.ts";
import { failSize, failSyntax, Unreadable } from "../unreadable.ts";
import { readBasedNumeral, readPrefixedNumeral } from "../value/based-numeral.ts";
import { areParts, buildValue, sumOfQuantities } from "../value/build-value.ts";
import { readCalendarDate } from "../value/calendar-date.ts";
import { readChemicalFormula } from "../value/chemical-formula.ts";
import { mayBeChoice, readChoice } from "../value/choice.ts";
import { readClockTime, readTimeSpans } from "../value/clock-time.ts";
import { readFeetInches } from "../value/feet-inches.ts";
import { readLetterUnit } from "../value/letter-unit.ts";
import { readNumberWord } from "../value/number-word.ts";
import { readOrbitals } from "../value/orbitals.ts";
import { readPlainInteger } from "../value/plain-integer.ts";
import { isBooleanWord, normalizeText, textValue } from "../value/text.ts";
import type { ParsedAnswer, Value } from "../value/value.ts";
import { readWordRatio } from "../value/word-ratio.ts";
import { hasSymbol } from "./expr-walk.ts";
import { holdsLongRun } from "./long-run.ts";
import type { Node } from "./node.ts";
import { parseTerm } from "./parse-expression.ts";
import { ParseState, type SlashReading } from "./parse-state.ts";
import { parseSequence } from "./parse-structure.ts";
import { showPartLabels, splitParts } from "./split-parts.ts";
import { splitRestatement } from "./split-restatement.ts";

/**
 * Reads an answer into every value its text allows: mathematics in LaTeX, plain text or Unicode, else plain words.
 * Throws `Unreadable` where it is neither, or past a size limit.
 */
export function readAnswer(source: string, limits: GradeLimits, fuel: Fuel): ParsedAnswer {
  if (source.length > limits.maxAnswerChars) failSize("maxAnswerChars");
  const text = trimAnswer(source, fuel);
  if (text === "") failSyntax();
  const plain = readPlainInteger(text);
  if (plain !== undefined) return { text, readings: [{ kind: "scalar", expr: plain }] };
  const word = readPrefixedNumeral(text) ?? wordReading(text, fuel);
  if (word !== undefined) return { text, readings: [word] };
  const moment = text.length <= maxMomentChars ? readMoment(text, fuel) : undefined;
  if (moment?.isCertain) return { text, readings: [moment.value] };
  const several = readParts(text, limits, fuel) ?? readRestatement(text, limits, fuel);
  if (several !== undefined) return { text, readings: [several] };
  const readings = mathReadings(text, limits, fuel);
  if (moment !== undefined) readings.push(moment.value);
  addNotations(readings, text, fuel);
  if (readings.length === 0) addTextReading(readings, text, fuel);
  addProductReading(readings, text, limits, fuel);
  if (readings.length === 0) readings.push(optionReading(text, fuel) ?? failSyntax());
  return { text, readings };
}

/** Longest text in a notation of its own. */
const maxNotationChars = 100;

/** Adds what the text is in notations that are no expressions: numerals with a base, lengths of time, `5'6"`, `1 in 2`. */
function addNotations(readings: Value[], text: string, fuel: Fuel): void {
  if (text.length > maxNotationChars) return;
  fuel.spend(4);
  if (/[\d^⁺⁻₂-₉]|\\ce|\(aq|[+-]$/.test(text)) addChemistry(readings, text, fuel);
  if (text.includes("_")) pushValue(readings, readBasedNumeral(text));
  if (text.includes(":")) readings.push(...readTimeSpans(text, fuel));
  if (mayBeFeet(text)) pushValue(readings, readFeetInches(text, fuel));
  if (isDigitCode(text.charCodeAt(0)) && isDigitCode(text.charCodeAt(text.length - 1)))
    pushValue(readings, readWordRatio(text.includes("\\") ? (normalizeText(text, fuel) ?? "") : text));
}

/** Tells quickly that a text does not end in a sign of feet or inches: a quote, a prime, or the brace behind one. */
function mayBeFeet(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  if (last === 125 || last === 101) return text.includes("prime");
  return last === 39 || last === 34 || last > 127;
}

function addChemistry(readings: Value[], text: string, fuel: Fuel): void {
  pushValue(readings, readChemicalFormula(text, fuel));
  const name = text.startsWith("\\ce") ? /^\\ce\{([A-Za-z]+)\}$/.exec(text)?.[1] : undefined;
  if (name !== undefined) readings.push(textValue(name));
  if (/\d[spdf]|sp/.test(text)) pushValue(readings, readOrbitals(text));
}

function pushValue(readings: Value[], value: Value | undefined): void {
  if (value !== undefined) readings.push(value);
}

/** `(a) 2 (b) 3` as a list of labelled values; undefined where it is none, or a part cannot be read. */
function readParts(text: string, limits: GradeLimits, fuel: Fuel): Value | undefined {
  const isInText = text.startsWith("\\text{");
  if (!isInText && text.charCodeAt(2) !== 41 && text.charCodeAt(1) !== 41) return undefined;
  fuel.spend(text.length);
  const parts = splitParts(isInText ? showPartLabels(text) : text);
  const items = parts?.map((part) => ({ label: part.label, value: readPart(part.text, limits, fuel) }));
  if (items === undefined) return undefined;
  const labelled: Value[] = [];
  for (const { label, value } of items) {
    if (value === undefined) return undefined;
    labelled.push({ kind: "labelled", label, isVariable: true, parameters: [], value });
  }
  return { kind: "list", items: labelled };
}

/** `5 (five)` as a chain, which is worth its value only where both are equal. */
function readRestatement(text: string, limits: GradeLimits, fuel: Fuel): Value | undefined {
  const sides = splitRestatement(text)?.map((side) => readPart(side, limits, fuel));
  const [first, second] = sides ?? [];
  if (first === undefined || second === undefined) return undefined;
  return { kind: "chain", sides: [first, second], approximations: [] };
}

/** The first reading of a piece of the answer; undefined where it has none. */
function readPart(source: string, limits: GradeLimits, fuel: Fuel): Value | undefined {
  const text = trimAnswer(source, fuel);
  if (text === "") return undefined;
  const plain = readPlainInteger(text);
  if (plain !== undefined) return { kind: "scalar", expr: plain };
  const word = wordReading(text, fuel);
  if (word !== undefined) return word;
  const readings = mathReadings(text, limits, fuel);
  if (readings.length === 0) addTextReading(readings, text, fuel);
  return readings[0];
}

/** Longest text that may be a number in words. */
const maxWordChars = 80;

/** Reads a lone truth word, number word, or set phrase. */
function wordReading(text: string, fuel: Fuel): Value | undefined {
  if (text.length > maxWordChars || !startsLikeWord(text)) return undefined;
  const plain = normalizeText(text, fuel);
  if (plain === undefined) return undefined;
  if (isBooleanWord(plain)) return textValue(plain);
  const number = readNumberWord(plain);
  if (number !== undefined) return number;
  const phrase = textValue(plain);
  return phrase.kind === "text" && phrase.text === plain ? undefined : phrase;
}

/** Longest date or time of day. */
const maxMomentChars = 40;

/** A time of day or a date. Only `h:mm` without am or pm may be a ratio, too, and not with a zero in front. */
function readMoment(text: string, fuel: Fuel): { value: Value; isCertain: boolean } | undefined {
  if (!/\d[: -]|noon|midnight|[a-z]\.? \d/i.test(text)) return undefined;
  const plain = text.includes("\\") ? normalizeText(text, fuel) : text;
  if (plain === undefined) return undefined;
  const time = readClockTime(plain);
  if (time !== undefined) return { value: time, isCertain: !/^[1-9]\d*:[1-9]\d*(?::[1-9]\d*)?$/.test(plain) };
  const date = readCalendarDate(plain);
  return date === undefined ? undefined : { value: date, isCertain: true };
}

function startsLikeWord(text: string): boolean {
  const code = text.charCodeAt(0);
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    text.startsWith("\\text") ||
    text.startsWith("\\math")
  );
}

/** Longest text in which long runs of letters are read as products as well. */
const maxProductChars = 120;
/** Adds the reading in which runs of four or more letters are products: `2abck`. Words side by side are none. */
function addProductReading(readings: Value[], text: string, limits: GradeLimits, fuel: Fuel): void {
  if (text.length > maxProductChars || !holdsLongRun(text)) return;
  addReading(readings, text, { reading: "separator", runs: "letters", slashes: "inside", limits, fuel });
}

function mathReadings(text: string, limits: GradeLimits, fuel: Fuel): Value[] {
  const readings: Value[] = [];
  const first: Reading = { reading: "thousands", runs: "words", slashes: "inside", limits, fuel };
  const { hasOpenComma, hasOpenSlash, hasOpenRun } = addReading(readings, text, first);
  const other: Reading = { ...first, reading: "separator" };
  if (hasOpenComma) {
    addReading(readings, text, other);
    markGrouped(readings, text);
  }
  if (hasOpenSlash) addReading(readings, text, { ...first, slashes: "outside" });
  if (hasOpenRun) addReading(readings, text, { ...other, runs: "letters" });
  if (isSpacedNumbers(text)) addReading(readings, text.replace(/\s+/g, ","), other);
  const decimal = text.length <= maxDecimalChars ? readDecimalComma(text) : undefined;
  if (decimal !== undefined) addReading(readings, decimal, other);
  const [only] = readings;
  const quantity = only === undefined ? undefined : readLetterUnit(only, text, fuel);
  if (quantity !== undefined) readings.push(quantity);
  return readings;
}

/** `1,234` alone is a list only beside another list. */
function markGrouped(readings: Value[], text: string): void {
  const last = readings[readings.length - 1];
  if (last?.kind === "list" && /^[-−]?\d{1,3}(?:,\d{3})+$/.test(text))
    readings[readings.length - 1] = { ...last, isGrouped: true };
}

/** Longest text in which a decimal comma is looked for: a number and its unit. */
const maxDecimalChars = 60;

/** How what a text leaves open is read. */
interface Reading extends TokenizeOptions {
  readonly slashes: SlashReading;
}

/** What a text leaves open: another reading of it exists. */
interface Openings {
  readonly hasOpenComma: boolean;
  readonly hasOpenSlash: boolean;
  readonly hasOpenRun: boolean;
}

/** Adds one mathematical reading if there is one; tells which others may exist. */
function addReading(readings: Value[], text: string, options: Reading): Openings {
  let hasOpenComma = false;
  let state: ParseState | undefined;
  try {
    const list = tokenize(text, options);
    hasOpenComma = list.hasOpenComma;
    state = new ParseState(list, options, parsers);
    const node = parseSequence(state);
    if (!state.isType("end")) failSyntax();
    addValues(readings, node, state);
    return { hasOpenComma, hasOpenSlash: state.hasOpenSlash, hasOpenRun: state.hasOpenRun };
  } catch (error) {
    if (!(error instanceof Unreadable) || error.why !== "syntax") throw error;
    const hasOpenRun = state?.hasOpenRun === true || state?.hasSpacedRun === true;
    return { hasOpenComma: text.includes(","), hasOpenSlash: state?.hasOpenSlash === true, hasOpenRun };
  }
}

/** The rules that nest in one another. */
const parsers = { parseSequence, parseTerm };

/** Adds the value of what was read, and what else the same signs may say. */
function addValues(readings: Value[], node: Node, { fuel }: ParseState): void {
  const value = buildValue(node, fuel);
  readings.push(value);
  // "8 hours and 15 minutes" may be two answers or one.
  if (value.kind === "list" && areParts(value.items)) readings.push(sumOfQuantities(value.items, fuel));
  if (!isAlternative(node)) return;
  const sides = node.items.map((item) => buildValue(item, fuel));
  readings.push({ kind: "chain", sides, approximations: [] });
}

/** `0.5 or 50\%` may give one value twice; two whole numbers are two values. */
function isAlternative(node: Node): node is Node & { kind: "list" } {
  if (node.kind !== "list" || node.joiner !== "or" || node.items.length !== 2) return false;
  return (
    node.items.every((item) => item.kind === "scalar" && !hasSymbol(item.expr)) && !node.items.every(isWhole)
  );
}

function isWhole(node: Node): boolean {
  return node.kind === "scalar" && node.expr.kind === "number" && node.expr.value.d === 1n;
}

/** Numbers with nothing but spaces between them: `7 1 -1`. Groups of three digits are thousands. */
function isSpacedNumbers(text: string): boolean {
  const first = text.charCodeAt(0);
  const isNumber = (first >= 48 && first <= 57) || first === 45 || first === 0x2212;
  if (!isNumber || !text.includes(" ")) return false;
  const words = text.split(/\s+/);
  return words.length > 1 && words.every((word) => /^[-−]?\d+(\.\d+)?$/.test(word));
}

/** The letter of an option whose content is no value of its own: `C) $\frac12$`. */
function optionReading(text: string, fuel: Fuel): Value | undefined {
  const choice = mayBeChoice(text) ? readChoice(text, fuel) : undefined;
  return choice === undefined ? undefined : textValue(String.fromCharCode(65 + choice.index));
}

function addTextReading(readings: Value[], text: string, fuel: Fuel): void {
  const plain = normalizeText(text, fuel);
  if (plain !== undefined) readings.push(textValue(plain));
}
