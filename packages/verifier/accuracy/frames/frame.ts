import type { Draw } from "../../fuzz/draw.ts";
import type { Half } from "../halves.ts";

/** A gold answer of a public data set, as text, with what can be seen of it without reading it as mathematics. */
export interface PublicGold {
  readonly text: string;
  /** Digits with or without a minus. */
  readonly isInteger: boolean;
  /** A number: an integer, a decimal, or a fraction of integers. */
  readonly isNumber: boolean;
  /** One word of letters. */
  readonly isWord: boolean;
  /** By its problem, or by the text where there is no problem. */
  readonly half: Half;
}

/** A response of known truth. */
export interface FrameRow {
  readonly gold: string;
  readonly response: string;
  /** The text of the problem, where the truth depends on it. */
  readonly problem?: string;
  readonly isRight: boolean;
}

/** A way of putting golds into responses. */
export interface Frame {
  readonly name: string;
  /** What the frame is, in a few words. */
  readonly about: string;
  /** Tells whether the gold can be put in the frame. */
  takes(gold: PublicGold): boolean;
  /** Makes a right row and a wrong one; other golds stand for answers to other questions. */
  make(gold: PublicGold, draw: Draw): readonly FrameRow[];
}
