import type { Fuel } from "../../answer/fuel.ts";
import type { Claim } from "../verdict.ts";
import { type FactPattern, type FactText, findFacts, greatestDivisor, type Judgement } from "./find-facts.ts";
import { formulaEnd, formulaStart } from "./formula-edges.ts";

const is = String.raw`[\s$]*(?:=|\bis\b|\bequals\b)[\s$]*`;
const said = String.raw`(?<said>\d{1,3}(?:,\d{3}){1,20}|\d{1,60})${formulaEnd}`;
const name = (names: string) =>
  String.raw`\\?(?:(?:text|operatorname|mathrm)\s*\{\s*)?(?<name>${names})\s*\}?`;

/** `gcd(48, 36) = 12`, `\operatorname{lcm}(4, 6) = 12` */
const common: FactPattern = {
  pattern: new RegExp(
    String.raw`${formulaStart}${name("gcd|gcf|hcf|lcm")}\s*(?:\\left)?\((?<list>\s*\d{1,12}(?:\s*,\s*\d{1,12}){1,9}\s*)(?:\\right)?\)${is}${said}`,
    "gi",
  ),
  mentions: ["gcd", "gcf", "hcf", "lcm"],
};
/** `\log_2 32 = 5`, `log_{3}(81) = 4` */
const logarithm: FactPattern = {
  pattern: new RegExp(
    String.raw`${formulaStart}\\?log_(?:\{\s*(?<inBraces>\d{1,9})\s*\}|(?<digit>\d))\s*(?:\(\s*(?<inside>\d{1,60})\s*\)|\{\s*(?<braced>\d{1,60})\s*\}|(?<=[\s}])(?<bare>\d{1,60}))${is}${said}`,
    "gi",
  ),
  mentions: ["log_"],
};
/** `5! = 120`; `5!=120` without a space may say that they differ. */
const factorial: FactPattern = {
  pattern: new RegExp(String.raw`${formulaStart}(?<n>\d{1,2})!\s+=[\s$]*${said}`, "g"),
  mentions: ["! "],
};
/** `47 mod 5 = 2`, `47 \bmod 5 = 2` */
const residue: FactPattern = {
  pattern: new RegExp(
    String.raw`${formulaStart}(?<n>\d{1,15})\s*\\?b?mod\s*(?<modulus>\d{1,15})${is}${said}`,
    "gi",
  ),
  mentions: ["mod"],
};

/** Checks values of functions of whole numbers: common divisors and multiples, logarithms, factorials, residues. */
export function checkNumberFunctions(step: FactText, fuel: Fuel): Claim[] {
  fuel.spend(Math.ceil(step.text.length / 4));
  const find = (pattern: FactPattern, judge: (groups: Groups, value: bigint) => Judgement) =>
    findFacts(step, { ...pattern, hasOwnWords: true }, ({ groups = {} }) =>
      judge(groups, BigInt((groups["said"] ?? "0").replaceAll(",", ""))),
    );
  return [
    ...find(common, judgeCommon),
    ...find(logarithm, judgeLogarithm),
    ...find(factorial, ({ n }, value) => decide(factorialOf(Number(n)), value)),
    ...find(residue, judgeResidue),
  ];
}

type Groups = Readonly<Record<string, string>>;

function decide(truth: bigint, value: bigint): Judgement {
  return truth === value ? "true" : { expected: String(truth) };
}

function judgeCommon({ name: called = "", list = "" }: Groups, value: bigint): Judgement {
  // "gcd(1,000, 25)" may be of two numbers or three.
  if (/\d,\d{3}(?!\d)/.test(list) && /,.*,/.test(list)) return "unknown";
  const numbers = list.split(",").map((text) => BigInt(text.trim()));
  if (numbers.includes(0n)) return "unknown";
  const isMultiple = called.toLowerCase() === "lcm";
  const truth = numbers.reduce((a, b) =>
    isMultiple ? (a / greatestDivisor(a, b)) * b : greatestDivisor(a, b),
  );
  return decide(truth, value);
}

/** A logarithm that is no whole number may be told rounded. */
function judgeLogarithm(groups: Groups, value: bigint): Judgement {
  const base = BigInt(groups["inBraces"] ?? groups["digit"] ?? "0");
  const number = BigInt(groups["inside"] ?? groups["braced"] ?? groups["bare"] ?? "0");
  if (base < 2n || number < 1n) return "unknown";
  let exponent = 0n;
  let power = 1n;
  while (power < number) {
    power *= base;
    exponent++;
  }
  return power === number ? decide(exponent, value) : "unknown";
}

function factorialOf(n: number): bigint {
  let product = 1n;
  for (let factor = 2; factor <= n; factor++) product *= BigInt(factor);
  return product;
}

/** Another number of the same residue class may be meant as that class. */
function judgeResidue({ n = "0", modulus = "0" }: Groups, value: bigint): Judgement {
  const m = BigInt(modulus);
  if (m === 0n) return "unknown";
  const rest = BigInt(n) % m;
  if (value === rest) return "true";
  return (value - rest) % m === 0n ? "unknown" : { expected: String(rest) };
}
