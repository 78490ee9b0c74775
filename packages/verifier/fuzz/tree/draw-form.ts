import type { Draw } from "../draw.ts";
import { compareTerms } from "../evaluate/compare-terms.ts";
import { drawConstant, drawPolynomial, drawRational, drawTerm } from "./draw-term.ts";
import type { Form, Interval } from "./form.ts";
import { product, rational, sum, type Term } from "./term.ts";

const units: readonly string[] = [
  "cm",
  "m",
  "km",
  "kg",
  "g",
  "hours",
  "minutes",
  "apples",
  "dollars",
  "cm^2",
  "m/s",
  "km/h",
];
const texts: readonly string[] = [
  "east",
  "no solution",
  "blue whale",
  "Wednesday",
  "even",
  "isosceles",
  "true",
  "false",
];

/** Draws an answer of any kind. */
export function drawForm(draw: Draw): Form {
  const kind = draw.int(24);
  if (kind < 8) return { kind: "term", term: drawTerm(draw) };
  switch (kind) {
    case 8:
      return { kind: "percent", of: rational(draw.int(2000), draw.pick([1, 1, 2, 10, 3])) };
    case 9:
      return { kind: "degrees", of: rational(draw.between(1, 720), draw.pick([1, 1, 2])) };
    case 10:
      return { kind: "quantity", of: drawRational(draw), unit: draw.pick(units) };
    case 11:
      return { kind: draw.pick(["tuple", "list", "set"]), items: drawDistinct(draw, drawRational) };
    case 12:
      return { kind: draw.pick(["tuple", "list", "set"]), items: drawDistinct(draw, drawConstant) };
    case 13:
    case 14:
      return { kind: "interval", interval: drawInterval(draw), variable: draw.pick([undefined, "x"]) };
    case 15:
      return { kind: "union", parts: drawUnion(draw) };
    case 16:
      return { kind: "matrix", rows: drawMatrix(draw) };
    case 17:
      return drawEquation(draw);
    case 18:
      return drawAssignments(draw);
    case 19:
      return { kind: "plus_minus", center: drawConstant(draw), offset: positive(draw) };
    default:
      return drawWritten(draw, kind);
  }
}

function drawWritten(draw: Draw, kind: number): Form {
  if (kind === 20) return { kind: "ratio", left: positive(draw), right: positive(draw) };
  if (kind === 21) {
    const base = draw.between(2, 9);
    const digits = Array.from({ length: draw.between(1, 6) }, () => draw.int(base));
    return { kind: "based", digits: `${draw.between(1, base - 1)}${digits.join("")}`, base };
  }
  return kind === 22
    ? { kind: "choice", letter: draw.pick(["A", "B", "C", "D", "E"]) }
    : { kind: "words", text: draw.pick(texts) };
}

function positive(draw: Draw): Term {
  return rational(draw.between(1, 40));
}

/** Draws two to four terms of which no two have the same value. */
function drawDistinct(draw: Draw, drawOne: (draw: Draw) => Term): readonly Term[] {
  const items: Term[] = [];
  for (let tries = draw.between(2, 4); tries > 0; tries--) {
    const item = drawOne(draw);
    if (items.every((other) => compareTerms(item, other) === "apart")) items.push(item);
  }
  while (items.length < 2) items.push(rational(1_000_003 + items.length));
  return items;
}

/** Draws an interval whose ends, where finite, are constants in rising order. */
function drawInterval(draw: Draw, from = drawRational(draw)): Interval {
  const to = sum(from, positive(draw));
  const low = draw.int(4) === 3 ? undefined : from;
  const high = low !== undefined && draw.int(4) === 3 ? undefined : flatten(to);
  return {
    low: { at: low, isOpen: low === undefined || draw.chance(2) },
    high: { at: high, isOpen: high === undefined || draw.chance(2) },
  };
}

/** A sum of two fractions as one fraction. */
function flatten(term: Term): Term {
  if (term.kind !== "sum") return term;
  return term.parts.reduce((a, b) =>
    a.kind === "rational" && b.kind === "rational" ? rational(a.n * b.d + b.n * a.d, a.d * b.d) : sum(a, b),
  );
}

/** Draws two intervals with a gap between them. */
function drawUnion(draw: Draw): readonly Interval[] {
  const start = rational(draw.between(-30, 30));
  const [a, b, c] = [draw.between(1, 9), draw.between(1, 9), draw.between(1, 9)];
  const at = (offset: number) => flatten(sum(start, rational(offset)));
  const isInfinite = draw.chance(2);
  return [
    {
      low: { at: isInfinite ? undefined : start, isOpen: isInfinite || draw.chance(2) },
      high: { at: at(a), isOpen: draw.chance(2) },
    },
    {
      low: { at: at(a + b), isOpen: draw.chance(2) },
      high: { at: isInfinite ? undefined : at(a + b + c), isOpen: isInfinite || draw.chance(2) },
    },
  ];
}

function drawMatrix(draw: Draw): readonly (readonly Term[])[] {
  const width = draw.between(2, 3);
  return Array.from({ length: draw.between(2, 3) }, () =>
    Array.from({ length: width }, () =>
      draw.chance(4) ? drawConstant(draw) : rational(draw.between(-9, 9)),
    ),
  );
}

/** Draws an equation in two variables that stands for a curve rather than for a value. */
function drawEquation(draw: Draw): Form {
  const [x, y]: [Term, Term] = [
    { kind: "variable", name: "x" },
    { kind: "variable", name: "y" },
  ];
  const left = sum(product(rational(draw.between(2, 9)), x), product(rational(draw.between(2, 9)), y));
  return {
    kind: "equation",
    left: draw.chance(2) ? sum(drawPolynomial(draw, ["x"]), product(rational(draw.between(2, 5)), y)) : left,
    right: rational(draw.between(1, 30)),
  };
}

function drawAssignments(draw: Draw): Form {
  const names = draw.pick([["x"], ["x", "y"], ["a", "b", "c"], ["m", "n"]]);
  return { kind: "assignments", pairs: names.map((name) => [name, drawRational(draw)] as const) };
}
