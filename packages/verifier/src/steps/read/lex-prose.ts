import type { Fuel } from "../../answer/fuel.ts";
import type { Lexeme, LexemeKind } from "./lexeme.ts";
import {
  argumentCommands,
  charMeanings,
  commandMeanings,
  scriptChars,
  skippedCommands,
  textCommands,
  vulgarFractions,
} from "./symbol-tables.ts";

/** Splits running text with mathematics in it into lexemes. Linear in the length of the text. */
export function lexProse(source: string, fuel: Fuel): Lexeme[] {
  const lexer = new ProseLexer(source, fuel);
  lexer.run();
  return lexer.lexemes;
}

const numberPattern = /(?:\d{1,3}(?:(?:,|\{,\}|\\,|\\!|,\\!)\d{3})+(?!\d)|\d+)?(?:\.\d+)?/y;
const wordPattern = /[A-Za-zÀ-ÖØ-öø-ɏ]+(?:['’][A-Za-z]+)?(?:-[A-Za-z]{2,}(?:['’][A-Za-z]+)?)*/y;
const markerPattern = /[ \t]*(?:(?:[-*•]|\d{1,3}[.)]|[a-zA-Z][.)]|#{1,6})(?=[ \t]))?/y;
const arrowPattern = /(?:[-=]{1,20}>|<=>)/y;
/** Longest argument of a command that is looked for its end, in UTF-16 code units. */
const maxArgument = 300;
/** Longest calculator mark. */
const maxMark = 200;
/** `2024-03-13` and `0x1F` are no differences and no products. */
const codePattern =
  /(?:\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\d.*/^×])|0x[\dA-Fa-f]+(?![\dA-Za-z]))/y;
/** `<think>`, `</step>`, `<answer>` and the like are no relation signs. */
const tagPattern = /<\/?([A-Za-z][\w-]{0,30})>/y;
/** Tags that set a word off, as two stars do. */
const emphasisTags: ReadonlySet<string> = new Set(["b", "i", "u", "em", "strong"]);
const scriptTags: ReadonlyMap<string, "^" | "_"> = new Map([
  ["sup", "^"],
  ["sub", "_"],
]);

class ProseLexer {
  readonly lexemes: Lexeme[] = [];
  private readonly source: string;
  private readonly fuel: Fuel;
  private pos = 0;
  private hasSpace = false;

  constructor(source: string, fuel: Fuel) {
    this.source = source;
    this.fuel = fuel;
  }

  run(): void {
    this.skipMarker();
    while (this.pos < this.source.length) {
      this.fuel.spend(1);
      this.readOne(this.source[this.pos] ?? "");
    }
  }

  private readOne(char: string): void {
    if (char === "\n") {
      this.push("line", "\n", this.pos + 1);
      this.skipMarker();
    } else if (char <= " " || char === "\u00a0" || char === "\u202f" || char === "&") this.skip(this.pos + 1);
    else if (isDigit(char) || (char === "." && isDigit(this.source[this.pos + 1]))) this.readNumber();
    else if (char === "\\") this.readCommand();
    else if (char === "$") this.readDollar();
    else if (!this.readWord() && !this.readArrow() && !this.readMark() && !this.readTag())
      this.readSymbol(char);
  }

  /** Passes over the bullet or number of a list item at the start of a line. */
  private skipMarker(): void {
    markerPattern.lastIndex = this.pos;
    if (markerPattern.test(this.source)) this.skip(markerPattern.lastIndex);
  }

  private skip(end: number): void {
    this.pos = end;
    this.hasSpace = true;
  }

  private push(kind: LexemeKind, text: string, end: number): void {
    this.lexemes.push({ kind, text, start: this.pos, end, hasSpaceBefore: this.hasSpace });
    this.pos = end;
    this.hasSpace = false;
  }

  private readNumber(): void {
    codePattern.lastIndex = this.pos;
    if (codePattern.test(this.source)) {
      this.push("word", this.source.slice(this.pos, codePattern.lastIndex), codePattern.lastIndex);
      return;
    }
    numberPattern.lastIndex = this.pos;
    numberPattern.test(this.source);
    const end = numberPattern.lastIndex;
    const text = this.source.slice(this.pos, end).replace(/[^\d.]/g, "");
    const suffix = this.source.slice(end, end + 3);
    if (/^(?:st|nd|rd|th)(?![a-z])/.test(suffix)) this.push("word", text, end + 2);
    else this.push("number", text, end);
  }

  private readWord(): boolean {
    wordPattern.lastIndex = this.pos;
    if (!wordPattern.test(this.source)) return false;
    let end = wordPattern.lastIndex;
    // "A-B" is a difference, "half-hour" a word.
    if (this.source[this.pos + 1] === "-") end = this.pos + 1;
    const text = this.source.slice(this.pos, end);
    this.push(text.length === 1 ? "letter" : "word", text, end);
    return true;
  }

  private readArrow(): boolean {
    arrowPattern.lastIndex = this.pos;
    if (!arrowPattern.test(this.source)) return false;
    this.push("arrow", "implies", arrowPattern.lastIndex);
    return true;
  }

  /** Passes over a calculator mark `<<...>>`, which is checked on its own. */
  private readMark(): boolean {
    if (!this.source.startsWith("<<", this.pos)) return false;
    const length = this.source.slice(this.pos, this.pos + maxMark + 2).indexOf(">>");
    if (length === -1) return false;
    this.skip(this.pos + length + 2);
    return true;
  }

  /** A tag ends what stands before it; one letter between angle brackets, as in `2 <x> 1`, may be no tag. */
  private readTag(): boolean {
    tagPattern.lastIndex = this.pos;
    const name = tagPattern.exec(this.source)?.[1]?.toLowerCase();
    if (name === undefined) return false;
    const end = tagPattern.lastIndex;
    const script = scriptTags.get(name);
    if (script !== undefined) this.pushScriptTag(script, end);
    else if (emphasisTags.has(name)) this.skip(end);
    else if (name.length > 1) this.push("punct", ";", end);
    else return false;
    return true;
  }

  /** `5<sup>2</sup>` */
  private pushScriptTag(mark: "^" | "_", end: number): void {
    if (this.source[this.pos + 1] === "/") this.push("close", "}", end);
    else {
      this.push("operator", mark, this.pos);
      this.push("open", "{", end);
    }
  }

  /** A dollar sign is money before a number and a delimiter elsewhere. */
  private readDollar(): void {
    const isDouble = this.source[this.pos + 1] === "$";
    const next = this.source[this.pos + 1] ?? "";
    if (!isDouble && (isDigit(next) || (next === "." && isDigit(this.source[this.pos + 2]))))
      this.push("money", "$", this.pos + 1);
    else this.push("delimiter", "$", this.pos + (isDouble ? 2 : 1));
  }

  private readCommand(): void {
    const match = /^\\([A-Za-z]+)/.exec(this.source.slice(this.pos, this.pos + 40));
    if (match === null) {
      this.readEscape(this.source[this.pos + 1] ?? "");
      return;
    }
    const name = match[1] ?? "";
    const end = this.pos + name.length + 1;
    const meaning = commandMeanings.get(name);
    // `2 * 3 = 6 \boxed{6}`: the answer is told again.
    if (name === "boxed" && this.lexemes.at(-1)?.kind === "number" && this.hasSpace)
      this.push("punct", ";", this.pos);
    if (argumentCommands.has(name)) this.skipArgument(meaning?.[0] ?? "punct", end);
    else if (skippedCommands.has(name)) this.skip(end);
    else if (textCommands.has(name)) this.readText(end);
    else if (meaning !== undefined) this.push(meaning[0], meaning[1], end);
    else this.push("macro", `\\${name}`, end);
  }

  /** Passes over a command and its braced argument, which say nothing about a value. */
  private skipArgument(kind: LexemeKind, open: number): void {
    const close = this.closingBrace(open);
    if (kind === "delimiter") this.push(kind, "\\begin", close === -1 ? open : close + 1);
    else this.skip(close === -1 ? open : close + 1);
  }

  private readEscape(char: string): void {
    const end = this.pos + 2;
    if (char === "(" || char === ")" || char === "[" || char === "]") this.push("delimiter", char, end);
    else if (char === "\\") this.readDouble(end);
    else if (char === "%" || char === "*") this.push("operator", char, end);
    else if (char === "$") this.push("money", "$", end);
    else if (char === "{" || char === "}") this.push("punct", `\\${char}`, end);
    else if (char === "|") this.push("operator", "|", end);
    else this.skip(end);
  }

  /** Two backslashes break a line, but for a command that was written with one too many: `2 \\ cdot 2`. */
  private readDouble(end: number): void {
    const broken = /^ ?(cdot|times|div)(?![A-Za-z])/.exec(this.source.slice(end, end + 8));
    const meaning = commandMeanings.get(broken?.[1] ?? "");
    if (broken === null || meaning === undefined) this.push("line", "\n", end);
    else this.push(meaning[0], meaning[1], end + broken[0].length);
  }

  private readText(open: number): void {
    const start = this.source[open] === " " ? open + 1 : open;
    const close = this.closingBrace(start);
    if (close === -1) this.skip(open);
    else this.push("text", this.source.slice(start + 1, close).trim(), close + 1);
  }

  /** The next brace that closes, where one opens here; -1 where there is none near. */
  private closingBrace(open: number): number {
    if (this.source[open] !== "{") return -1;
    const length = this.source.slice(open, open + maxArgument + 1).indexOf("}");
    return length === -1 ? -1 : open + length;
  }

  private readSymbol(char: string): void {
    const script = scriptChars.get(char);
    if (script !== undefined) {
      this.readScript(script[0]);
      return;
    }
    const two = this.source.slice(this.pos, this.pos + 2);
    const vulgar = vulgarFractions.get(char);
    if (two === "**") this.readStars();
    else if (two === "==") this.push("relation", "=", this.pos + 2);
    else if (two === "<=" || two === ">=" || two === "!=") this.push("relation", two, this.pos + 2);
    else if (two === "//") this.push("operator", "//", this.pos + 2);
    else if (this.source.startsWith("...", this.pos)) this.push("punct", "…", this.pos + 3);
    else if (char === "∞" || char === "π")
      this.push("macro", char === "π" ? "\\pi" : "\\infty", this.pos + 1);
    else if (char >= "α" && char <= "ω") this.push("letter", char, this.pos + 1);
    else if (char === "√") this.push("macro", "\\sqrt", this.pos + 1);
    else if (char === "∛" || char === "∜") this.push("word", char, this.pos + 1);
    else if (vulgar !== undefined) this.push("number", vulgar, this.pos + 1);
    else {
      const [kind, text] = charMeanings.get(char) ?? (["punct", char] as const);
      this.push(kind, text, this.pos + 1);
    }
  }

  /** Two stars are a power between operands that stand equally far off, and emphasis elsewhere. */
  private readStars(): void {
    const before = this.source[this.pos - 1] ?? " ";
    const after = this.source.slice(this.pos + 2, this.pos + 4);
    const isBetween = before === " " ? /^ [\d(-]/.test(after) : /^[\d(]/.test(after);
    if (isBetween && /[\d)a-z ]/.test(before) && /[\d)]/.test(this.lexemes.at(-1)?.text ?? ""))
      this.push("operator", "^", this.pos + 2);
    else this.skip(this.pos + 2);
  }

  private readScript(mark: "^" | "_"): void {
    let end = this.pos;
    let digits = "";
    for (;;) {
      const script = scriptChars.get(this.source[end] ?? "");
      if (script === undefined || script[0] !== mark) break;
      digits += script[1];
      end++;
    }
    const start = this.pos;
    this.push("operator", mark, start);
    this.push("open", "{", start);
    const sign = digits.startsWith("-");
    if (sign) this.push("operator", "-", start);
    this.push("number", digits.replaceAll("-", ""), end);
    this.push("close", "}", end);
  }
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= "0" && char <= "9";
}
