import type { Fuel } from "../../answer/fuel.ts";
import type { Claim } from "../verdict.ts";
import { type FactPattern, type FactText, findFacts, type Judgement } from "./find-facts.ts";
import { isPrime } from "./is-prime.ts";

const list = String.raw`(?<list>\d{1,7}(?:(?:,\s*(?:and\s+)?|\s+and\s+)\d{1,7}){1,59})`;
/** The list ends here, and nothing says that it goes on. */
const listEnd = String.raw`(?!,?\s*(?:…|\.\.\.|\\[lc]?dots|and\s+so|etc|\d|[-+*/^×÷=<>(]|[A-Za-z]))`;
const kinds = "(?<kind>odd|even|prime|composite)";

/** `the odd numbers from 1 to 9 are 1, 3, 5, 7, 9`, `the prime numbers between 10 and 20 are: 11, 13, 17 and 19` */
const ranged: FactPattern = {
  pattern: new RegExp(
    String.raw`(?<!\b(?:some|of|if|two|three|four|few|sum|for)\s+(?:the\s+)?)\b${kinds}\s+(?:numbers|integers)\s+(?<way>between|from)\s+(?<low>\d{1,6})\s+(?:and|to)\s+(?<high>\d{1,6})\s+are:?\s+${list}${listEnd}`,
    "gi",
  ),
  mentions: ["odd", "even", "prime", "composite"],
};
/** `the factors of 12 are 1, 2, 3, 4, 6 and 12` */
const divisors: FactPattern = {
  pattern: new RegExp(
    String.raw`(?<!\b(?:prime|common|proper|other|some|odd|even|if)\s+(?:positive\s+)?)\b(?:divisors|factors)\s+of\s+(?<whole>\d{1,6})\s+are:?\s+${list}${listEnd}`,
    "gi",
  ),
  mentions: ["divisors", "factors"],
};
/** `There are 5 odd integers in this range (1, 3, 5, 7, 9)`: as many as are listed. */
const counted: FactPattern = {
  pattern: new RegExp(
    String.raw`\bthere\s+are\s+(?:exactly\s+|only\s+)?(?<count>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\s+(?:(?<kind>odd|even|prime|composite)\s+)?(?:numbers|integers|digits|(?<primes>primes)|divisors|factors|multiples)\b(?:\s+(?:less\s+than|below|between|from|up\s+to|of|in|among|and|to|the|this|that|range|set|\d{1,6}|1-\d)){0,8}\s*(?:\(|:\s*)${list}(?:\)|[.;](?!\d)|$)`,
    "gim",
  ),
  mentions: ["there are"],
};

/** Checks numbers that are listed as all of a kind: members, completeness and how many there are said to be. */
export function checkListedMembers(step: FactText, fuel: Fuel): Claim[] {
  fuel.spend(Math.ceil(step.text.length / 4));
  return [
    ...findFacts(step, ranged, ({ groups = {} }) => judgeRange(groups, fuel)),
    ...findFacts(step, divisors, ({ groups = {}, index }) =>
      judgeDivisors(groups, restricting.test(step.text.slice(Math.max(0, index - 80), index)), fuel),
    ),
    ...findFacts(step, counted, ({ groups = {} }) => judgeCount(groups, fuel)),
  ];
}

/** Widest range that is gone through for missing members. */
const maxRange = 1000;

function judgeRange(groups: Readonly<Record<string, string>>, fuel: Fuel): Judgement {
  const { kind = "", low = "0", high = "0" } = groups;
  const [from, to] = [Number(low), Number(high)];
  const listed = readList(groups["list"]);
  const stranger = listed.find((n) => n < from || n > to || !isOfKind(n, kind, fuel));
  if (stranger !== undefined) return { expected: `without ${stranger}` };
  if (to - from > maxRange) return "unknown";
  // Whether the ends belong to it is not always told.
  for (let n = from + 1; n < to; n++)
    if (isOfKind(n, kind, fuel) && !listed.includes(n)) return { expected: `${n} as well` };
  return "true";
}

/** Words before a list by which only some divisors may be meant. */
const restricting = /\b(?:prime|common|proper|odd|even|single|small)/i;

function judgeDivisors(
  groups: Readonly<Record<string, string>>,
  isRestricted: boolean,
  fuel: Fuel,
): Judgement {
  const whole = Number(groups["whole"]);
  const listed = readList(groups["list"]);
  if (whole === 0) return "unknown";
  const stranger = listed.find((n) => n === 0 || whole % n !== 0);
  if (stranger !== undefined) return { expected: `without ${stranger}` };
  if (isRestricted) return "unknown";
  fuel.spend(Math.ceil(whole / 50));
  for (let n = 2; n < whole; n++)
    if (whole % n === 0 && !listed.includes(n)) return { expected: `${n} as well` };
  return "true";
}

const countWords = "zero one two three four five six seven eight nine ten".split(" ");

function judgeCount(groups: Readonly<Record<string, string>>, fuel: Fuel): Judgement {
  const { count = "" } = groups;
  const kind = groups["primes"] === undefined ? groups["kind"] : "prime";
  const listed = readList(groups["list"]);
  const stranger = kind === undefined ? undefined : listed.find((n) => !isOfKind(n, kind, fuel));
  if (stranger !== undefined) return { expected: `without ${stranger}` };
  const word = countWords.indexOf(count.toLowerCase());
  return listed.length === (word === -1 ? Number(count) : word)
    ? "true"
    : { expected: String(listed.length) };
}

function readList(list = ""): number[] {
  return (list.match(/\d+/g) ?? []).map(Number);
}

function isOfKind(n: number, kind: string, fuel: Fuel): boolean {
  switch (kind.toLowerCase()) {
    case "odd":
      return n % 2 === 1;
    case "even":
      return n % 2 === 0;
    case "prime":
      return isPrime(n, fuel);
    default:
      return n > 3 && !isPrime(n, fuel);
  }
}
