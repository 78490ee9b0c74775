import { fileURLToPath } from "node:url";
import { compareTerms, points } from "../evaluate/compare-terms.ts";
import { add, complex, minus, modulus } from "../evaluate/complex.ts";
import { drawTermPair } from "../oracles/draw-pair.ts";
import { LineChild } from "../oracles/line-child.ts";
import { writeMathjs } from "../oracles/write-mathjs.ts";
import type { OpenSuite, Suite } from "../suite.ts";
import { type Term, variablesOf } from "../tree/term.ts";
import { compareByValue } from "../value-policy.ts";

const script = fileURLToPath(new URL("../oracles/mathjs-oracle.mjs", import.meta.url));
const timeoutMs = 10_000;

type Value = readonly [number, number] | null;

/** Verdicts beside the numbers of mathjs. */
export const mathjs: Suite = {
  name: "mathjs",
  about: "verdicts agree with what mathjs computes in doubles",
  open(): OpenSuite {
    const child = new LineChild({ command: process.execPath, args: [script], timeoutMs });
    return {
      shrinks: 200,
      close: async () => child.kill(),
      async check(draw, tally) {
        const { terms, texts } = drawTermPair(draw, { withTiny: false });
        const line = await child.ask(JSON.stringify(terms.flatMap(requestsFor)));
        if (line === undefined) {
          tally.add("timed out");
          return undefined;
        }
        const theirs = compareValues(JSON.parse(line) as readonly Value[]);
        const ours = compareByValue(...texts);
        tally.add(`${ours}/${theirs}`);
        const isContrary =
          (ours === "equal" && theirs === "apart") || (ours === "different" && theirs === "same");
        if (!isContrary) return undefined;
        // mathjs takes other branches of some powers and roots: what our own doubles do not confirm is no find.
        const confirmed = compareTerms(...terms);
        if (confirmed !== theirs) {
          tally.add("not confirmed");
          return undefined;
        }
        const message = `${ours}, but mathjs says ${theirs}: ${JSON.stringify(texts)}`;
        return { rule: `${ours}, numbers ${theirs}`, message, detail: { texts, ours, theirs } };
      },
    };
  },
};

function requestsFor(term: Term): readonly (readonly [string, Readonly<Record<string, number>>])[] {
  const formula = writeMathjs(term);
  return points.map((point) => [
    formula,
    Object.fromEntries(variablesOf(term).map((name) => [name, point(name)])),
  ]);
}

/** Compares the values of the first term with those of the second. */
function compareValues(values: readonly Value[]): "same" | "apart" | "unclear" {
  let seen = 0;
  for (let at = 0; at < points.length; at++) {
    const [x, y] = [values[at], values[at + points.length]];
    if (x === null || y === null || x === undefined || y === undefined) continue;
    const [a, b] = [complex(...x), complex(...y)];
    const distance = modulus(add(a, minus(b))) / Math.max(1, modulus(a), modulus(b));
    if (distance > 1e-6) return "apart";
    if (distance > 1e-9) return "unclear";
    seen++;
  }
  return seen === 0 ? "unclear" : "same";
}
