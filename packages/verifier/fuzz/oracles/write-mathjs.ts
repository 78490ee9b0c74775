import type { CallName, Term } from "../tree/term.ts";

const names: Partial<Record<CallName, string>> = {
  arcsin: "asin",
  arccos: "acos",
  arctan: "atan",
  ln: "log",
  binomial: "combinations",
};

/** Writes a term as a mathjs formula, with every operation in brackets. */
export function writeMathjs(term: Term): string {
  switch (term.kind) {
    case "rational":
      return `(${term.n}/${term.d})`;
    case "variable":
    case "constant":
      return term.name;
    case "negate":
      return `(-${writeMathjs(term.of)})`;
    case "sum":
      return `(${term.parts.map(writeMathjs).join("+")})`;
    case "product":
      return `(${term.parts.map(writeMathjs).join("*")})`;
    case "quotient":
      return `(${writeMathjs(term.top)}/${writeMathjs(term.bottom)})`;
    case "power":
      return `(${writeMathjs(term.base)}^${writeMathjs(term.exponent)})`;
    case "root":
      return term.index === 2
        ? `sqrt(${writeMathjs(term.of)})`
        : `nthRoot(${writeMathjs(term.of)}, ${term.index})`;
    case "call": {
      const args = term.args.map(writeMathjs);
      // mathjs takes the base last.
      if (term.name === "log") args.reverse();
      return `${names[term.name] ?? term.name}(${args.join(", ")})`;
    }
  }
}
