import type { Fuel } from "../../answer/fuel.ts";
import type { Claim } from "../verdict.ts";
import { readManner } from "./sentence-at.ts";

const clock = (name: string) =>
  String.raw`(?<${name}Hour>\d{1,2})(?::(?<${name}Minute>\d{2}))?\s*(?<${name}Half>[ap])\.?m\.?`;
const fromTo = String.raw`from\s+${clock("from")}\s+(?:to|until|till)\s+${clock("to")}`;
/** `from 1:00 PM to 5:00 PM, which is a total of 4 hours`, `from 9:15 am to 11:45 am is 2 hours and 30 minutes`. */
const span = new RegExp(
  String.raw`\b${fromTo},?\s+(?:which\s+)?(?<link>is|are|for)\s+(?:a\s+total\s+of\s+)?(?<hours>\d{1,2}(?:\.\d+)?)\s+hours?\b(?:,?\s+(?:and\s+)?(?<minutes>\d{1,2})\s+min(?:ute)?s?\b)?(?!\s+(?:and|a|an|per|each|every|of|minus|less|without|if|but|after|before|short)\b)`,
  "gi",
);
/** `a total of 15 hours (from 8:00 AM to 11:00 PM)` */
const spanBehind = new RegExp(
  String.raw`(?<link>\btotal\s+of\s+)?\b(?<hours>\d{1,2}(?:\.\d{1,2})?)\s+hours?(?:\s*,)?\s*(?<bracket>\()?${fromTo}(?=\s*[).,;]|$)`,
  "gi",
);

/** Checks how long a stretch between two times of day is said to be. Times of the next day count as the next day's. */
export function checkClock(text: string, fuel: Fuel): Claim[] {
  fuel.spend(Math.ceil(text.length / 8));
  if (!/\bfrom\b/i.test(text)) return [];
  return [
    // "From 9 am to 5 pm for 7 hours", "7 hours from 9 am to 5 pm": there may be a break.
    ...judgeSpans(text, span, ({ link = "" }) => link.toLowerCase() !== "for"),
    ...judgeSpans(text, spanBehind, ({ link, bracket }) => link !== undefined || bracket !== undefined),
  ];
}

type Groups = Readonly<Record<string, string | undefined>>;

/** `isWhole`: the words say that nothing is left out. */
function judgeSpans(text: string, pattern: RegExp, isWhole: (groups: Groups) => boolean): Claim[] {
  const claims: Claim[] = [];
  for (const match of text.matchAll(pattern)) {
    const groups: Groups = match.groups ?? {};
    const from = hourOf(groups["fromHour"], groups["fromMinute"], groups["fromHalf"]);
    const to = hourOf(groups["toHour"], groups["toMinute"], groups["toHalf"]);
    if (from === undefined || to === undefined) continue;
    const hours = to > from ? to - from : to + 24 - from;
    const said = Number(groups["hours"]) + Number(groups["minutes"] ?? 0) / 60;
    const start = match.index;
    const end = start + match[0].length;
    const place = { kind: "equality" as const, start, end };
    if (Math.abs(hours - said) < 1e-9) claims.push({ ...place, verdict: "true" });
    else if (isWhole(groups) && !readManner(text, start, end).isHypothetical)
      claims.push({ ...place, verdict: "false", expected: String(hours) });
  }
  return claims;
}

function hourOf(hour = "", minute = "0", half = ""): number | undefined {
  const [h, m] = [Number(hour), Number(minute)];
  if (h < 1 || h > 12 || m > 59) return undefined;
  return (h % 12) + m / 60 + (half.toLowerCase() === "p" ? 12 : 0);
}
