/** Functions that a term may call. `log` takes the base first; `binomial` takes n, then k. */
export type CallName =
  | "sin"
  | "cos"
  | "tan"
  | "cot"
  | "sec"
  | "csc"
  | "arcsin"
  | "arccos"
  | "arctan"
  | "sinh"
  | "cosh"
  | "tanh"
  | "ln"
  | "log"
  | "abs"
  | "floor"
  | "ceil"
  | "factorial"
  | "binomial"
  | "gcd"
  | "lcm"
  | "max"
  | "min";

/**
 * A scalar as a tree of meaning, free of notation. It shares nothing with the core's own expressions, so that a
 * defect there cannot hide here.
 */
export type Term =
  | { readonly kind: "rational"; readonly n: bigint; readonly d: bigint }
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "constant"; readonly name: "pi" | "e" | "i" }
  | { readonly kind: "negate"; readonly of: Term }
  | { readonly kind: "sum" | "product"; readonly parts: readonly Term[] }
  | { readonly kind: "quotient"; readonly top: Term; readonly bottom: Term }
  | { readonly kind: "power"; readonly base: Term; readonly exponent: Term }
  /** The principal root; for an odd index of a negative real, the real root. */
  | { readonly kind: "root"; readonly index: number; readonly of: Term }
  | { readonly kind: "call"; readonly name: CallName; readonly args: readonly Term[] };

/** Returns the fraction n/d in lowest terms; d must not be 0. */
export function rational(n: bigint | number, d: bigint | number = 1n): Term {
  let [top, bottom] = [BigInt(n), BigInt(d)];
  if (bottom < 0n) [top, bottom] = [-top, -bottom];
  const shared = greatestDivisor(top < 0n ? -top : top, bottom);
  return { kind: "rational", n: top / shared, d: bottom / shared };
}

/** Returns the greatest common divisor of two whole numbers that are not both 0. */
export function greatestDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestDivisor(b, a % b);
}

/** Returns the sum of the terms. */
export function sum(...parts: readonly Term[]): Term {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: "sum", parts };
}

/** Returns the product of the terms. */
export function product(...parts: readonly Term[]): Term {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: "product", parts };
}

/** Returns top / bottom. */
export function quotient(top: Term, bottom: Term): Term {
  return { kind: "quotient", top, bottom };
}

/** Returns -of. */
export function negate(of: Term): Term {
  return { kind: "negate", of };
}

/** Returns base to a power: a term, or a small whole number. */
export function power(base: Term, exponent: Term | number): Term {
  return { kind: "power", base, exponent: typeof exponent === "number" ? rational(exponent) : exponent };
}

/** Returns the root of a term. */
export function root(of: Term, index = 2): Term {
  return { kind: "root", index, of };
}

/** Returns a function of terms. */
export function call(name: CallName, ...args: readonly Term[]): Term {
  return { kind: "call", name, args };
}

/** Returns the constant of that name. */
export function constant(name: "pi" | "e" | "i"): Term {
  return { kind: "constant", name };
}

/** Returns the direct parts of a term. */
export function partsOf(term: Term): readonly Term[] {
  switch (term.kind) {
    case "rational":
    case "variable":
    case "constant":
      return [];
    case "negate":
    case "root":
      return [term.of];
    case "sum":
    case "product":
      return term.parts;
    case "quotient":
      return [term.top, term.bottom];
    case "power":
      return [term.base, term.exponent];
    case "call":
      return term.args;
  }
}

/** Returns the term with its direct parts replaced, in the order of {@link partsOf}. */
export function withParts(term: Term, parts: readonly Term[]): Term {
  const [first, second] = parts;
  if (first === undefined) return term;
  switch (term.kind) {
    case "negate":
    case "root":
      return { ...term, of: first };
    case "sum":
    case "product":
      return { ...term, parts };
    case "quotient":
      return second === undefined ? term : quotient(first, second);
    case "power":
      return second === undefined ? term : power(first, second);
    case "call":
      return { ...term, args: parts };
    default:
      return term;
  }
}

/** Tells whether a part of the term, or the term itself, satisfies the test. */
export function someTerm(term: Term, test: (term: Term) => boolean): boolean {
  return test(term) || partsOf(term).some((part) => someTerm(part, test));
}

/** Number of nodes. */
export function sizeOf(term: Term): number {
  return partsOf(term).reduce((size, part) => size + sizeOf(part), 1);
}

/** Tells whether the term has a variable. */
export function hasVariable(term: Term): boolean {
  return someTerm(term, (part) => part.kind === "variable");
}

/** Names of the variables, each once. */
export function variablesOf(term: Term): readonly string[] {
  const own = term.kind === "variable" ? [term.name] : [];
  return [...new Set([...own, ...partsOf(term).flatMap(variablesOf)])];
}

/** Returns the term with one node, counted in the order of reading, replaced. */
export function replaceAt(term: Term, at: number, replace: (term: Term) => Term): Term {
  if (at === 0) return replace(term);
  let rest = at - 1;
  const parts = partsOf(term).map((part) => {
    const size = sizeOf(part);
    const next = rest >= 0 && rest < size ? replaceAt(part, rest, replace) : part;
    rest -= size;
    return next;
  });
  return withParts(term, parts);
}
