import { type Hand, nameMark, type Piece } from "./hand.ts";

/** Writes a letter of the Latin or Greek alphabet. */
export function writeLetter(name: string, { dialect }: Hand): Piece {
  if (name.length === 1) return { text: name, level: "atom", tail: "letter" };
  if (dialect === "latex") return { text: `\\${name}`, level: "atom", tail: "command" };
  const signs: Readonly<Record<string, string>> = {
    pi: "π",
    alpha: "α",
    theta: "θ",
    lambda: "λ",
    omega: "ω",
  };
  if (dialect === "plain" && name !== "pi")
    return { text: nameMark + name, level: "atom", tail: "letter", is: "word" };
  const text = dialect === "unicode" ? (signs[name] ?? name) : nameMark + name;
  return { text, level: "atom", tail: "letter" };
}
