import type { Fuel } from "../../answer/fuel.ts";
import { one } from "../../answer/value/rational.ts";
import type { Side } from "../read/side.ts";
import type { Statement } from "../read/statement.ts";
import type { Claim } from "../verdict.ts";
import type { Carried } from "./check-derivations.ts";
import { type Polynomial, subtractPolynomials, toPolynomial } from "./polynomial.ts";
import { readManner } from "./sentence-at.ts";

/**
 * Checks forms of one expression in letters: `P = 2(x + 3) = 2x + 3`, also where the chain goes on in the next line or step. Two
 * forms are called unequal where they differ by a single term: then nothing that is known of the letters can make them
 * equal, but that one of them is 0.
 */
export function checkForms(
  text: string,
  statements: readonly Statement[],
  { carried, moduli }: { readonly carried: Carried | undefined; readonly moduli: readonly number[] },
  fuel: Fuel,
): Claim[] {
  return statements.flatMap((statement, index) => {
    const head = statement.sides[0] ?? headOf(text, statements, index, carried);
    const isContinued = statement.sides[0] === undefined;
    const sides = [head, ...statement.sides.slice(1)];
    return statement.signs.flatMap((sign, at): Claim[] => {
      const [left, right] = [sides[at], sides[at + 1]];
      if (sign !== "=" || left === undefined || right === undefined || !left.hasSymbol || !right.hasSymbol)
        return [];
      const difference = differenceOf(left, right, moduli, fuel);
      // The first side of a chain may be one side of an equation, unless the second is its expansion.
      if (difference === undefined || (at === 0 && !isContinued && !difference.isExpansion)) return [];
      if (!staysApart(sides.slice(0, at + 1), sides.slice(at + 1), fuel)) return [];
      const start = at === 0 && isContinued ? right.start : left.start;
      const manner = readManner(text, start, right.end);
      if (manner.isHypothetical || manner.isRounded || isOfVectors.test(text.slice(start, right.end)))
        return [];
      return [{ kind: "equality", start, end: right.end, verdict: "false", expected: difference.expected }];
    });
  });
}

/** Longest text between two lines of a chain, in UTF-16 code units. */
const maxLead = 120;
/** Nothing but words of rewriting between two lines of a chain. */
const rewriting =
  /^(?:[\s$\\[\]()&.,:]|let['’]s|simplif[a-z]+|expand[a-z]*|distribut[a-z]+|combin[a-z]+|factor[a-z]*|like|terms?|the|expression|this|now|next|first|second|third|we|get|gives|further)*=\s*$/i;

/** The side that a statement without a left side goes on from, in the line or step before. */
function headOf(
  text: string,
  statements: readonly Statement[],
  index: number,
  carried: Carried | undefined,
): Side | undefined {
  const before = index === 0 ? carried?.statement : statements[index - 1];
  const first = statements[index]?.sides[1];
  if (before === undefined || first === undefined || before.signs.at(-1) !== "=") return undefined;
  const lead =
    index === 0 ? `${carried?.tail}${text.slice(0, first.start)}` : text.slice(before.end, first.start);
  return lead.length < maxLead && rewriting.test(lead) ? before.sides.at(-1) : undefined;
}

/** Tells whether no side behind a pair is known or may be equal to one before it: else what stands between is a slip. */
function staysApart(
  before: readonly (Side | undefined)[],
  after: readonly (Side | undefined)[],
  fuel: Fuel,
): boolean {
  const later = after.map((side) =>
    side === undefined || isCall.test(side.text) ? undefined : toPolynomial(side.expr, fuel),
  );
  return before.every((side) => {
    const form = side === undefined || !side.hasSymbol ? undefined : toPolynomial(side.expr, fuel);
    return later.every(
      (other) =>
        other !== undefined && (form === undefined || subtractPolynomials(form, other, one, fuel).size > 0),
    );
  });
}

interface Difference {
  /** The left side, multiplied out. */
  readonly expected: string;
  /** Products on the left, and the same powers on the right. */
  readonly isExpansion: boolean;
}

/** Products of vectors do not commute, and their letters look like numbers. */
const isOfVectors = /\\(?:mathbf|vec|boldsymbol|bm|overrightarrow|hat|times|circ|begin)|×/;

/** Undefined where two forms are equal, differ by more than a term, or cannot be told. */
function differenceOf(
  left: Side,
  right: Side,
  moduli: readonly number[],
  fuel: Fuel,
): Difference | undefined {
  if (!isForm(left) || !isForm(right)) return undefined;
  const a = toPolynomial(left.expr, fuel);
  const b = a === undefined ? undefined : toPolynomial(right.expr, fuel);
  if (a === undefined || b === undefined) return undefined;
  const [term, ...others] = subtractPolynomials(a, b, one, fuel).values();
  if (term === undefined || others.length > 0 || !isAlike(a, b)) return undefined;
  if (term.d === 1n && moduli.some((modulus) => term.n % BigInt(modulus) === 0n)) return undefined;
  const isExpansion =
    /[)}]/.test(left.text) && a.size > 2 && a.size === b.size && [...a.keys()].every((name) => b.has(name));
  return { expected: formatPolynomial(a), isExpansion };
}

/** `f(2)`: a letter before a bracket may name a function. */
const isCall = /[fghpqA-Z]'? ?[([]/;

function isForm(side: Side): boolean {
  return (
    side.hasSymbol &&
    !isCall.test(side.text) &&
    !side.isAmbiguous &&
    !side.hasPercent &&
    side.decimals === 0 &&
    side.units.length === 0
  );
}

/** Forms of one expression share terms: two names for one quantity need not. */
function isAlike(a: Polynomial, b: Polynomial): boolean {
  return [...a].some(([name, { n, d }]) => {
    const other = b.get(name);
    return other !== undefined && other.n === n && other.d === d;
  });
}

function formatPolynomial(polynomial: Polynomial): string {
  const terms = [...polynomial].map(([name, { n, d }]) => {
    const size = d === 1n ? String(n) : `${n}/${d}`;
    return name === "" ? size : `${size} ${formatMonomial(name)}`;
  });
  return terms.join(" + ").replaceAll("+ -", "- ");
}

/** `x*x*y` as `x^2 y`. */
function formatMonomial(monomial: string): string {
  const powers = new Map<string, number>();
  for (const name of monomial.split("*")) powers.set(name, (powers.get(name) ?? 0) + 1);
  return [...powers].map(([name, power]) => (power === 1 ? name : `${name}^${power}`)).join(" ");
}
