import type { Hand, Piece } from "./hand.ts";

/** The least that must stand between two factors so that nobody reads them otherwise. */
type Least = "nothing" | "space" | "sign" | "brackets";

/** Letters that nobody takes for a function when a bracket follows. */
const plainBeforeBracket = /(^|[^A-Za-z\\])[abcknmrz]$/;

/** Returns two factors written side by side, or with a sign between them where they must not touch. */
export function joinFactors(left: Piece, right: Piece, hand: Hand): string {
  const least = findLeast(left, right, hand);
  const gap = hand.gap === "mixed" ? hand.draw.pick(["glued", "spaced", "signed"] as const) : hand.gap;
  if (least === "sign" || gap === "signed") return left.text + writeSign(hand) + right.text;
  if (least === "space" || gap === "spaced") return left.text + writeSpace(hand) + right.text;
  const swallows = /\\[A-Za-z]+$/.test(left.text) && /^[A-Za-z]/.test(right.text);
  return `${left.text}${swallows ? " " : ""}${right.text}`;
}

function writeSign({ dialect, draw }: Hand): string {
  if (dialect === "latex") return draw.pick(["\\cdot ", " \\cdot ", "\\times ", "*"]);
  return dialect === "unicode" ? draw.pick(["·", "*", " × "]) : draw.pick(["*", " * "]);
}

function writeSpace({ dialect, draw }: Hand): string {
  return dialect === "latex" ? draw.pick([" ", "\\,", " ", "~", "\\;"]) : " ";
}

function findLeast(left: Piece, right: Piece, { dialect }: Hand): Least {
  if (left.tail === "bare") return right.is === "function" ? "nothing" : "sign";
  if (left.tail === "slash") return "sign";
  if (left.is === "word" || right.is === "word") return "sign";
  if (/^(\||\\left\||\\lvert)/.test(right.text)) return "sign";
  if (/^[\d.½⅓¼]|^\\text\{\d/.test(right.text)) return leastBeforeDigit(left, right, dialect);
  if (left.tail === "digit" && right.is === "fraction") return "sign";
  if (/^(\\left)?\(/.test(right.text)) return leastBeforeBracket(left, dialect);
  if (dialect !== "latex" && left.tail === "short script") return /\d$/.test(left.text) ? "nothing" : "sign";
  if (dialect === "plain" && left.tail === "index") return "space";
  return "nothing";
}

/** A digit may follow only as the base of a power, and never another digit. */
function leastBeforeDigit(left: Piece, right: Piece, dialect: Hand["dialect"]): Least {
  if (dialect !== "latex" || right.is !== "power of a number") return "sign";
  if (left.tail === "letter" || left.tail === "bang" || left.tail === "script") return "nothing";
  return left.tail === "short script" || left.tail === "command" ? "space" : "sign";
}

function leastBeforeBracket(left: Piece, dialect: Hand["dialect"]): Least {
  switch (left.tail) {
    case "letter":
      return plainBeforeBracket.test(left.text) ? "nothing" : "sign";
    case "digit":
    case "close":
    case "bang":
    case "script":
      return "nothing";
    case "short script":
      return dialect === "latex" || /\d$/.test(left.text) ? "nothing" : "sign";
    case "command":
      return left.text.endsWith("\\pi") ? "nothing" : "sign";
    default:
      return "sign";
  }
}

/** Writes factors that are written already. */
export function writeFactors(pieces: readonly Piece[], hand: Hand): Piece {
  const [first] = pieces;
  const joined = pieces.reduce((left, right) => ({
    text: joinFactors(left, right, hand),
    level: "product",
    tail: right.tail,
    ...(right.is === "word" ? { is: right.is } : {}),
  }));
  return first?.is === undefined ? joined : { ...joined, is: first.is };
}
