import { childrenOf, type Tree } from "./tree.ts";

/** How many points two trees are compared at. */
const points = 6;

/**
 * Tells whether two trees have different values: at some of six points of positive reals they differ by more than
 * rounding explains. Indexed and primed letters are letters of their own.
 */
export function areApart(first: Tree, second: Tree): boolean {
  let apart = 0;
  for (let point = 0; point < points; point++) {
    const [a, b] = [evaluate(first, point), evaluate(second, point)];
    if (!Number.isFinite(a) || !Number.isFinite(b)) continue;
    if (Math.abs(a - b) > 1e-6 * Math.max(Math.abs(a), Math.abs(b), 1e-3)) apart++;
  }
  return apart >= 2;
}

/** Tells whether the tree and all its parts have finite values other than 0, at every point. */
export function isOrdinary(tree: Tree): boolean {
  const isFine = (point: number): boolean => {
    const value = Math.abs(evaluate(tree, point));
    return value > 1e-9 && value < 1e12;
  };
  return (
    Array.from({ length: points }, (_, point) => point).every(isFine) && childrenOf(tree).every(isOrdinary)
  );
}

/** Returns the value at one of the points; NaN where there is none among the reals. */
function evaluate(tree: Tree, point: number): number {
  const of = (part: Tree) => evaluate(part, point);
  switch (tree.kind) {
    case "number":
      return Number(tree.digits);
    case "letter":
      return pickValue(tree.name, point);
    case "pi":
      return Math.PI;
    case "e":
      return Math.E;
    case "index":
      return pickValue(`${tree.letter}_${tree.index}`, point);
    case "prime":
      return pickValue(`${JSON.stringify(tree.of)}${"'".repeat(tree.count)}`, point);
    case "factorial":
      return gamma(of(tree.of) + 1);
    case "power":
      return of(tree.base) ** of(tree.exponent);
    case "root":
      return of(tree.of) ** (1 / tree.degree);
    case "bars":
      return Math.abs(of(tree.of));
    case "call":
      return call(tree.name, of(tree.of)) / (tree.base === "" ? 1 : Math.log(Number(tree.base)) / Math.LN10);
    case "product":
      return tree.parts.reduce((value, part) => value * of(part), 1);
    case "sum":
      return tree.parts.reduce((value, part) => value + of(part), 0);
    case "fraction":
      return of(tree.top) / of(tree.bottom);
    case "negative":
      return -of(tree.of);
  }
}

function call(name: string, of: number): number {
  switch (name) {
    case "sin":
      return Math.sin(of);
    case "cos":
      return Math.cos(of);
    case "tan":
      return Math.tan(of);
    case "exp":
      return Math.exp(of);
    case "ln":
      return Math.log(of);
    default:
      return Math.log10(of);
  }
}

/** A value between 0.6 and 2.6 that depends on the name and the point alone. */
function pickValue(name: string, point: number): number {
  let hash = Math.imul(point + 1, 0x9e3779b1);
  for (const char of name) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x85ebca6b) ^ (hash >>> 13);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  return 0.6 + (2 * ((hash ^ (hash >>> 16)) >>> 0)) / 2 ** 32;
}

const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** The gamma function, after Lanczos, to about 15 digits. */
function gamma(at: number): number {
  if (at < 0.5) return Math.PI / (Math.sin(Math.PI * at) * gamma(1 - at));
  const x = at - 1;
  const t = x + 7.5;
  const series = lanczos.reduce((value, term, index) => value + term / (x + index + 1), 0.99999999999980993);
  return Math.sqrt(2 * Math.PI) * t ** (x + 0.5) * Math.exp(-t) * series;
}
