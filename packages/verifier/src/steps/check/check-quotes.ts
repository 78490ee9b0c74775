import type { Fuel } from "../../answer/fuel.ts";
import type { Claim } from "../verdict.ts";

/** A count of things in two words: `18 green apples`, `1,200 square feet`. */
const counted = /(?<![\d.$^_{\\-])(\d{1,3}(?:,\d{3})+|\d{1,9})(?![\d.%/]\d|%)\s+([a-z]{3,})\s+([a-z]{3,})/gi;
/** Words by which a sentence says that it repeats the problem, right before the number. */
const quoting =
  /\b(?:given that|given:|states? that|the (?:problem|question) (?:says|states|tells us)|according to the (?:problem|question),?)[^.\d|]{0,60}$/i;
/** Characters before the number that are looked at. */
const reach = 120;
const common =
  /^(?:and|the|for|per|are|was|were|has|have|had|more|less|times|with|from|that|than|which|who|each|other|into|out|but|then|plus|minus|equals?|will|would|can|could|did|does|does|because|since|while|when|also|only)$/i;

/**
 * Checks numbers that a step quotes from the problem: words that announce the problem's data must be followed by the same
 * number of the same things, where the problem counts those things once and the number stands nowhere in it.
 */
export class ProblemQuotes {
  private readonly counts = new Map<string, string>();
  private readonly numbers: ReadonlySet<string>;

  constructor(problem: string, fuel: Fuel) {
    fuel.spend(Math.ceil(problem.length / 4));
    this.numbers = new Set((problem.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map(plain));
    for (const [, number = "", first = "", second = ""] of problem.matchAll(counted)) {
      const things = nameOf(first, second);
      // Things that are counted twice have no one number.
      if (things !== undefined) this.counts.set(things, this.counts.has(things) ? "" : plain(number));
    }
  }

  check(text: string, fuel: Fuel): Claim[] {
    fuel.spend(Math.ceil(text.length / 4));
    if (this.counts.size === 0) return [];
    const claims: Claim[] = [];
    for (const match of text.matchAll(counted)) {
      const [whole, number = "", first = "", second = ""] = match;
      const expected = this.counts.get(nameOf(first, second) ?? "");
      const end = match.index + whole.length;
      if (
        expected === undefined ||
        expected === "" ||
        !quoting.test(text.slice(Math.max(0, match.index - reach), match.index))
      )
        continue;
      const place = { kind: "quotation" as const, start: match.index, end };
      if (expected === plain(number)) claims.push({ ...place, verdict: "true" });
      else if (!this.numbers.has(plain(number))) claims.push({ ...place, verdict: "false", expected });
    }
    return claims;
  }
}

function nameOf(first: string, second: string): string | undefined {
  return common.test(first) || common.test(second) ? undefined : `${first} ${second}`.toLowerCase();
}

function plain(number: string): string {
  return number.replaceAll(",", "").replace(/\.$/, "");
}
