import type { Fuel } from "../../answer/fuel.ts";
import type { Chain } from "../read/find-chains.ts";
import type { Lexeme } from "../read/lexeme.ts";
import { alteringWords } from "../read/word-sets.ts";
import type { Claim } from "../verdict.ts";
import { mayBeSameAmount } from "./may-be-same-amount.ts";
import { readManner } from "./sentence-at.ts";

/** A piece of a formula. */
type Piece =
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "number"; readonly value: number; readonly start: number; readonly end: number }
  | { readonly kind: "sign"; readonly text: string };

/** A formula of words, and what it gives. */
interface Formula {
  readonly name: string;
  readonly pieces: readonly Piece[];
}

/** Most pieces of a formula. */
const maxPieces = 24;
/** Most names remembered. */
const maxNames = 500;

/** Words before a name that are no part of it. */
const opening =
  /^(?:(?:so|thus|therefore|hence|and|but|that|the|a|an|his|her|its|their|then|we|have|get|know|where|formula|now|first|next|finally|let|step|is|since|as|for|using|with|use|means|gives) )+/;

/**
 * Checks values put into a formula of words: `Speed of the car = Distance covered / Time taken`, then `= 90 miles / 3 hours`. A
 * name that the trace gave one value must be replaced by that value. One object goes through a trace step by step.
 */
export class FormulaValues {
  private readonly values = new Map<string, number>();

  check(text: string, chains: readonly Chain[], fuel: Fuel): Claim[] {
    const claims: Claim[] = [];
    let formula: Formula | undefined;
    let head: Chain | undefined;
    let last: readonly Lexeme[] | undefined;
    for (const chain of chains) {
      // A formula of words ends a chain and begins the next: `Cost = Price * Number = 3 * 5`.
      const goesOn = head !== undefined && chain.parts[0] === last;
      const name = goesOn && head !== undefined ? nameOf(head.label) : nameOf(chain.label);
      if (!goesOn) head = chain;
      last = chain.parts.at(-1);
      if (!goesOn && !isName(name, formula?.name)) formula = undefined;
      for (const part of chain.parts.slice(1)) {
        fuel.spend(part.length);
        const pieces = readPieces(part);
        if (formula !== undefined && pieces !== undefined)
          claims.push(...this.compare(text, formula.pieces, pieces));
        const hasNames =
          pieces !== undefined && pieces.length > 1 && pieces.some(({ kind }) => kind === "name");
        formula = hasNames ? { name, pieces } : undefined;
      }
      this.learn(name, chain.parts);
    }
    this.learnListed(text);
    return claims;
  }

  private compare(text: string, formula: readonly Piece[], written: readonly Piece[]): Claim[] {
    if (formula.length !== written.length || !formula.every((piece, at) => fits(piece, written[at])))
      return [];
    const claims = formula.flatMap((piece, at): Claim[] => {
      const value = written[at];
      if (value?.kind !== "number" || piece.kind === "sign") return [];
      const known = piece.kind === "name" ? this.values.get(piece.text) : piece.value;
      if (known === undefined || Number.isNaN(known)) return [];
      const place = { kind: "restatement" as const, start: value.start, end: value.end };
      if (isNear(known, value.value)) return piece.kind === "name" ? [{ ...place, verdict: "true" }] : [];
      if (piece.kind === "name" && mayBeSameAmount(known, value.value)) return [];
      if (readManner(text, value.start, value.end).isHypothetical) return [];
      return [{ ...place, verdict: "false", expected: String(known) }];
    });
    // Two numbers that changed places, or were put together in another way, are no copy of the formula.
    const changed = formula.filter((piece, at) => piece.kind === "number" && isOther(piece, written[at]));
    if (changed.length > 1 || (changed.length === 1 && claims.filter(isFalse).length > 1)) return [];
    // The same words may name something of another person or day: then the other values have changed, too.
    const isSameCase = claims.some(({ verdict }) => verdict === "true");
    return claims.filter(({ verdict }) => verdict === "true" || isSameCase);
  }

  /** A name that is given a value that cannot be read has none until it is given one again. */
  private learn(name: string, parts: Chain["parts"]): void {
    const written = parts.slice(1).flatMap((part) => {
      const pieces = readPieces(part);
      return pieces?.length === 1 ? pieces : pieces === undefined ? [undefined] : [];
    });
    const value = written.at(-1);
    const isOne = written.every(
      (piece) => piece?.kind === "number" && value?.kind === "number" && piece.value === value.value,
    );
    if (value?.kind === "number" && isOne && isWhole(parts.at(-1))) this.set(name, value.value);
    else this.forget(name);
  }

  private forget(name: string): void {
    const known = this.values.get(name);
    if (known !== undefined && !Number.isNaN(known)) this.values.delete(name);
  }

  /** `Length of one piece: 20 cm` */
  private learnListed(text: string): void {
    listed.lastIndex = 0;
    for (let match = listed.exec(text); match !== null; match = listed.exec(text))
      this.set(nameOf((match[1] ?? "").toLowerCase()), Number((match[2] ?? "").replaceAll(",", "")));
  }

  /** A name with two values has none to hold on to. */
  private set(name: string, value: number): void {
    if (!/ |^[a-z]$/.test(name) || (!this.values.has(name) && this.values.size >= maxNames)) return;
    const known = this.values.get(name);
    const isSettled = known === undefined || isNear(known, value);
    this.values.set(name, isSettled ? value : Number.NaN);
  }
}

/** `Length of one piece: 20` on a line of its own or in a list. */
const listed =
  /(?:^|[-*•.][ \t]+|\n[ \t]*)([A-Z][A-Za-z']*(?: [A-Za-z']+){1,9}): \$?(\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,6})?)(?!\d|[.,]\d|[ \t]*[-+*/^×÷=%(:])/g;

function nameOf(label: string): string {
  return label.trim().replace(/\s+/g, " ").replace(opening, "");
}

/** Names, numbers and signs of a part; undefined where something else stands in it. Words behind a number are its unit. */
function readPieces(part: readonly Lexeme[]): Piece[] | undefined {
  const pieces: Piece[] = [];
  let isUnit = false;
  for (const lexeme of part) {
    const { kind, text, start, end } = lexeme;
    const before = pieces.at(-1);
    if (kind === "word" || kind === "text" || kind === "letter") {
      const word = text.toLowerCase();
      if (isUnit) {
        if (alteringWords.has(word)) return undefined;
      } else if (before?.kind === "name")
        pieces[pieces.length - 1] = { kind: "name", text: `${before.text} ${word}` };
      else pieces.push({ kind: "name", text: word });
    } else if (kind === "number") {
      if (before?.kind === "name" || isUnit) return undefined;
      const value = Number(text);
      if (Number.isNaN(value)) return undefined;
      pieces.push({ kind: "number", value, start, end });
      isUnit = true;
    } else if (kind === "operator" || kind === "open" || kind === "close" || kind === "macro") {
      pieces.push({ kind: "sign", text });
      isUnit = false;
    } else if (kind !== "money" && kind !== "delimiter") return undefined;
    if (pieces.length > maxPieces) return undefined;
  }
  return pieces.map((piece) => (piece.kind === "name" ? { kind: "name", text: nameOf(piece.text) } : piece));
}

/** The name alone, after a line on which other words stood before it. */
function isName(name: string, label: string | undefined): boolean {
  return label !== undefined && name !== "" && (label === name || label.endsWith(` ${name}`));
}

/** Tells whether a part is a number with its unit and no more. */
function isWhole(part: readonly Lexeme[] | undefined): boolean {
  return readPieces(part ?? [])?.length === 1;
}

function fits(formula: Piece, written: Piece | undefined): boolean {
  if (written === undefined) return false;
  if (formula.kind !== "sign") return written.kind === "number";
  return written.kind === "sign" && written.text === formula.text;
}

function isOther(formula: Piece, written: Piece | undefined): boolean {
  return formula.kind === "number" && written?.kind === "number" && written.value !== formula.value;
}

function isFalse({ verdict }: Claim): boolean {
  return verdict === "false";
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
}
