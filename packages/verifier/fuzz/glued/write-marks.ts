import { bracket, type Hand, nameMark, type Piece } from "./hand.ts";
import type { Tree } from "./tree.ts";
import { writeLetter } from "./write-letter.ts";

type Of<Kind extends Tree["kind"]> = Extract<Tree, { kind: Kind }>;

/** Writes a letter with its index. */
export function writeIndex(tree: Of<"index">, hand: Hand): Piece {
  return { text: tree.letter + writeSubscript(tree.index, hand), level: "atom", tail: "index" };
}

function writeSubscript(index: string, { dialect, draw }: Hand): string {
  if (dialect === "unicode" && /^\d+$/.test(index))
    return [...index].map((digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]).join("");
  if (index.length === 1 && !draw.chance(2)) return `_${index}`;
  return dialect === "latex" || index.length === 1 || draw.chance(2)
    ? `_{${index}}`
    : /^\d+$/.test(index)
      ? `_${index}`
      : `_(${index})`;
}

/** Writes primes behind a letter, or behind brackets. */
export function writePrime(tree: Of<"prime">, hand: Hand): Piece {
  const { dialect, draw } = hand;
  const of = hand.write(tree.of);
  const base = tree.of.kind === "letter" ? of.text : bracket(of.text, hand).text;
  const signs =
    dialect === "latex" ? ["'", "'", "'", "^{\\prime}"] : dialect === "unicode" ? ["'", "′"] : ["'"];
  const sign = draw.pick(signs);
  const marks = sign.startsWith("^") ? `^{${"\\prime".repeat(tree.count)}}` : sign.repeat(tree.count);
  return { text: base + marks, level: "atom", tail: "prime" };
}

/** Writes a factorial. */
export function writeFactorial(tree: Of<"factorial">, hand: Hand): Piece {
  const of = hand.write(tree.of);
  const isPlain = tree.of.kind === "letter" || tree.of.kind === "index";
  return { text: `${isPlain ? of.text : bracket(of.text, hand).text}!`, level: "atom", tail: "bang" };
}

/** Writes a power: the exponent behind the base, or before the index of the base. */
export function writePower(tree: Of<"power">, hand: Hand): Piece {
  const { base, exponent } = tree;
  const { draw } = hand;
  if (base.kind === "e" && draw.chance(5)) return writeExp(exponent, hand);
  const script = writeExponent(exponent, hand);
  if (base.kind === "index") return writeIndexedPower(base, script, hand);
  const written = base.kind === "number" ? plainNumber(base.digits) : hand.write(base);
  if (base.kind === "call") {
    const text = bracket(written.text, hand).text;
    return { text: text + script.text, level: "atom", tail: script.tail };
  }
  const isPlain = ["letter", "number", "pi", "e"].includes(base.kind);
  const text = isPlain ? written.text : bracket(written.text, hand).text;
  const isNumber = base.kind === "number";
  const piece: Piece = { text: text + script.text, level: "atom", tail: script.tail };
  if (isNumber) return { ...piece, is: "power of a number" };
  return written.is === "word" ? { ...piece, is: "word" } : piece;
}

function plainNumber(digits: string): Piece {
  return { text: digits, level: "atom", tail: "digit", is: "number" };
}

function writeIndexedPower(base: Of<"index">, script: Piece, hand: Hand): Piece {
  const { dialect, draw } = hand;
  const letter = writeLetter(base.letter, hand).text;
  const index = writeSubscript(base.index, hand);
  if (dialect !== "latex" && index.length > 2)
    return { text: `(${letter}${index})${script.text}`, level: "atom", tail: script.tail };
  const text = draw.pick([
    `${letter}${index}${script.text}`,
    dialect === "latex" ? `${letter}${script.text}${index}` : `${letter}${index}${script.text}`,
    `(${letter}${index})${script.text}`,
  ]);
  const tail = text.endsWith(script.text) ? script.tail : "index";
  return { text, level: "atom", tail };
}

function writeExp(exponent: Tree, hand: Hand): Piece {
  const { text } = bracket(hand.write(exponent).text, hand);
  return {
    text: `${hand.dialect === "latex" ? "\\" : nameMark}exp${text}`,
    level: "atom",
    tail: "close",
    is: "function",
  };
}

function writeExponent(exponent: Tree, hand: Hand): Piece {
  const { dialect, draw } = hand;
  const { text } = exponent.kind === "number" ? plainNumber(exponent.digits) : hand.write(exponent);
  const isShort = text.length === 1 || /^\\[a-z]+$/.test(text);
  if (dialect === "latex") {
    if (isShort && draw.chance(2))
      return { text: `^${text}`, level: "atom", tail: text.length === 1 ? "short script" : "command" };
    return { text: `^{${text}}`, level: "atom", tail: "script" };
  }
  if (dialect === "unicode" && /^-?\d+$/.test(text))
    return { text: [...text].map(raise).join(""), level: "atom", tail: "script" };
  const mark = dialect === "plain" ? draw.pick(["^", "^", "**"]) : "^";
  if (isShort || /^\d+$/.test(text)) return { text: mark + text, level: "atom", tail: "short script" };
  return { text: `${mark}(${text})`, level: "atom", tail: "script" };
}

function raise(sign: string): string {
  return sign === "-" ? "⁻" : ("⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)] ?? sign);
}
