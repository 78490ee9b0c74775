import type { Draw } from "../draw.ts";
import { type FunctionName, number, power, product, sum, type Tree } from "./tree.ts";

const commonLetters = "xynkabcrt".split("");
const letters = [..."xynkabcrtmzpqsuvwgh"];
const capitals = [..."ABRVMK"];
const greek: readonly string[] = ["alpha", "theta", "lambda", "omega"];
const functions: readonly FunctionName[] = ["sin", "cos", "ln", "log", "tan", "exp"];

/** Draws an expression: one term, or a sum of up to three. */
export function drawTree(draw: Draw): Tree {
  const terms = draw.pick([1, 1, 1, 2, 2, 3]);
  return drawSum(draw, terms, 2);
}

function drawSum(draw: Draw, terms: number, depth: number): Tree {
  const parts = Array.from({ length: terms }, (): Tree => {
    const term = drawTerm(draw, depth);
    return draw.chance(3) ? { kind: "negative", of: term } : term;
  });
  return sum(...parts);
}

/** A coefficient, factors side by side, and at times a denominator. */
function drawTerm(draw: Draw, depth: number): Tree {
  if (depth < 1) return drawSmallTerm(draw);
  const lengths = depth < 2 ? [1, 2] : [2, 2, 1, 3, 3, 4];
  const factors = Array.from({ length: draw.pick(lengths) }, () => drawFactor(draw, depth));
  const top = draw.chance(2) ? product(number(drawCoefficient(draw)), ...factors) : product(...factors);
  if (depth < 2 || !draw.chance(4)) return top;
  const bottom = draw.pick([
    () => number(draw.between(2, 9)),
    () => number(draw.between(10, 36)),
    () => drawLetter(draw),
    () => product(number(draw.between(2, 9)), drawLetter(draw)),
    () => product(drawLetter(draw), drawMarked(draw, 0)),
    () => drawSum(draw, 2, 0),
  ])();
  return { kind: "fraction", top, bottom };
}

function drawSmallTerm(draw: Draw): Tree {
  return draw.pick([
    () => drawLetter(draw),
    () => number(draw.between(1, 12)),
    () => product(number(draw.between(2, 9)), drawLetter(draw)),
    () => product(drawLetter(draw), drawLetter(draw)),
    () => drawMarked(draw, 0),
    () => product(drawLetter(draw), drawMarked(draw, 0)),
  ])();
}

function drawCoefficient(draw: Draw): string {
  return draw.pick([() => String(draw.between(2, 9)), () => String(draw.between(10, 120)), () => "0.5"])();
}

function drawFactor(draw: Draw, depth: number): Tree {
  return draw.chance(2) ? drawMarked(draw, depth) : drawLetter(draw);
}

function drawLetter(draw: Draw): Tree {
  const kind = draw.int(16);
  if (kind < 8) return { kind: "letter", name: draw.pick(commonLetters) };
  if (kind < 13) return { kind: "letter", name: draw.pick(letters) };
  if (kind < 14) return { kind: "letter", name: draw.pick(capitals) };
  return kind < 15 ? { kind: "letter", name: draw.pick(greek) } : { kind: "pi" };
}

function drawMarked(draw: Draw, depth: number): Tree {
  const letter = drawLetter(draw);
  if (depth <= 0) return power(letter, number(draw.between(2, 9)));
  const less = depth - 1;
  return draw.pick<() => Tree>([
    () => power(letter, number(draw.between(2, 12))),
    () => power(letter, drawExponent(draw, less)),
    () => power({ kind: "e" }, drawExponent(draw, less)),
    () => power(number(draw.between(2, 10)), drawExponent(draw, less)),
    () => drawIndexed(draw),
    () => power(drawIndexed(draw), number(draw.between(2, 4))),
    () => ({
      kind: "factorial",
      of: draw.chance(4) ? sum(drawPlainLetter(draw), number(draw.between(1, 3))) : drawPlainLetter(draw),
    }),
    () => drawPrime(draw),
    () => ({ kind: "root", degree: draw.pick([2, 2, 3]), of: drawRadicand(draw, less) }),
    () => drawCall(draw, less),
    () => drawCall(draw, less),
    () => drawSum(draw, 2, less),
    () => power(drawSum(draw, 2, 0), number(draw.between(2, 4))),
    () => ({ kind: "fraction", top: drawLetter(draw), bottom: drawLetter(draw) }),
  ])();
}

function drawPlainLetter(draw: Draw): Tree {
  return { kind: "letter", name: draw.pick([..."nkmrab"]) };
}

function drawIndexed(draw: Draw): Tree {
  const index = draw.pick(["1", "2", "0", "n", "k", "12", "n+1"]);
  return { kind: "index", letter: draw.pick([..."xyabrtvwqs"]), index };
}

function drawPrime(draw: Draw): Tree {
  return {
    kind: "prime",
    of: { kind: "letter", name: draw.pick([..."yuxz"]) },
    count: draw.between(1, 2),
  };
}

function drawRadicand(draw: Draw, depth: number): Tree {
  return draw.pick<() => Tree>([
    () => number(draw.pick([2, 3, 5, 7, 10])),
    () => drawLetter(draw),
    () => product(number(draw.between(2, 7)), drawLetter(draw)),
    () => product(drawLetter(draw), drawLetter(draw)),
    () => drawSum(draw, 2, depth - 1),
  ])();
}

function drawExponent(draw: Draw, depth: number): Tree {
  const letter = drawLetter(draw);
  const negative = (of: Tree): Tree => ({ kind: "negative", of });
  return draw.pick<() => Tree>([
    () => letter,
    () => negative(letter),
    () => negative(number(draw.between(1, 12))),
    () => product(number(draw.between(2, 9)), letter),
    () => negative(product(number(draw.between(2, 9)), letter)),
    () => product(letter, drawLetter(draw)),
    () => negative(product(letter, drawLetter(draw))),
    () => sum(letter, negative(number(draw.between(1, 5)))),
    () => sum(letter, number(draw.between(1, 5))),
    () => ({ kind: "fraction", top: number(draw.pick([1, 2, 3, 4])), bottom: number(draw.pick([3, 5, 7])) }),
    () => negative({ kind: "fraction", top: letter, bottom: number(draw.between(2, 5)) }),
    () => (depth > 0 ? negative(power(letter, number(2))) : letter),
  ])();
}

function drawCall(draw: Draw, depth: number): Tree {
  const name = draw.pick(functions);
  const isLogarithm = name === "ln" || name === "log";
  const base = name === "log" && draw.chance(3) ? draw.pick(["2", "3", "10"]) : "";
  const of = draw.pick<() => Tree>([
    () => drawLetter(draw),
    () => product(number(draw.between(2, 9)), drawLetter(draw)),
    () => drawSum(draw, 2, depth - 1),
    () => ({ kind: "fraction", top: drawLetter(draw), bottom: number(draw.between(2, 6)) }),
    () => product(drawLetter(draw), drawLetter(draw)),
  ])();
  const inner: Tree = isLogarithm && draw.chance(3) ? { kind: "bars", of } : of;
  return { kind: "call", name, base, of: inner };
}
