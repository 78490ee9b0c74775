import { bracket, type Hand, holdTogether, nameMark, type Piece } from "./hand.ts";
import { writeFactors } from "./join-factors.ts";
import type { Tree } from "./tree.ts";
import { writeCall } from "./write-call.ts";
import { writeFraction } from "./write-fraction.ts";
import { writeLetter } from "./write-letter.ts";
import { writeFactorial, writeIndex, writePower, writePrime } from "./write-marks.ts";

/**
 * Writes a tree. `isLast`: nothing but a sign, a closing bracket or the end follows, so that the argument of a function
 * needs no brackets.
 */
export function writeTree(tree: Tree, hand: Hand, isLast = true): Piece {
  switch (tree.kind) {
    case "number":
      return writeNumber(tree.digits, hand);
    case "letter":
      return writeLetter(tree.name, hand);
    case "pi":
      return writeLetter("pi", hand);
    case "e":
      return {
        text: hand.dialect === "latex" && hand.draw.chance(12) ? "\\mathrm{e}" : "e",
        level: "atom",
        tail: "letter",
      };
    case "index":
      return writeIndex(tree, hand);
    case "prime":
      return writePrime(tree, hand);
    case "factorial":
      return writeFactorial(tree, hand);
    case "power":
      return writePower(tree, hand);
    case "root":
      return writeRoot(tree.of, tree.degree, hand);
    case "bars":
      return writeBars(tree.of, hand);
    case "call":
      return writeCall(tree, hand, isLast);
    case "fraction":
      return writeFraction(tree, hand, isLast);
    case "product":
      return writeProduct(tree.parts, hand, isLast);
    case "sum":
      return writeSum(tree.parts, hand);
    case "negative": {
      const inner = hand.write(tree.of, isLast);
      const { text } = inner.level === "sum" ? bracket(inner.text, hand) : inner;
      return { text: `-${text}`, level: "sum", tail: inner.tail };
    }
  }
}

function writeNumber(digits: string, { dialect, draw }: Hand): Piece {
  const isText = dialect === "latex" && draw.chance(40);
  return { text: isText ? `\\text{${digits}}` : digits, level: "atom", tail: "digit", is: "number" };
}

function writeSum(parts: readonly Tree[], hand: Hand): Piece {
  const gap = hand.draw.pick(["", " "]);
  const ordered = hand.draw.chance(4) ? hand.draw.shuffle(parts) : parts;
  let text = "";
  for (const part of ordered) {
    const isNegative = part.kind === "negative";
    const piece = hand.write(isNegative ? part.of : part);
    const term = isNegative && piece.level === "sum" ? bracket(piece.text, hand).text : piece.text;
    if (text === "") text = isNegative ? `-${term}` : term;
    else text += `${gap}${isNegative ? "-" : "+"}${gap}${term}`;
  }
  return { text, level: "sum", tail: "bare" };
}

/** Writes factors; numbers stay in front, the others may change places. */
function writeProduct(parts: readonly Tree[], hand: Hand, isLast: boolean): Piece {
  const isNumber = (part: Tree) => part.kind === "number";
  const rest = parts.filter((part) => !isNumber(part));
  const ordered = [...parts.filter(isNumber), ...(hand.draw.chance(3) ? hand.draw.shuffle(rest) : rest)];
  return writeFactors(
    ordered.map((part, at) => {
      const next = ordered[at + 1];
      const isBeforeName = hand.dialect === "latex" && next?.kind === "call" && next.name !== "exp";
      const mayBeBare = next === undefined ? isLast : isBeforeName;
      return writeFactor(part, hand, mayBeBare);
    }),
    hand,
  );
}

function writeFactor(part: Tree, hand: Hand, mayBeBare: boolean): Piece {
  const piece = hand.write(part, mayBeBare);
  if (part.kind === "negative" || part.kind === "sum") return bracket(piece.text, hand);
  return holdTogether(piece, hand);
}

function writeRoot(of: Tree, degree: number, hand: Hand): Piece {
  const { dialect, draw } = hand;
  const inner = hand.write(of).text;
  if (dialect === "latex") {
    if (degree !== 2) return { text: `\\sqrt[${degree}]{${inner}}`, level: "atom", tail: "close" };
    const isShort = /^\d$/.test(inner) && draw.chance(3);
    return { text: isShort ? `\\sqrt${inner}` : `\\sqrt{${inner}}`, level: "atom", tail: "close" };
  }
  if (degree !== 2) return { text: `(${inner})^(1/${degree})`, level: "atom", tail: "script" };
  if (dialect === "plain") return { text: `${nameMark}sqrt(${inner})`, level: "atom", tail: "close" };
  const isNumber = /^\d+$/.test(inner);
  return isNumber && draw.chance(2)
    ? { text: `√${inner}`, level: "atom", tail: "bare" }
    : { text: `√(${inner})`, level: "atom", tail: "close" };
}

function writeBars(of: Tree, hand: Hand): Piece {
  const { text } = hand.write(of);
  const ways =
    hand.dialect === "latex"
      ? [`|${text}|`, `\\left|${text}\\right|`, `\\lvert ${text}\\rvert`]
      : [`|${text}|`];
  return { text: hand.draw.pick(ways), level: "atom", tail: "bare" };
}
