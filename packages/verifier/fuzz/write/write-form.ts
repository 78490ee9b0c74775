import type { Draw } from "../draw.ts";
import type { End, Form, Interval } from "../tree/form.ts";
import type { Term } from "../tree/term.ts";
import { type Notation, writeLoneNumber } from "./write-number.ts";
import { TermWriter } from "./write-term.ts";

/** Writes an answer in a notation drawn for it, with what people put around an answer. */
export function writeAnswer(form: Form, draw: Draw): string {
  const notation = draw.pick(["latex", "latex", "plain", "unicode"] as const);
  return wrap(new FormWriter(notation, draw).write(form), notation, form, draw);
}

/** Writes an answer in a given notation, with nothing around it. */
export function writeForm(form: Form, notation: Notation, draw: Draw): string {
  return new FormWriter(notation, draw).write(form);
}

function wrap(text: string, notation: Notation, form: Form, draw: Draw): string {
  if (form.kind === "choice" || form.kind === "words")
    return draw.pick([text, ` ${text} `, `**${text}**`, `\\text{${text}}`, `\\boxed{\\text{${text}}}`]);
  const isMoney = text.includes("$");
  switch (draw.int(9)) {
    case 1:
      return isMoney ? text : `$${text}$`;
    case 2:
      return `\\(${text}\\)`;
    case 3:
      return `\\boxed{${text}}`;
    case 4:
      return isMoney ? text : `$\\boxed{${text}}$.`;
    case 5:
      return ` ${text}\n`;
    case 6:
      return notation === "latex" ? `\\displaystyle ${text}` : text;
    case 7:
      return `\\[ ${text} \\]`;
    default:
      return text;
  }
}

class FormWriter {
  private readonly notation: Notation;
  private readonly draw: Draw;
  private readonly terms: TermWriter;

  constructor(notation: Notation, draw: Draw) {
    this.notation = notation;
    this.draw = draw;
    this.terms = new TermWriter(notation, draw);
  }

  write(form: Form): string {
    switch (form.kind) {
      case "term":
        return this.lone(form.term);
      case "percent":
        return (
          this.terms.writeTight(form.of, 3) + (this.isLatex ? this.draw.pick(["\\%", "%", " \\%"]) : "%")
        );
      case "degrees":
        return (
          this.terms.writeTight(form.of, 4) +
          (this.isLatex ? this.draw.pick(["^\\circ", "^{\\circ}"]) : this.draw.pick(["°", " degrees"]))
        );
      case "quantity":
        return this.quantity(form.of, form.unit);
      case "tuple":
        return this.around(["(", ")"], this.items(form.items));
      case "set":
        return this.around(this.isLatex ? ["\\{", "\\}"] : ["{", "}"], this.items(form.items));
      case "list":
        return form.items.map((item) => this.terms.write(item)).join(this.separator());
      case "ratio":
        return `${this.terms.write(form.left)}${this.draw.pick([":", " : "])}${this.terms.write(form.right)}`;
      default:
        return this.structure(form);
    }
  }

  private structure(form: Form): string {
    switch (form.kind) {
      case "interval":
        return form.variable === undefined
          ? this.interval(form.interval)
          : this.bounds(form.interval, form.variable);
      case "union":
        return form.parts
          .map((part) => this.interval(part))
          .join(this.isLatex ? " \\cup " : this.draw.pick([" ∪ ", " U "]));
      case "matrix":
        return this.matrix(form.rows);
      case "equation":
        return `${this.terms.write(form.left)} = ${this.terms.write(form.right)}`;
      case "assignments":
        return form.pairs.map(([name, value]) => `${name} = ${this.terms.write(value)}`).join(", ");
      case "plus_minus":
        return `${this.terms.write(form.center)} ${this.isLatex ? "\\pm" : "±"} ${this.terms.writeTight(form.offset, 2)}`;
      case "based":
        return form.digits + this.subscript(form.base);
      case "choice":
        return this.draw.pick([form.letter, `(${form.letter})`, `${form.letter}.`]);
      default:
        return form.kind === "words" ? form.text : "";
    }
  }

  private get isLatex(): boolean {
    return this.notation === "latex";
  }

  private lone(term: Term): string {
    const number =
      term.kind === "rational" ? writeLoneNumber(term.n, term.d, this.notation, this.draw) : undefined;
    return number ?? this.terms.write(term);
  }

  private quantity(of: Term, unit: string): string {
    const number = this.terms.writeTight(of, 2);
    if (unit === "dollars" && /^\d+(\.\d+)?$/.test(number) && this.draw.chance(2))
      return `${this.isLatex ? "\\$" : "$"}${number}`;
    if (!this.isLatex) return `${number} ${unit}`;
    const [name = unit, exponent] = unit.split("^");
    const mark = exponent === undefined ? "" : `^${exponent}`;
    return `${number}${this.draw.pick(["\\text{ ", "\\, \\text{", "~\\mathrm{"])}${name}}${mark}`;
  }

  private items(items: readonly Term[]): string {
    return items.map((item) => this.terms.write(item)).join(this.draw.pick([", ", ","]));
  }

  private separator(): string {
    return this.draw.pick(this.isLatex ? [", ", " \\text{ and } ", ",\\ "] : [", ", " and ", "; "]);
  }

  private around([open, close]: readonly [string, string], inner: string): string {
    if (this.isLatex && this.draw.chance(3)) return `\\left${open}${inner}\\right${close}`;
    return open + inner + close;
  }

  private interval({ low, high }: Interval): string {
    const inner = `${this.end(low, -1)}, ${this.end(high, 1)}`;
    return this.around([low.isOpen ? "(" : "[", high.isOpen ? ")" : "]"], inner);
  }

  private end(end: End, side: -1 | 1): string {
    if (end.at !== undefined) return this.terms.write(end.at);
    const name = this.isLatex ? "\\infty" : this.notation === "unicode" ? "∞" : "infinity";
    return side === -1 ? `-${name}` : name;
  }

  private bounds(interval: Interval, variable: string): string {
    const { low, high } = interval;
    if (this.draw.int(3) === 0)
      return `${variable} ${this.isLatex ? "\\in" : "∈"} ${this.interval(interval)}`;
    const [below, above] = [this.below(low.isOpen), this.below(high.isOpen)];
    if (low.at === undefined && high.at !== undefined)
      return `${variable} ${above} ${this.terms.write(high.at)}`;
    if (high.at === undefined && low.at !== undefined)
      return this.draw.chance(2)
        ? `${variable} ${this.above(low.isOpen)} ${this.terms.write(low.at)}`
        : `${this.terms.write(low.at)} ${below} ${variable}`;
    return `${this.end(low, -1)} ${below} ${variable} ${above} ${this.end(high, 1)}`;
  }

  private below(isStrict: boolean): string {
    if (isStrict) return this.isLatex ? this.draw.pick(["<", "\\lt"]) : "<";
    return this.isLatex
      ? this.draw.pick(["\\le", "\\leq", "\\leqslant"])
      : this.notation === "unicode"
        ? "≤"
        : "<=";
  }

  private above(isStrict: boolean): string {
    if (isStrict) return this.isLatex ? this.draw.pick([">", "\\gt"]) : ">";
    return this.isLatex ? this.draw.pick(["\\ge", "\\geq"]) : this.notation === "unicode" ? "≥" : ">=";
  }

  private matrix(rows: readonly (readonly Term[])[]): string {
    const name = this.draw.pick(["pmatrix", "bmatrix"]);
    const latex = new TermWriter("latex", this.draw);
    const text = rows.map((row) => row.map((item) => latex.write(item)).join(" & ")).join(" \\\\ ");
    return `\\begin{${name}} ${text} \\end{${name}}`;
  }

  private subscript(base: number): string {
    if (this.notation === "unicode") return "₀₁₂₃₄₅₆₇₈₉"[base] ?? "";
    return this.isLatex && this.draw.chance(2) ? `_{${base}}` : `_${base}`;
  }
}
