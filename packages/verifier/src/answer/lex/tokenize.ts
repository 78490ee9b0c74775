import type { Fuel } from "../fuel.ts";
import type { GradeLimits } from "../limits.ts";
import { failSize, failSyntax } from "../unreadable.ts";
import { withoutWayTo } from "../value/direction.ts";
import { readUnitFormula } from "../value/unit-formula.ts";
import {
  commandsOnly,
  decorations,
  functionAliases,
  functionNames,
  gluedCommands,
  letterNames,
  letterShapes,
  operatorCommands,
  punctMacros,
  punctWords,
  shortFunctions,
  skippedMacros,
  textMacros,
  typefaceMacros,
  unseenArguments,
  uprightMacros,
} from "./macro-table.ts";
import { isLetterCode, isPlainWords } from "./plain-words.ts";
import { isDigitCode, readNumber } from "./read-number.ts";
import { hasNames, holdsName, splitRun } from "./split-run.ts";
import {
  type CommaReading,
  MadeToken,
  type RunReading,
  type Token,
  type TokenList,
  type TokenType,
} from "./token.ts";
import {
  isSpaceCode,
  letterChars,
  punctChars,
  subscriptChars,
  superscriptChars,
  vulgarFractions,
} from "./unicode-table.ts";

const relationMarks: ReadonlySet<string> = new Set("= < > <= >= != ~= in equiv forall".split(" "));
const endToken = new MadeToken("end", "", false);
const twoCharPuncts: ReadonlyMap<string, string> = new Map([
  ["**", "^"],
  ["<=", "<="],
  [">=", ">="],
  ["!=", "!="],
  ["==", "="],
  ["=>", "unknown"],
  ["->", "unknown"],
]);
const twoCharStarts: ReadonlySet<string> = new Set([...twoCharPuncts.keys()].map((pair) => pair.charAt(0)));

/**
 * Splits an answer into tokens in one pass. LaTeX, plain text and Unicode spellings of the same thing give the same
 * token. Throws `Unreadable` past the token limit and on unbalanced `\text{`.
 */
export function tokenize(source: string, options: TokenizeOptions): TokenList {
  const tokenizer = new Tokenizer(source, options);
  tokenizer.run();
  const { tokens, hasOpenComma, hasEquals, hasRelation } = tokenizer;
  return { tokens, hasOpenComma, hasEquals, hasRelation };
}

/** Which reading is asked for, and what it may cost. */
export interface TokenizeOptions {
  readonly reading: CommaReading;
  readonly runs: RunReading;
  readonly limits: GradeLimits;
  readonly fuel: Fuel;
}

/** Runs up to this length may be products wherever they stand; longer ones are words first. */
const maxProduct = 3;
/** Longest run that is read as a product at all. */
const maxRun = 12;

/** Longest text that is a product of units, and the words that may follow it. */
const maxUnitText = 80;
const trailingWords = /(?: [A-Za-z]+){1,4}$/;

class Tokenizer {
  readonly tokens: Token[] = [];
  hasOpenComma = false;
  hasEquals = false;
  hasRelation = false;
  private readonly source: string;
  private readonly reading: CommaReading;
  private readonly runs: RunReading;
  private readonly limits: GradeLimits;
  private readonly fuel: Fuel;
  private pos = 0;
  private bracketDepth = 0;
  private spaceBefore = false;
  private dollars: number | undefined = undefined;

  constructor(source: string, options: TokenizeOptions) {
    this.source = source;
    this.reading = options.reading;
    this.runs = options.runs;
    this.limits = options.limits;
    this.fuel = options.fuel;
  }

  run(): void {
    this.fuel.spend(this.source.length);
    while (this.pos < this.source.length) this.readOne();
    this.tokens.push(endToken);
  }

  private readOne(): void {
    const code = this.source.charCodeAt(this.pos);
    if (isSpaceCode(code) || code === 126) {
      this.pos++;
      this.spaceBefore = true;
    } else if (isDigitCode(code) || (code === 46 && isDigitCode(this.source.charCodeAt(this.pos + 1)))) {
      this.readNumber();
    } else if (isLetterCode(code)) this.readWord();
    else if (code === 92) this.readCommand();
    else if (code > 127) this.readWideChar();
    else this.readPunct();
  }

  private push(type: TokenType, text: string): MadeToken {
    if (this.tokens.length >= this.limits.maxTokens) failSize("maxTokens");
    this.fuel.spend(4);
    const token = new MadeToken(type, text, this.spaceBefore);
    this.tokens.push(token);
    this.spaceBefore = false;
    return token;
  }

  private pushPunct(text: string): void {
    if (text === "(" || text === "[" || text === "\\{") this.bracketDepth++;
    else if (text === ")" || text === "]" || text === "\\}")
      this.bracketDepth = Math.max(0, this.bracketDepth - 1);
    else if (relationMarks.has(text)) {
      this.hasRelation = true;
      this.hasEquals ||= text === "=";
    }
    this.push(text === "unknown" ? "unknown" : "punct", text);
  }

  /** The words "and" and "or" separate items as a comma does, and say how. */
  private pushJoiner(joiner: "and" | "or"): void {
    this.push("punct", ",").mark().joiner = joiner;
  }

  private readNumber(): void {
    const literal = readNumber(this.source, this.pos, {
      depth: this.bracketDepth,
      reading: this.reading,
      fuel: this.fuel,
    });
    if (literal.hasOpenComma) this.hasOpenComma = true;
    const token = this.push("number", this.source.slice(this.pos, literal.end)).mark();
    token.value = literal.value;
    token.places = literal.places;
    token.exponent = literal.exponent;
    token.isInteger = literal.isInteger;
    this.pos = literal.end;
  }

  private readWord(): void {
    const start = this.pos;
    let end = start + 1;
    while (isLetterCode(this.source.charCodeAt(end))) end++;
    this.pos = end;
    this.pushWord(this.source.slice(start, end));
  }

  private pushWord(word: string): void {
    if (word.length === 1) {
      this.push("letter", word);
      return;
    }
    const lower = word.toLowerCase();
    const punct = punctWords.get(lower);
    if (lower === "and" || lower === "or") this.pushJoiner(lower);
    else if (lower === "etc") this.pushDots();
    else if (punct !== undefined) this.pushPunct(punct);
    else if (this.isLetterName(word, lower)) this.push("letter", letterNames.has(word) ? word : lower);
    else if (shortFunctions.has(lower) && !this.startsArgument()) this.pushRun(word);
    else if (
      functionNames.has(lower) &&
      !commandsOnly.has(lower) &&
      (lower !== "min" || this.source[this.pos] === "(")
    )
      this.push("macro", lower);
    else if (functionAliases.has(word)) this.push("macro", functionAliases.get(word) ?? word);
    else this.pushRun(word);
  }

  /** Greek letters written out. As a product, `xi` is x times i. */
  private isLetterName(word: string, lower: string): boolean {
    if (lower === "pi") return true;
    return letterNames.has(word) && !(this.runs === "letters" && word.length === 2);
  }

  /** Tells whether a bracket, or a space and a letter or number, follows. */
  private startsArgument(): boolean {
    const next = this.source.charCodeAt(this.pos);
    const after = this.source.charCodeAt(this.pos + 1);
    return next === 40 || (isSpaceCode(next) && (isLetterCode(after) || isDigitCode(after)));
  }

  /** A word that is no name of its own, with its letters behind it where it may be a product. */
  private pushRun(word: string): void {
    if (word.length > maxRun) {
      this.push("word", word);
      return;
    }
    const mayBeOpen = word.length <= maxProduct || this.runs === "letters";
    if (!mayBeOpen && !holdsName(word)) {
      this.push("word", word);
      return;
    }
    const parts = splitRun(word);
    const isFormula = hasNames(parts);
    // `sinx` is a function and its argument, and no word.
    if (parts.length === 2 && parts[0]?.type === "macro") {
      for (const { type, text } of parts) this.push(type, text);
      return;
    }
    const isOpen = isFormula || mayBeOpen;
    const token = this.push("word", word);
    if (isFormula) token.mark().isFormula = true;
    if (!isOpen) return;
    token.spelledBy = parts.length;
    for (const { type, text } of parts) this.push(type, text);
  }

  private readCommand(): void {
    const code = this.source.charCodeAt(this.pos + 1);
    if (!isLetterCode(code)) {
      this.readSymbolCommand();
      return;
    }
    let end = this.pos + 2;
    while (isLetterCode(this.source.charCodeAt(end))) end++;
    const name = this.source.slice(this.pos + 1, end);
    this.pos = end;
    if (unseenArguments.has(name)) this.skipArgument();
    else if (typefaceMacros.has(name) && this.readTypeface()) return;
    else if (skippedMacros.has(name) || decorations.has(name)) this.skipCommand(name);
    else if (textMacros.has(name)) this.readText(name);
    else this.pushCommand(name);
  }

  /** Reads `{Amy}` after a command of type as a word; false for anything but two letters or more. */
  private readTypeface(): boolean {
    const word = /^\s*\{([A-Za-z]{2,24})\}/.exec(this.source.slice(this.pos, this.pos + 40));
    if (word?.[1] === undefined) return false;
    this.pos += word[0].length;
    this.pushWord(word[1]);
    return true;
  }

  private pushCommand(name: string): void {
    const punct = punctMacros.get(name);
    if (name === "land" || name === "wedge") this.pushJoiner("and");
    else if (name === "lor" || name === "vee") this.pushJoiner("or");
    else if (punct !== undefined) this.pushPunct(punct);
    else if (letterNames.has(name)) this.push("letter", letterShapes.get(name) ?? name);
    else if (functionNames.has(name)) this.pushFunction(name);
    else if (functionAliases.has(name)) this.pushFunction(functionAliases.get(name) ?? name);
    else if (!operatorCommands.has(name) && gluedCommands.has(name.slice(0, -1))) {
      this.pushGluedCommand(name.slice(0, -1));
      this.push("letter", name.slice(-1));
    } else this.push("unknown", `\\${name}`);
  }

  /** After `\frac`, bare digits are one-digit arguments, as TeX reads them. */
  private pushFunction(name: string): void {
    this.push("macro", name);
    if (name !== "frac" && name !== "binom") return;
    for (let argument = 0; argument < 2; argument++) {
      while (isSpaceCode(this.source.charCodeAt(this.pos))) this.pos++;
      const code = this.source.charCodeAt(this.pos);
      if (!isDigitCode(code)) return;
      const token = this.push("number", String(code - 48)).mark();
      token.value = { n: BigInt(code - 48), d: 1n };
      token.isInteger = true;
      this.pos++;
    }
  }

  /** The command before a name that ran into it. */
  private pushGluedCommand(name: string): void {
    if (skippedMacros.has(name)) this.skipCommand(name);
    else this.pushCommand(name);
  }

  /** Moves past `{...}`, balanced; the command shows nothing of it. */
  private skipArgument(): void {
    this.spaceBefore = true;
    while (isSpaceCode(this.source.charCodeAt(this.pos))) this.pos++;
    if (this.source[this.pos] === "{") this.pos = this.braceEnd(this.pos);
  }

  /** Offset after the brace that closes the one at `open`. Throws `Unreadable` where none does. */
  private braceEnd(open: number): number {
    let depth = 1;
    let end = open + 1;
    for (; end < this.source.length && depth > 0; end++) {
      const code = this.source.charCodeAt(end);
      if (code === 123) depth++;
      else if (code === 125) depth--;
    }
    return depth > 0 ? failSyntax() : end;
  }

  private skipCommand(name: string): void {
    this.spaceBefore = true;
    if (name !== "left" && name !== "right") return;
    while (isSpaceCode(this.source.charCodeAt(this.pos))) this.pos++;
    if (this.source[this.pos] === ".") this.pos++;
  }

  /** Commands named by one symbol: spacing, escaped characters, math delimiters, line breaks. */
  private readSymbolCommand(): void {
    const char = this.source[this.pos + 1];
    this.pos += 2;
    if (char === "{" || char === "}") this.pushPunct(`\\${char}`);
    else if (char === "%" || char === "$" || char === "&") this.pushPunct(char);
    else if (char === "|") this.pushPunct("|");
    else if (char === "\\") this.pushPunct("\\\\");
    else if (char === "_") this.push("unknown", "\\_");
    else if (char === "#" || char === undefined) this.push("unknown", "\\");
    else this.spaceBefore = true;
  }

  private readText(name: string): void {
    while (isSpaceCode(this.source.charCodeAt(this.pos))) this.pos++;
    if (this.source[this.pos] !== "{") return;
    const end = this.braceEnd(this.pos);
    const content = this.source.slice(this.pos + 1, end - 1);
    this.pos = end;
    this.pushText(content, name);
  }

  /** "1, 2, etc." goes on as "1, 2, ..." does. */
  private pushDots(): void {
    const last = this.tokens[this.tokens.length - 1];
    if (last?.text !== ",") this.pushPunct(",");
    this.pushPunct("dots");
    if (this.source[this.pos] === ".") this.pos++;
  }

  private pushText(content: string, name: string): void {
    const trimmed = content.trim();
    const lower = trimmed.toLowerCase();
    if (trimmed === "" || trimmed === ".") this.spaceBefore = true;
    else if (lower === "and" || lower === ", and") this.pushJoiner("and");
    else if (lower === "or" || lower === ", or") this.pushJoiner("or");
    else if (punctWords.get(lower) === "%") this.pushPunct("%");
    else if (/^,? ?(?:etc\.?|and so on)$/.test(lower)) this.pushDots();
    else if (trimmed.length === 1 && isLetterCode(trimmed.charCodeAt(0)) && uprightMacros.has(name))
      this.pushUpright(trimmed);
    else if (functionNames.has(trimmed) && (name !== "text" || this.source[this.pos] === "("))
      this.push("macro", trimmed);
    else if (isPlainWords(trimmed) && !hasUnitSign(trimmed)) this.pushWords(trimmed);
    else if (!this.pushUnit(trimmed)) this.readNested(trimmed);
  }

  /** Pushes a product of units, and the words behind it as in `\text{m/s downward}`; false for other texts. */
  private pushUnit(content: string): boolean {
    if (content.length > maxUnitText) return false;
    this.fuel.spend(content.length);
    const whole = readUnitFormula(content);
    const words = whole === undefined ? (trailingWords.exec(content)?.[0] ?? "") : "";
    const unit = whole ?? (words === "" ? undefined : readUnitFormula(content.slice(0, -words.length)));
    if (unit === undefined) return false;
    this.push("text", content).mark().unit = unit;
    this.spaceBefore = words !== "";
    if (words !== "") this.pushWords(withoutWayTo(words.trim()));
    return true;
  }

  private pushUpright(letter: string): void {
    this.push("letter", letter).mark().isUpright = true;
  }

  /** Words; those of `\text{ hours and }` end in a joiner. */
  private pushWords(words: string): void {
    const lower = words.toLowerCase();
    const joiner = lower.endsWith(" and") ? "and" : lower.endsWith(" or") ? "or" : undefined;
    if (joiner === undefined) this.push("text", words);
    else {
      this.push("text", words.slice(0, -joiner.length).trimEnd());
      this.pushJoiner(joiner);
    }
  }

  /** Text that holds more than words (`\text{$5$}`, `\text{12}`) is read as if it stood there bare. */
  private readNested(content: string): void {
    const { reading, runs, limits, fuel } = this;
    const nested = new Tokenizer(content, { reading, runs, limits, fuel });
    if (content.includes("\\text") || content.includes("\\mbox")) failSyntax();
    nested.run();
    for (const token of nested.tokens) {
      if (token.type === "end") break;
      if (this.tokens.length >= this.limits.maxTokens) failSize("maxTokens");
      this.tokens.push(token);
    }
    if (nested.hasOpenComma) this.hasOpenComma = true;
    if (nested.hasEquals) this.hasEquals = true;
    if (nested.hasRelation) this.hasRelation = true;
  }

  private readWideChar(): void {
    const char = String.fromCodePoint(this.source.codePointAt(this.pos) ?? 0);
    this.pos += char.length;
    const punct = punctChars.get(char);
    if (punct !== undefined) this.pushPunct(punct);
    else if (char === "″") {
      this.pushPunct("'");
      this.pushPunct("'");
    } else if (char === "√" || char === "∛") this.push("macro", char === "√" ? "sqrt" : "cbrt");
    else if (letterChars.has(char)) this.push("letter", letterChars.get(char) ?? char);
    else if (superscriptChars.has(char)) this.readScript(char, superscriptChars, "^");
    else if (subscriptChars.has(char)) this.readScript(char, subscriptChars, "_");
    else if (vulgarFractions.has(char)) {
      const [n, d] = vulgarFractions.get(char) ?? [0n, 1n];
      const token = this.push("number", char).mark();
      token.value = { n, d };
      token.isVulgar = true;
    } else this.push("unknown", char);
  }

  /** Turns a run of superscript or subscript characters into `^{...}` or `_{...}`. */
  private readScript(first: string, table: ReadonlyMap<string, string>, mark: "^" | "_"): void {
    let content = table.get(first) ?? "";
    for (;;) {
      const next = table.get(this.source[this.pos] ?? "");
      if (next === undefined) break;
      content += next;
      this.pos++;
    }
    this.push("punct", mark);
    this.push("punct", "{");
    this.readNested(content);
    this.push("punct", "}");
  }

  private readPunct(): void {
    const char = this.source[this.pos] ?? "";
    if (char === "." && this.source.startsWith("...", this.pos)) {
      this.pos += 3;
      this.pushPunct("dots");
      return;
    }
    const two = twoCharStarts.has(char)
      ? twoCharPuncts.get(this.source.slice(this.pos, this.pos + 2))
      : undefined;
    if (two !== undefined) {
      this.pos += 2;
      this.pushPunct(two);
      return;
    }
    this.pos++;
    if (char === "$") this.readDollar();
    else if ("+-*/^_!,;:=<>()[]{}|%'&".includes(char)) this.pushPunct(char);
    else this.push("unknown", char);
  }

  /** A dollar sign is money when it has no partner, and a math delimiter otherwise. */
  private readDollar(): void {
    this.dollars ??= countDollars(this.source);
    if (this.dollars % 2 === 1) this.pushPunct("$");
    else this.spaceBefore = true;
  }
}

/** Signs of a product of units that letters alone do not show. */
function hasUnitSign(text: string): boolean {
  return /[²³⁻¹·⋅µμΩ°]/.test(text);
}

function countDollars(source: string): number {
  let count = 0;
  for (let at = source.indexOf("$"); at !== -1; at = source.indexOf("$", at + 1)) {
    if (source[at - 1] !== "\\") count++;
  }
  return count;
}
