import type { Draw } from "../draw.ts";
import { compareTerms, valuesOf } from "../evaluate/compare-terms.ts";
import { dataFolder, loadGolds, type RealGold } from "../golds/load-golds.ts";
import { mutateTerm } from "../mutate/mutate-term.ts";
import { rewriteTerm } from "../rewrite/rewrite-term.ts";
import type { Find, OpenSuite, Suite, Tally } from "../suite.ts";
import type { Term } from "../tree/term.ts";
import { compareByValue } from "../value-policy.ts";
import { TermWriter } from "../write/write-term.ts";

type ScalarGold = RealGold & { readonly term: Term };

/** Golds of public data sets, rewritten, changed, and against each other. */
export const golds: Suite = {
  name: "golds",
  about: "golds of public data sets equal their rewritings, and neither their changes nor other golds",
  open(): OpenSuite | string {
    const all = loadGolds();
    if (all.length === 0) return `no data sets under ${dataFolder}; set TOUCHSTONE_DATA`;
    const scalars = all.filter((gold): gold is ScalarGold => gold.term !== undefined);
    const sorted = [...scalars].sort((a, b) => firstValue(a) - firstValue(b));
    return { check: (draw, tally) => checkGold({ all, sorted }, draw, tally) };
  },
};

interface Golds {
  readonly all: readonly RealGold[];
  /** Scalars by value, so that neighbours are near each other. */
  readonly sorted: readonly ScalarGold[];
}

function firstValue(gold: ScalarGold): number {
  return valuesOf(gold.term)[0]?.re ?? 0;
}

function checkGold(golds: Golds, draw: Draw, tally: Tally): Find | undefined {
  if (draw.chance(6)) return checkWrapped(draw.pick(golds.all), draw, tally);
  const at = draw.int(golds.sorted.length);
  const gold = golds.sorted[at];
  if (gold === undefined) return undefined;
  switch (draw.int(3)) {
    case 0: {
      const { term, rules } = rewriteTerm(gold.term, draw.between(1, 3), draw);
      return expectNot("different", gold, write(term, draw), `rewritten: ${rules[0]}`, tally);
    }
    case 1: {
      const mutated = mutateTerm(gold.term, draw);
      if (mutated === undefined) return undefined;
      return expectNot("equal", gold, write(mutated.term, draw), `changed: ${mutated.rule}`, tally);
    }
    default: {
      const other = golds.sorted[at + draw.between(1, 6)];
      if (other === undefined || compareTerms(gold.term, other.term) !== "apart") return undefined;
      return expectNot("equal", gold, other.text, "another gold", tally);
    }
  }
}

function write(term: Term, draw: Draw): string {
  return new TermWriter(draw.pick(["latex", "plain", "unicode"] as const), draw).write(term);
}

function checkWrapped(gold: RealGold, draw: Draw, tally: Tally): Find | undefined {
  const bare = gold.text.trim();
  const wrapped = draw.pick([`\\boxed{${bare}}`, ` ${bare} `, bare.includes("$") ? bare : `$${bare}$`]);
  const isBalanced = bare.split("{").length === bare.split("}").length;
  return isBalanced ? expectNot("different", gold, wrapped, "wrapped", tally) : undefined;
}

function expectNot(
  wrong: "equal" | "different",
  gold: RealGold,
  answer: string,
  rule: string,
  tally: Tally,
): Find | undefined {
  const result = compareByValue(gold.text, answer);
  tally.add(`${rule.split(":")[0]} ${result}`);
  if (result !== wrong) return undefined;
  const message = `${result}, but ${rule}: ${JSON.stringify(gold.text)} and ${JSON.stringify(answer)}`;
  return { rule: `${rule} ${result}`, message, detail: { gold: gold.text, answer, result } };
}
