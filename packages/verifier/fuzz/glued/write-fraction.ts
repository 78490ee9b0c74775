import { bracket, type Hand, holdTogether, type Piece } from "./hand.ts";
import { writeFactors } from "./join-factors.ts";
import { number, product, type Tree } from "./tree.ts";

type Fraction = Extract<Tree, { kind: "fraction" }>;

/** Writes a fraction: as one, with a slash, or with its number in front (`\frac12mv^2`). */
export function writeFraction(tree: Fraction, hand: Hand, isLast: boolean): Piece {
  const { top, bottom } = tree;
  if (bottom.kind === "number" && top.kind !== "number" && hand.draw.chance(2))
    return pullNumber(top, bottom, hand, isLast);
  if (hand.dialect === "latex" && !hand.draw.chance(5)) return writeFrac(top, bottom, hand);
  return writeSlash(top, bottom, hand);
}

function pullNumber(top: Tree, bottom: Tree, hand: Hand, isLast: boolean): Piece {
  const parts = top.kind === "product" ? top.parts : [top];
  const [first] = parts;
  const isWhole = first?.kind === "number" && /^\d+$/.test(first.digits);
  const rest = product(...(isWhole ? parts.slice(1) : parts));
  if (isWhole && parts.length === 1) return writeFrac(top, bottom, hand);
  const numerator = isWhole ? first : number(1);
  const coefficient: Piece =
    hand.dialect === "latex" ? writeFrac(numerator, bottom, hand) : writeShort(numerator, bottom, hand);
  const others = rest.kind === "product" ? rest.parts : [rest];
  const pieces = others.map((part, at) => {
    const piece = hand.write(part, isLast && at === others.length - 1);
    return part.kind === "sum" || part.kind === "negative"
      ? bracket(piece.text, hand)
      : holdTogether(piece, hand);
  });
  return writeFactors([coefficient, ...pieces], hand);
}

/** `(3/4)`, or `½` where there is a sign for it. */
function writeShort(top: Tree, bottom: Tree, hand: Hand): Piece {
  const text = `${hand.write(top).text}/${hand.write(bottom).text}`;
  const signs: Readonly<Record<string, string>> = { "1/2": "½", "1/3": "⅓", "1/4": "¼" };
  const sign = hand.dialect === "unicode" ? signs[text] : undefined;
  return sign === undefined
    ? bracket(text, hand)
    : { text: sign, level: "atom", tail: "digit", is: "number" };
}

/** `\frac{a}{b}`, and its spellings without braces. */
function writeFrac(top: Tree, bottom: Tree, hand: Hand): Piece {
  const { draw } = hand;
  const [a, b] = [hand.write(top).text, hand.write(bottom).text];
  const head = draw.pick(["\\frac", "\\frac", "\\dfrac", "\\tfrac"]);
  const [isShortTop, isShortBottom] = [/^[a-z\d]$/.test(a), /^[a-z\d]$/.test(b)];
  const ways = [`${head}{${a}}{${b}}`];
  if (isShortTop) ways.push(`${head}${/\d/.test(a) ? "" : " "}${a}{${b}}`);
  if (isShortBottom) ways.push(`${head}{${a}}${b}`);
  if (isShortTop && isShortBottom) ways.push(`${head}${/\d/.test(a) ? "" : " "}${a}${b}`);
  const text = draw.pick(ways);
  return { text, level: "atom", tail: /[a-z]$/.test(text) ? "command" : "close", is: "fraction" };
}

function writeSlash(top: Tree, bottom: Tree, hand: Hand): Piece {
  const above = hand.write(top, false);
  const below = hand.write(bottom, false);
  const left =
    above.level === "sum" || above.tail === "bare" || above.tail === "slash"
      ? bracket(above.text, hand)
      : above;
  const isTight =
    below.level === "atom" && below.tail !== "bare" && below.is !== "function" && below.is !== "fraction";
  const right = isTight ? below : bracket(below.text, hand);
  return { text: `${left.text}/${right.text}`, level: "product", tail: "slash" };
}
