import type { UnitFactor } from "../parse/node.ts";
import { isRunOfUnits } from "./unit-run.ts";
import { lookUpUnit } from "./unit-word.ts";

/** Longest product of units in one text, and most factors in it. */
const maxChars = 60;
const maxFactors = 6;

/** A name, after which a power may be written without a mark: `m2`, `s-1`. */
const namePattern =
  /^(?:\\mu ?|\\micro ?)?(?:\\(?:text|mathrm|rm|textrm)\{ ?([A-Za-zµμΩÅ]{1,14}) ?\}|[kMmGμ]?\\Omega|[kMmGμ]?\\ohm|(?:\^?\{?\\circ ?\}?|°|\\degree ?)[CF]|[A-Za-zµμΩÅ]{1,24}|[$€£¥₹¢])/;
const powerPattern = /^(?:\^\{ ?([-−+]?\d) ?\}|\^([-−]?\d)|([⁻]?[¹²³⁴])|([-−]?[1-4])(?![\d.]))/;
/** Names that a power may be glued to: `m2`. */
const lengths: ReadonlySet<string> = new Set("m cm mm km dm ft in yd mi".split(" "));
const separator = /^(?:\\(?:cdot|times|,|;|:|!|thinspace|quad| )|[\s~·⋅*.⸱∙])+/;
const superscripts: ReadonlyMap<string, string> = new Map(
  [..."⁻¹²³⁴"].map((char, at) => [char, "-1234"[at] ?? ""]),
);

/**
 * Returns the factors of a text that is a product or quotient of known units and nothing else, in any spelling: `m/s^2`,
 * `m\,s^{-2}`, `kg·m²`, `J/(kg K)`, `\mu m`, `g mol^-1`. Everything behind a slash divides. Undefined for other texts.
 */
export function readUnitFormula(text: string): readonly UnitFactor[] | undefined {
  if (text.length > maxChars) return undefined;
  const factors: UnitFactor[] = [];
  let rest = text.trim();
  let sign = 1;
  while (rest !== "") {
    const slash = /^ ?(?:\/|per\b) ?/.exec(rest);
    if (slash !== null) {
      if (factors.length === 0) return undefined;
      sign = -1;
      rest = rest.slice(slash[0].length);
    }
    const group = sign < 0 ? /^\(([^()]*)\)/.exec(rest) : null;
    const read = group === null ? readFactor(rest, sign) : readGroup(group);
    if (read === undefined || factors.length + read.factors.length > maxFactors) return undefined;
    factors.push(...read.factors);
    rest = rest.slice(read.length);
    rest = rest.slice(separator.exec(rest)?.[0].length ?? 0);
  }
  return factors.length === 0 ? undefined : factors;
}

interface Read {
  readonly factors: readonly UnitFactor[];
  readonly length: number;
}

function readGroup(group: RegExpExecArray): Read | undefined {
  const factors = readUnitFormula(group[1] ?? "")?.map(({ name, power }) => ({ name, power: -power }));
  return factors && { factors, length: group[0].length };
}

function readFactor(text: string, sign: number): Read | undefined {
  const match = namePattern.exec(text);
  if (match === null) return undefined;
  const name = nameOf(match[0], match[1]);
  const power = powerPattern.exec(text.slice(match[0].length));
  const exponent = power === null ? 1 : readExponent(power.slice(1).find((part) => part !== undefined) ?? "");
  if (exponent === 0 || (power?.[4] !== undefined && !takesGlued(name, exponent))) return undefined;
  const factor = { name, power: sign * exponent };
  if (lookUpUnit(name) === undefined && !isRunOfUnits(factor)) return undefined;
  return { factors: [factor], length: match[0].length + (power?.[0].length ?? 0) };
}

/** `m2` and `s-1`, but not the labels `H2` and `A-1`. */
function takesGlued(name: string, exponent: number): boolean {
  return exponent > 0 ? lengths.has(name) : !/^[ABCFHT]$/.test(name);
}

function nameOf(written: string, inText: string | undefined): string {
  const prefix = /^\\(?:mu|micro)/.test(written) ? "μ" : "";
  if (/^(?:\^|\\circ|°|\\degree)/.test(written)) return written.endsWith("C") ? "celsius" : "fahrenheit";
  if (inText !== undefined) return prefix + inText;
  const bare = written.replace(/^\\(?:mu|micro) ?/, "");
  return prefix + bare.replace(/\\(?:Omega|ohm)$/, "Ω");
}

function readExponent(text: string): number {
  const plain = [...text].map((char) => superscripts.get(char) ?? char).join("");
  return Number(plain.replace("−", "-"));
}
