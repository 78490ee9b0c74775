import type { Fuel } from "../../answer/fuel.ts";
import type { Claim } from "../verdict.ts";
import { readManner } from "./sentence-at.ts";

const clock = String.raw`(\d{1,2})(?::(\d{2}))?\s*([ap])\.?m\.?`;
/** `from 1:00 PM to 5:00 PM, which is a total of 4 hours`. */
const span = new RegExp(
  String.raw`\bfrom\s+${clock}\s+(?:to|until|till)\s+${clock},?\s+(?:which\s+)?(?:is|are|for)\s+(?:a\s+total\s+of\s+)?(\d{1,2}(?:\.\d+)?)\s+hours?\b`,
  "gi",
);

/** `a total of 15 hours (from 8:00 AM to 11:00 PM)` */
const spanBehind = new RegExp(
  String.raw`\b(?<hours>\d{1,2}(?:\.\d{1,2})?)\s+hours?(?:\s*,)?\s*\(?from\s+${clock}\s+(?:to|until|till)\s+${clock}(?=\s*[).,;]|$)`,
  "gi",
);

/** Checks how long a stretch between two times of day is said to be. Times of the next day count as the next day's. */
export function checkClock(text: string, fuel: Fuel): Claim[] {
  fuel.spend(Math.ceil(text.length / 8));
  const claims: Claim[] = [];
  for (const { match, times, said } of findSpans(text)) {
    const from = hourOf(times[0], times[1], times[2]);
    const to = hourOf(times[3], times[4], times[5]);
    if (from === undefined || to === undefined) continue;
    const hours = to > from ? to - from : to + 24 - from;
    const start = match.index;
    const end = start + match[0].length;
    const place = { kind: "equality" as const, start, end };
    if (Math.abs(hours - Number(said)) < 1e-9) claims.push({ ...place, verdict: "true" });
    else if (!readManner(text, start, end).isHypothetical)
      claims.push({ ...place, verdict: "false", expected: String(hours) });
  }
  return claims;
}

interface ClockSpan {
  readonly match: RegExpExecArray;
  /** Hour, minute and half of the day, of the start and of the end. */
  readonly times: readonly (string | undefined)[];
  readonly said: string | undefined;
}

function findSpans(text: string): ClockSpan[] {
  if (!/\bfrom\b/i.test(text)) return [];
  return [
    ...[...text.matchAll(span)].map((match) => ({ match, times: match.slice(1, 7), said: match[7] })),
    ...[...text.matchAll(spanBehind)].map((match) => ({ match, times: match.slice(2, 8), said: match[1] })),
  ];
}

function hourOf(hour = "", minute = "0", half = ""): number | undefined {
  const [h, m] = [Number(hour), Number(minute)];
  if (h < 1 || h > 12 || m > 59) return undefined;
  return (h % 12) + m / 60 + (half.toLowerCase() === "p" ? 12 : 0);
}
