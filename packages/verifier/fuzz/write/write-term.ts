import type { Draw } from "../draw.ts";
import type { CallName, Term } from "../tree/term.ts";
import { type Notation, type Written, writeRational } from "./write-number.ts";

/** Writes terms in one notation, drawing among the spellings that mean the same. */
export class TermWriter {
  readonly notation: Notation;
  private readonly draw: Draw;

  constructor(notation: Notation, draw: Draw) {
    this.notation = notation;
    this.draw = draw;
  }

  /** Returns the text of a term. */
  write(term: Term): string {
    return this.piece(term).text;
  }

  /** Returns the text of a term, in brackets where it holds together less than `level`; a number may carry a minus. */
  writeTight(term: Term, level: 2 | 3 | 4): string {
    const piece = this.piece(term);
    const isNumber = term.kind === "rational" && level === 2;
    return piece.level >= level || isNumber ? piece.text : this.bracket(piece.text);
  }

  private get isLatex(): boolean {
    return this.notation === "latex";
  }

  private piece(term: Term): Written {
    switch (term.kind) {
      case "rational":
        return writeRational(term.n, term.d, this.notation, this.draw);
      case "variable":
        return { text: term.name, level: 4 };
      case "constant":
        return { text: this.constant(term.name), level: 4 };
      case "negate": {
        const inner = this.piece(term.of);
        const text = `-${inner.level < 2 ? this.bracket(inner.text) : inner.text}`;
        return { text, level: 1, isOpen: inner.isOpen === true };
      }
      case "sum":
        return this.sum(term.parts);
      case "product":
        return this.product(term.parts);
      case "quotient":
        return this.quotient(term.top, term.bottom);
      case "power":
        return this.power(term.base, term.exponent);
      case "root":
        return this.root(term.of, term.index);
      case "call":
        return this.call(term.name, term.args);
    }
  }

  private constant(name: "pi" | "e" | "i"): string {
    if (name !== "pi") return name;
    return this.isLatex ? "\\pi" : this.notation === "unicode" ? "π" : "pi";
  }

  private bracket(text: string): string {
    if (!this.isLatex) return `(${text})`;
    return this.draw.chance(4) ? `\\left(${text}\\right)` : `(${text})`;
  }

  private sum(parts: readonly Term[]): Written {
    const space = this.draw.pick([" ", ""]);
    let text = "";
    let isOpen = false;
    for (const part of parts) {
      const piece = this.piece(part);
      const inner = part.kind === "sum" ? this.bracket(piece.text) : piece.text;
      if (text === "") text = inner;
      else if (inner.startsWith("-")) text += `${space}-${space}${inner.slice(1)}`;
      else text += `${space}+${space}${inner}`;
      isOpen = piece.isOpen === true && part.kind !== "sum";
    }
    return { text, level: 1, isOpen };
  }

  /** A minus before the first factor needs no brackets: it turns the product into its negative. */
  private product(parts: readonly Term[]): Written {
    const pieces = parts.map((part, index): Written => {
      const piece = this.piece(part);
      if (index === 0 && isMinusNumber(part)) return piece;
      const isLast = index === parts.length - 1;
      const isLoose =
        piece.level < 2 || (part.kind !== "product" && isSlashed(piece)) || (piece.isOpen && !isLast);
      return isLoose ? { text: this.bracket(piece.text), level: 4 } : piece;
    });
    let text = "";
    for (const piece of pieces) text += text === "" ? piece.text : this.joint(text, piece.text) + piece.text;
    const isOpen = pieces[pieces.length - 1]?.isOpen === true;
    return { text, level: text.startsWith("-") ? 1 : 2, isOpen };
  }

  /** What stands between two factors: nothing where that cannot be misread, else a sign. */
  private joint(left: string, right: string): string {
    const signs = this.isLatex
      ? ["\\cdot ", "\\times ", " \\cdot "]
      : this.notation === "unicode"
        ? ["·", "×", "*"]
        : ["*", " * "];
    if (this.draw.int(3) > 0 && this.mayTouch(left, right))
      return this.isLatex ? this.draw.pick([" ", "\\,", " "]) : "";
    return this.draw.pick(signs);
  }

  private mayTouch(left: string, right: string): boolean {
    if (/^[\d.\-½⅓⅔¼¾⅕⅛]/.test(right) || right.startsWith("|") || left.endsWith("|")) return false;
    if (/\d$/.test(left) && /^(\\[dt]?frac|e)/.test(right)) return false;
    // f(x), a function of one letter, is no product.
    if (/[A-Za-zπ]$/.test(left) && /^(\\left)?\(/.test(right)) return false;
    if (this.isLatex) return true;
    return /[\d)]$/.test(left) && /^([A-Za-z](?![A-Za-z(])|[(π√])/.test(right);
  }

  private quotient(top: Term, bottom: Term): Written {
    const [a, b] = [this.piece(top), this.piece(bottom)];
    if (this.isLatex && this.draw.int(4) > 0)
      return { text: `${this.draw.pick(["\\frac", "\\dfrac"])}{${a.text}}{${b.text}}`, level: 4 };
    const left = a.level < 2 || a.isOpen || top.kind === "quotient" ? this.bracket(a.text) : a.text;
    const right = b.level < 3 ? this.bracket(b.text) : b.text;
    return { text: `${left}/${right}`, level: 2, isOpen: b.isOpen === true };
  }

  private power(base: Term, exponent: Term): Written {
    const inner = this.piece(base);
    const isPlainBase =
      base.kind === "variable" ||
      base.kind === "constant" ||
      (base.kind === "rational" && base.d === 1n && base.n >= 0n);
    const left = isPlainBase ? inner.text : this.bracket(inner.text);
    return { text: left + this.exponent(exponent), level: 3 };
  }

  private exponent(exponent: Term): string {
    const { text } = this.piece(exponent);
    const isDigits = /^\d+$/.test(text);
    if (this.isLatex) return text.length === 1 && this.draw.chance(2) ? `^${text}` : `^{${text}}`;
    if (this.notation === "unicode" && /^-?\d+$/.test(text)) return [...text].map(raised).join("");
    const mark = this.notation === "plain" ? this.draw.pick(["^", "**"]) : "^";
    return isDigits || /^[a-z]$/.test(text) ? mark + text : `${mark}(${text})`;
  }

  private root(of: Term, index: number): Written {
    const inner = this.piece(of).text;
    if (this.isLatex) {
      if (index === 2 && /^\d$/.test(inner) && this.draw.chance(3))
        return { text: `\\sqrt${inner}`, level: 4 };
      return { text: index === 2 ? `\\sqrt{${inner}}` : `\\sqrt[${index}]{${inner}}`, level: 4 };
    }
    if (index !== 2) return { text: `(${inner})^(1/${index})`, level: 3 };
    if (this.notation === "plain") return { text: `sqrt(${inner})`, level: 4 };
    return { text: /^\d+$/.test(inner) && this.draw.chance(2) ? `√${inner}` : `√(${inner})`, level: 4 };
  }

  private call(name: CallName, args: readonly Term[]): Written {
    const texts = args.map((arg) => this.write(arg));
    const [first = "", second = ""] = texts;
    if (name === "abs")
      return {
        text:
          this.isLatex && this.draw.chance(2)
            ? `\\left|${first}\\right|`
            : this.isLatex
              ? `|${first}|`
              : `abs(${first})`,
        level: 4,
      };
    if (name === "floor" || name === "ceil")
      return { text: this.isLatex ? `\\l${name} ${first} \\r${name}` : `${name}(${first})`, level: 4 };
    if (name === "factorial")
      return { text: /^\d+$/.test(first) ? `${first}!` : `${this.bracket(first)}!`, level: 3 };
    if (name === "binomial") return { text: `\\binom{${first}}{${second}}`, level: 4 };
    if (name === "log") return this.log(first, second);
    return this.named(name, args, texts.join(", "));
  }

  private log(base: string, of: string): Written {
    const isTen = base === "10" && this.draw.chance(2);
    const mark = isTen ? "" : /^\d$/.test(base) ? `_${base}` : `_{${base}}`;
    return { text: `${this.isLatex ? "\\" : ""}log${mark}${this.bracket(of)}`, level: 4 };
  }

  private named(name: CallName, args: readonly Term[], inner: string): Written {
    const head = !this.isLatex ? name : name === "lcm" ? "\\operatorname{lcm}" : `\\${name}`;
    const [only] = args;
    const isBare =
      args.length === 1 &&
      this.isLatex &&
      this.draw.chance(3) &&
      (only?.kind === "variable" || only?.kind === "constant" || /^\d+$/.test(inner));
    if (isBare) return { text: `${head} ${inner}`, level: 3, isOpen: true };
    return { text: head + this.bracket(inner), level: 4 };
  }
}

function isMinusNumber(term: Term): boolean {
  return term.kind === "rational" && term.n < 0n && term.d === 1n;
}

/** A slash at the end of a factor would take the next factor into its denominator for some readers. */
function isSlashed(piece: Written): boolean {
  return piece.level === 2 && piece.text.includes("/");
}

function raised(digit: string): string {
  return digit === "-" ? "⁻" : ("⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? digit);
}
