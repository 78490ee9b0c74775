import type { Fuel } from "../fuel.ts";
import { flattenFormula } from "../lex/flatten-formula.ts";
import { elementSymbols, isotopeNames } from "./elements.ts";
import type { Value } from "./value.ts";

/** Longest formula or equation of a reaction. */
const maxChars = 120;
const atomicNumbers: ReadonlyMap<string, number> = new Map(elementSymbols.map((symbol, at) => [symbol, at]));

/**
 * Returns a chemical formula, ion, isotope or reaction as a text in one form for all spellings: `C_6H_{12}O_6`,
 * `\text{C}_6\text{H}_{12}\text{O}_6` and `\ce{C6H12O6}` are one. Undefined for other texts, and for those without a
 * count, charge or mass, which are words and products as well.
 */
export function readChemicalFormula(text: string, fuel: Fuel): Value | undefined {
  if (text.length > maxChars || !mayBeFormula(text)) return undefined;
  fuel.spend(text.length);
  const flat = flattenFormula(text);
  if (flat === undefined) return undefined;
  const isotope = readNamedIsotope(flat);
  if (isotope !== undefined) return formulaValue(isotope);
  const reader = new FormulaReader(flat, text.includes("\\ce"));
  const formula = reader.readReaction();
  return formula !== undefined && reader.hasMark ? formulaValue(formula) : undefined;
}

/** Tells quickly that a text has no capital letter and no name of an isotope, or has a sign or command of algebra. */
function mayBeFormula(text: string): boolean {
  let hasCapital = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 65 && code <= 90) hasCapital = true;
    // / | ' "
    else if (code === 47 || code === 124 || code === 39 || code === 34) return false;
  }
  if (!hasCapital && !text.includes("carbon") && !text.includes("uranium")) return false;
  return !text.includes("\\frac") && !text.includes("\\sqrt");
}

function formulaValue(formula: string): Value {
  return { kind: "text", text: `formula:${formula}` };
}

/** `carbon-14` and `C-14`. */
function readNamedIsotope(flat: string): string | undefined {
  const match = /^([A-Za-z]{1,9})-(\d{1,3})$/.exec(flat);
  const name = match?.[1] ?? "";
  const symbol = isotopeNames.get(name.toLowerCase()) ?? (atomicNumbers.has(name) ? name : undefined);
  return match === null || symbol === undefined ? undefined : `^${match[2]}${symbol}`;
}

const separators: ReadonlyMap<string, string> = new Map([
  ["→", "→"],
  ["⇌", "⇌"],
]);

class FormulaReader {
  /** Something was read that algebra and words do not write so. */
  hasMark: boolean;
  private readonly text: string;
  private readonly isChemistry: boolean;
  private pos = 0;

  constructor(text: string, isChemistry: boolean) {
    this.text = text;
    this.isChemistry = isChemistry;
    this.hasMark = isChemistry;
  }

  /** Species joined by + on each side of an arrow, in alphabetic order; undefined where something else is found. */
  readReaction(): string | undefined {
    let out = "";
    let side: string[] = [];
    for (;;) {
      const species = this.readSpecies();
      if (species === undefined) return undefined;
      side.push(species);
      this.skipSpaces();
      const sign = this.text.charAt(this.pos);
      if (sign !== "" && sign !== "+" && !separators.has(sign)) return undefined;
      if (sign !== "+") {
        out += side.sort().join("+") + sign;
        side = [];
      }
      if (sign === "") return out;
      this.pos++;
    }
  }

  /** A formula with its coefficient, charge, state and water of crystallisation. */
  private readSpecies(): string | undefined {
    const parts: string[] = [];
    do {
      this.skipSpaces();
      const coefficient = this.take(/^\d{1,3}/) ?? "";
      const part = this.readPart();
      if (part === undefined) return undefined;
      parts.push(coefficient + part);
    } while (this.takeDot());
    const state = this.take(/^ ?\((?:aq|s|l|g)\)/)?.trim() ?? "";
    if (state === "(aq)") this.hasMark = true;
    return parts.join("·") + state;
  }

  private takeDot(): boolean {
    const isDot = hydrateDot.test(this.text.slice(this.pos));
    if (isDot) this.pos += this.text.slice(this.pos).search(/[·.]/) + 1;
    return isDot;
  }

  private readPart(): string | undefined {
    const mass = this.readMass();
    if (mass === undefined) return undefined;
    const atoms: string[] = [];
    for (;;) {
      const atom = this.readAtom() ?? this.readGroup();
      if (atom === undefined) break;
      atoms.push(atom);
    }
    if (atoms.length === 0 && this.take(/^e(?=\^)/) === undefined) return undefined;
    const charge = this.readCharge() ?? "";
    return `${mass}${atoms.length === 0 ? "e" : atoms.join("|")}${charge}`;
  }

  /** The mass of an isotope; the atomic number beside it must be that of the element. */
  private readMass(): string | undefined {
    const match =
      /^(?:\^\{?(\d{1,3})\}? ?(?:_\{?(\d{1,3})\}?)?|_\{?(\d{1,3})\}? ?\^\{?(\d{1,3})\}?) ?([A-Z][a-z]?)/.exec(
        this.text.slice(this.pos),
      );
    if (match === null) return "";
    const [whole, mass, number, numberFirst, massLast, symbol = ""] = match;
    const protons = number ?? numberFirst;
    const element = atomicNumbers.has(symbol) ? symbol : symbol.charAt(0);
    if (protons !== undefined && atomicNumbers.get(element) !== Number(protons)) return undefined;
    this.pos += whole.length - symbol.length;
    this.hasMark = true;
    return `^${mass ?? massLast}`;
  }

  private readAtom(): string | undefined {
    const two = this.text.slice(this.pos, this.pos + 2);
    const symbol = atomicNumbers.has(two) ? two : two.charAt(0);
    if (
      !atomicNumbers.has(symbol) ||
      symbol === "-" ||
      /^ ?[a-z]/.test(this.text.slice(this.pos + symbol.length))
    )
      return undefined;
    this.pos += symbol.length;
    const count = this.readCount();
    return count === undefined ? undefined : symbol + count;
  }

  private readGroup(): string | undefined {
    const open = this.text.charAt(this.pos);
    if (open !== "(" && open !== "[") return undefined;
    const start = this.pos;
    this.pos++;
    const atoms: string[] = [];
    for (let atom = this.readAtom() ?? this.readGroup(); atom !== undefined; ) {
      atoms.push(atom);
      atom = this.readAtom() ?? this.readGroup();
    }
    if (atoms.length === 0 || this.take(open === "(" ? /^\)/ : /^\]/) === undefined) {
      this.pos = start;
      return undefined;
    }
    const count = this.readCount();
    return count === undefined ? undefined : `(${atoms.join("|")})${count}`;
  }

  /** The number of atoms, "" for one; undefined for 0 and 1, which are indices of algebra. */
  private readCount(): string | undefined {
    const index = this.take(/^ ?_ ?(?:\{ ?[0-9nmxy+-]{1,8} ?\}|[\dnmxy])/) ?? this.take(this.plainCount());
    if (index === undefined) return "";
    const count = index.replace(/[ _{}]/g, "");
    this.hasMark = true;
    return count === "0" || count === "1" ? undefined : count;
  }

  /** Digits behind an element; the last one before a sign at the end is the charge: SO42-, Ca2+. */
  private plainCount(): RegExp {
    if (this.isChemistry) return /^\d{1,3}/;
    const isAlone = /^[A-Z][a-z]?\d[+-]$/.test(this.text);
    return isAlone ? /^$./ : /^(?:\d(?=\d[+-](?: |$))|\d{1,3}(?!\d?[+-]$)|\d{1,2}(?=[+-](?: |$)))/;
  }

  private readCharge(): string | undefined {
    const marked = this.take(/^ ?\^ ?(?:\{ ?(?:\d?[+-]|\+\d) ?\}|\d?[+-])/) ?? this.take(/^\d?[+-](?= |$)/);
    if (marked === undefined) return undefined;
    this.hasMark = true;
    const size = /\d/.exec(marked)?.[0] ?? "";
    return `^${size === "1" ? "" : size}${marked.includes("+") ? "+" : "-"}`;
  }

  private skipSpaces(): void {
    while (this.text.charAt(this.pos) === " ") this.pos++;
  }

  private take(pattern: RegExp): string | undefined {
    const found = pattern.exec(this.text.slice(this.pos))?.[0];
    if (found !== undefined) this.pos += found.length;
    return found;
  }
}

/** The dot of a hydrate. */
const hydrateDot = /^ ?[·.] ?\d{0,2}[A-Z(]/;
