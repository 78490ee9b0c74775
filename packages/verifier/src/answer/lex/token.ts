import type { UnitFactor } from "../parse/node.ts";
import type { Rational } from "../value/rational.ts";

/**
 * What a token is: a number literal, a one-letter symbol, a run of two or more letters, the content of a `\text`, a
 * known function or command, punctuation, something outside the grammar, or the end.
 */
export type TokenType = "number" | "letter" | "word" | "text" | "macro" | "punct" | "unknown" | "end";

/** What only some tokens have. */
interface TokenMarks {
  /** The value of a number literal without its exponent part. */
  readonly value: Rational | undefined;
  /** Digits after the point of a decimal that ends; 0 for other numbers. */
  readonly places: number;
  /** Power of ten of a literal such as `3e8`. */
  readonly exponent: bigint | undefined;
  /** The literal is a plain run of digits, so that it may start a mixed number or carry a base. */
  readonly isInteger: boolean;
  /** The literal is a single character such as ½. */
  readonly isVulgar: boolean;
  /** The word that a comma token was written as. */
  readonly joiner: "and" | "or" | undefined;
  /** The factors of a text that is a product of units: `\text{m/s}`, `\mathrm{m\,s^{-2}}`. */
  readonly unit: readonly UnitFactor[] | undefined;
  /** A letter in upright type: `\mathrm{g}`. Behind a number it is a unit. */
  readonly isUpright: boolean;
  /**
   * A run of letters that may be a product: how many of the tokens after it are its letters and the names found in it.
   * Whoever reads the run as one word moves past them; whoever reads a product moves into them.
   */
  readonly spelledBy: number;
  /** The run holds the name of a function or of π, so that it is hardly a word: `xsinx`, `2pir`. */
  readonly isFormula: boolean;
}

/** A lexical unit. `text` is its canonical name: `\cdot`, `×` and `*` are all `*`. */
export interface Token extends TokenMarks {
  readonly type: TokenType;
  readonly text: string;
  readonly spaceBefore: boolean;
}

/** The marks of a token while it is made. */
export class MadeMarks {
  value: Rational | undefined = undefined;
  places = 0;
  exponent: bigint | undefined = undefined;
  isInteger = false;
  isVulgar = false;
  joiner: "and" | "or" | undefined = undefined;
  unit: readonly UnitFactor[] | undefined = undefined;
  isUpright = false;
  isFormula = false;
}

/** Shared by the tokens without marks of their own, which most are. */
const noMarks = new MadeMarks();

/** A token as it is made. One class, so that every token has one shape, and a small one. */
export class MadeToken implements Token {
  readonly type: TokenType;
  readonly text: string;
  readonly spaceBefore: boolean;
  spelledBy = 0;
  private marks: MadeMarks = noMarks;

  constructor(type: TokenType, text: string, spaceBefore: boolean) {
    this.type = type;
    this.text = text;
    this.spaceBefore = spaceBefore;
  }

  /** Returns marks of its own, for its maker to set. */
  mark(): MadeMarks {
    this.marks = new MadeMarks();
    return this.marks;
  }

  get value(): Rational | undefined {
    return this.marks.value;
  }

  get places(): number {
    return this.marks.places;
  }

  get exponent(): bigint | undefined {
    return this.marks.exponent;
  }

  get isInteger(): boolean {
    return this.marks.isInteger;
  }

  get isVulgar(): boolean {
    return this.marks.isVulgar;
  }

  get joiner(): "and" | "or" | undefined {
    return this.marks.joiner;
  }

  get unit(): readonly UnitFactor[] | undefined {
    return this.marks.unit;
  }

  get isUpright(): boolean {
    return this.marks.isUpright;
  }

  get isFormula(): boolean {
    return this.marks.isFormula;
  }
}

/** How commas between three-digit groups are read where the text leaves it open. */
export type CommaReading = "thousands" | "separator";

/**
 * How runs of four or more letters are read: as words (`5 apples`), or as products of their letters where nothing keeps
 * from it (`2abck`).
 */
export type RunReading = "words" | "letters";

/** The tokens of an answer, and whether another reading of it exists. */
export interface TokenList {
  readonly tokens: readonly Token[];
  /** A comma was read under {@link CommaReading}; the other reading gives other tokens. */
  readonly hasOpenComma: boolean;
  /** Some token is an equals sign. */
  readonly hasEquals: boolean;
  /** Some token is a relation sign or says "for all". */
  readonly hasRelation: boolean;
}
