import type { Fuel } from "../../answer/fuel.ts";
import type { Claim } from "../verdict.ts";
import { mayBeSameAmount } from "./may-be-same-amount.ts";
import { readManner } from "./sentence-at.ts";

const amount = String.raw`-?\$?(?:\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.\d{1,6})?`;
/** A step, or the end of one, that says an answer and no more. */
const bareAnswer = new RegExp(
  String.raw`(?:^|[.\n])[\s*]*(?:(?:so|thus|therefore|hence)[ ,]{1,2})?(?:(?:the )?(?:final )?answer(?: is:?|:)|####)[\s*$\\(]{0,6}(?:\\boxed\{)?\\?(${amount})[}$\\).*\s]{0,6}$`,
  "i",
);
/** `So the total cost of the pens is $27.` at the end of a text. */
const conclusion = new RegExp(
  String.raw`(?:^|[.\n]|\b(?:so|thus|therefore|hence)\b,?)\s{0,3}(the [a-z' -]{5,90}?) (?:is|was|=|equals) [$\\]{0,2}(${amount})((?: [a-z]{1,15}){0,2})[.$\s*]{0,4}$`,
  "i",
);
/** `What is the total cost of the pens?` at the end of a problem. */
const question =
  /\b(?:what (?:is|was|will be)|find|calculate|determine|compute) (the [a-z' -]{5,90}?)\s{0,3}[.?]\s{0,5}$/i;
/** What is asked for is another thing than the quantity as it stands. */
const reshaping =
  /\b(?:round|nearest|express|percent|percentage|simplest|terms|digits?|remainder|integer|modulo|form|answer|sum of|larger|smaller|largest|smallest|more|less|fewer)\b|[%]/i;
/** Characters of a text that are looked at, from its end. */
const reach = 300;

/**
 * Checks a final answer that says a number alone against the conclusion right before it, where that names what the problem
 * asks for, word for word: "What is the total cost of the pens?", "So the total cost of the pens is $27.", "The answer is 28". Amounts
 * that may be the same in another unit are not held against each other.
 */
export function checkFinalAnswer(problem: string, text: string, before: string, fuel: Fuel): Claim[] {
  fuel.spend(Math.ceil(reach / 2));
  const asked = question.exec(problem.slice(-reach))?.[1];
  if (asked === undefined || reshaping.test(problem)) return [];
  const tail = text.slice(-reach);
  const answer = bareAnswer.exec(tail);
  if (answer === null) return [];
  const own = tail.slice(0, answer.index + 1).trim();
  const lead = own.length > 1 ? own : before.slice(-reach).trim();
  const [whole = "", name = "", found = "", unit = ""] = conclusion.exec(lead) ?? [];
  if (normalise(name) !== normalise(asked) || reshaping.test(`${name}${unit}`)) return [];
  const [value, said] = [toNumber(found), toNumber(answer[1] ?? "")];
  const end = text.length - tail.length + answer.index + answer[0].trimEnd().length;
  const start = text.length - tail.length + answer.index + answer[0].search(/[A-Za-z#]/);
  const place = { kind: "restatement" as const, start, end };
  if (value === said) return [{ ...place, verdict: "true" }];
  if (
    mayBeSameAmount(value, said) ||
    readManner(lead, lead.length - whole.length, lead.length).isHypothetical
  )
    return [];
  return readManner(text, start, end).isHypothetical
    ? []
    : [{ ...place, verdict: "false", expected: String(value) }];
}

function normalise(name: string): string {
  return name.toLowerCase().replace(/\s+/g, " ").trim();
}

function toNumber(text: string): number {
  return Number(text.replace(/[$,]/g, ""));
}
