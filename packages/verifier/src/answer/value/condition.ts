/** What a name beside a value may stand for, as adjectives and a noun in a fixed order: `integer`, `positive integer`. */
export type Domain = string;

/** A condition that stands beside a value; `Part` is a value or, before it is built, what the parser read. */
export type Condition<Part> =
  /** `k \in \mathbb{Z}`, "for any positive real c". */
  | { readonly kind: "domain"; readonly names: readonly string[]; readonly domain: Domain }
  /** `x > 1`, `n = 0`. */
  | { readonly kind: "relation"; readonly relation: Part }
  /** Words that are not classified. */
  | { readonly kind: "words"; readonly text: string };

/** Words that say nothing about what a name stands for. */
const fillers: ReadonlySet<string> = new Set(
  (
    "for where with if when whenever provided such that given here all any every each some the a an of in is are be being " +
    "may can domain number numbers value values constant constants arbitrary fixed set belongs to belong denotes denote both"
  ).split(" "),
);

const adjectives: ReadonlyMap<string, string> = new Map([
  ["positive", "positive"],
  ["negative", "negative"],
  ["nonnegative", "nonnegative"],
  ["non-negative", "nonnegative"],
  ["nonzero", "nonzero"],
  ["non-zero", "nonzero"],
  ["even", "even"],
  ["odd", "odd"],
]);

const nouns: ReadonlyMap<string, string> = new Map([
  ["integer", "integer"],
  ["integral", "integer"],
  ["natural", "natural"],
  ["whole", "nonnegative integer"],
  ["rational", "rational"],
  ["irrational", "irrational"],
  ["real", "real"],
  ["complex", "complex"],
  ["prime", "prime"],
]);

/**
 * Returns the domain that words name, `any` where they only say that a name may stand for anything ("for all", "an
 * arbitrary constant"); undefined where a word is not one of those.
 */
export function domainOfWords(words: readonly string[]): Domain | undefined {
  const found = new Set<string>();
  for (const word of words) {
    if (fillers.has(word) || word.length === 0) continue;
    const singular = nouns.has(word) || adjectives.has(word) ? word : word.replace(/s$/, "");
    const known = nouns.get(singular) ?? adjectives.get(singular);
    if (known === undefined) return undefined;
    for (const part of known.split(" ")) found.add(part);
  }
  // Even, odd and prime numbers are integers, numbers with a sign real.
  if (found.size > 1) found.delete("real");
  if (found.has("even") || found.has("odd") || found.has("prime")) found.delete("integer");
  return found.size === 0 ? "any" : [...found].sort((a, b) => rank(a) - rank(b)).join(" ");
}

/** Adjectives come before nouns. */
function rank(part: string): number {
  return [...adjectives.values(), ...nouns.values()].indexOf(part);
}

/** Tells whether words name a kind of number rather than only "for all". */
export function namesDomain(words: readonly string[]): boolean {
  return words.some((word) => {
    const singular = word.replace(/s$/, "");
    return (
      nouns.has(singular) || adjectives.has(singular) || singular === "constant" || singular === "arbitrary"
    );
  });
}

const sets: ReadonlyMap<string, Domain> = new Map([
  ["Z", "integer"],
  ["ℤ", "integer"],
  ["N", "natural"],
  ["ℕ", "natural"],
  ["Q", "rational"],
  ["ℚ", "rational"],
  ["R", "real"],
  ["ℝ", "real"],
  ["C", "complex"],
  ["ℂ", "complex"],
]);

/** Returns the domain of a set of numbers with the mark behind it (`+`, `*`, `>0`, `>=0`, `0`); undefined for another set. */
export function domainOfSet(name: string, mark: string): Domain | undefined {
  const base = sets.get(name);
  if (base === undefined || mark === "") return base;
  const adjective = setMarks.get(mark);
  if (adjective === undefined) return undefined;
  if (base === "natural") return adjective === "nonnegative" ? "nonnegative integer" : "positive integer";
  if (mark === "0") return base === "integer" ? "nonnegative integer" : undefined;
  return base === "real" ? adjective : `${adjective} ${base}`;
}

const setMarks: ReadonlyMap<string, string> = new Map([
  ["+", "positive"],
  [">0", "positive"],
  ["*", "nonzero"],
  [">=0", "nonnegative"],
  ["0", "nonnegative"],
  ["-", "negative"],
  ["<0", "negative"],
  ["!=0", "nonzero"],
]);
