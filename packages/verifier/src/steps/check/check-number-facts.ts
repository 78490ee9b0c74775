import type { Fuel } from "../../answer/fuel.ts";
import type { Claim } from "../verdict.ts";
import {
  clauseStart,
  type FactPattern,
  type FactText,
  findFacts,
  type Judgement,
  valueEnd,
} from "./find-facts.ts";
import { isPrime, smallestDivisor } from "./is-prime.ts";
import { wholeSubject } from "./whole-subject.ts";

const prime: FactPattern = {
  pattern: new RegExp(
    String.raw`${wholeSubject}is(?<no>\s+not|n['’]t)?\s+(?:a\s+)?(?<word>prime|composite)(?:\s+number)?(?!-|\s*(?:to|factor|power|implicant|with|relative|in|if|only|when|unless))`,
    "gim",
  ),
  mentions: ["prime", "composite"],
  hasOwnWords: true,
};
const parity: FactPattern = {
  pattern: new RegExp(
    String.raw`${wholeSubject}is\s+(?:an?\s+)?(even|odd)(?:\s+(?:number|integer))?(?=\s*(?:[.,;:)\n]|$|so\b|and\b))`,
    "gim",
  ),
  mentions: [" even", " odd"],
};
const remainder: FactPattern = {
  pattern:
    /(?<![\d.^*+\-/}])(?<dividend>\d{1,12})\s+divided\s+by\s+(?<divisor>\d{1,12})\s+(?:is|=|equals|gives)\s+(?<quotient>\d{1,12})(?:\s*,)?\s*(?:with\s+)?(?:a\s+)?remainder\s+(?:of\s+)?(?<rest>\d{1,12})(?!\d|\.\d)/gi,
  mentions: ["remainder"],
};

/** `the integer closest to 4.64 is 5` */
const nearest: FactPattern = {
  pattern:
    /(?:integer|whole number)\s+(?:closest|nearest)\s+to\s+\$?(-?\d{1,9}\.\d{1,9})\$?\s+is\s+\$?(-?\d{1,9})(?!\d|\.\d|\s*[-+*/^\\(])/gi,
  mentions: ["closest", "nearest"],
};

const value = String.raw`(?:\d{1,9}(?:\.\d{1,9})?|\d{1,6}/[1-9]\d{0,5})`;
/** `1/2 is less than 3`, `0.8 is greater than 0.75` */
const order: FactPattern = {
  pattern: new RegExp(
    String.raw`${clauseStart}\$?(?<left>${value})\$?\s+is\s+(?<way>greater|larger|bigger|less|smaller)\s+than\s+\$?(?<right>${value})\$?${valueEnd}(?!/|\s+(?:and|but|by)\b)`,
    "gim",
  ),
  mentions: [" than"],
};

/** Checks statements in words about numbers: primality, parity, quotient with remainder, the nearest integer, order. */
export function checkNumberFacts(step: FactText, fuel: Fuel): Claim[] {
  fuel.spend(Math.ceil(step.text.length / 4));
  return [
    ...findFacts(step, prime, ({ groups = {} }) => judgePrime(groups, fuel)),
    ...findFacts(step, parity, ([, n = "0", word = ""]) =>
      judgeParity(BigInt(n), word.toLowerCase() === "even"),
    ),
    ...findFacts(step, remainder, ({ groups = {} }) => judgeRemainder(groups)),
    ...findFacts(step, nearest, ([, value = "0", said = "0"]) => judgeNearest(Number(value), Number(said))),
    ...findFacts(step, order, ({ groups = {} }) => judgeOrder(groups)),
  ];
}

function judgeParity(n: bigint, isSaidEven: boolean): Judgement {
  if ((n % 2n === 0n) === isSaidEven) return "true";
  return { expected: isSaidEven ? `${n} is odd` : `${n} is even` };
}

function judgePrime(
  { number, word, no }: Readonly<Record<string, string | undefined>>,
  fuel: Fuel,
): Judgement {
  const n = Number(number);
  const isPrimeSaid = word?.toLowerCase() === "prime";
  const truth = isPrime(n, fuel);
  // 1 is neither prime nor composite.
  const holds = isPrimeSaid ? truth : n >= 2 && !truth;
  if (holds === (no === undefined) || (n < 2 && !isPrimeSaid)) return "true";
  if (truth) return { expected: `${n} is prime` };
  return { expected: n < 2 ? `${n} is not prime` : `divisible by ${smallestDivisor(n, fuel)}` };
}

/** A half may be rounded either way. */
function judgeNearest(value: number, said: number): Judgement {
  return Math.abs(value - said) <= 0.5 ? "true" : { expected: String(Math.round(value)) };
}

function judgeOrder({ left = "", way = "", right = "" }: Readonly<Record<string, string>>): Judgement {
  const difference = readFraction(left) - readFraction(right);
  const isGreater = !/less|smaller/i.test(way);
  if (difference !== 0 && difference > 0 === isGreater) return "true";
  return {
    expected: difference === 0 ? "equal" : difference > 0 ? `${left} > ${right}` : `${left} < ${right}`,
  };
}

function readFraction(text: string): number {
  const [top = "0", bottom = "1"] = text.split("/");
  return Number(top) / Number(bottom);
}

function judgeRemainder(groups: Readonly<Record<string, string>>): Judgement {
  const [n, d, q, r] = ["dividend", "divisor", "quotient", "rest"].map((name) => BigInt(groups[name] ?? "0"));
  if (n === undefined || d === undefined || q === undefined || r === undefined || d === 0n) return "unknown";
  return n === d * q + r && r < d ? "true" : { expected: `${n / d} remainder ${n % d}` };
}
