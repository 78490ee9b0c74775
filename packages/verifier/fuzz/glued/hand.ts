import type { Draw } from "../draw.ts";
import type { Tree } from "./tree.ts";

/** What the text is written in: LaTeX, keyboard characters, or keyboard characters and mathematical ones. */
export type Dialect = "latex" | "plain" | "unicode";

/** How one person writes: the habits that hold for a whole answer, and the draw for what changes from place to place. */
export interface Hand {
  readonly dialect: Dialect;
  /** What stands between factors. */
  readonly gap: "glued" | "spaced" | "signed" | "mixed";
  readonly draw: Draw;
  /** Writes a tree in this hand; see `writeTree`. */
  write(tree: Tree, isLast?: boolean): Piece;
}

/** Draws the habits for one answer. */
export function drawHand(draw: Draw): Pick<Hand, "dialect" | "gap" | "draw"> {
  return {
    dialect: draw.pick(["latex", "latex", "latex", "plain", "unicode"]),
    gap: draw.pick(["glued", "glued", "spaced", "signed", "mixed"]),
    draw,
  };
}

/** What a piece of text ends with, as far as it matters to what may follow. */
export type Tail =
  | "digit"
  | "letter"
  /** A command of letters, which swallows letters written right behind it. */
  | "command"
  /** An exponent without braces: one character. */
  | "short script"
  /** An exponent in braces, brackets, or raised characters. */
  | "script"
  | "index"
  | "close"
  | "bang"
  | "prime"
  /** The argument of a function without brackets, or a bar: nothing may be written behind it but another function. */
  | "bare"
  /** A denominator behind a slash. */
  | "slash";

/** A written part of an answer. */
export interface Piece {
  readonly text: string;
  /** What it is made of, loosest first. */
  readonly level: "sum" | "product" | "atom";
  readonly tail: Tail;
  readonly is?: "number" | "power of a number" | "fraction" | "function" | "word";
}

/** Stands before a name that is written on purpose, until the text is done: other letters must not make a name by chance. */
export const nameMark = "\ue000";

/** Puts a piece in brackets. */
export function bracket(text: string, { dialect, draw }: Hand): Piece {
  const isWide = dialect === "latex" && draw.chance(4);
  return {
    text: isWide ? `\\left(${text}\\right)` : `(${text})`,
    level: "atom",
    tail: "close",
  };
}

/** Returns the piece, in brackets where it is a sum. */
export function holdTogether(piece: Piece, hand: Hand): Piece {
  return piece.level === "sum" || piece.tail === "slash" ? bracket(piece.text, hand) : piece;
}
