import type { Fuel } from "../../answer/fuel.ts";
import type { Claim } from "../verdict.ts";
import { readManner } from "./sentence-at.ts";

const clock = String.raw`(\d{1,2})(?::(\d{2}))?\s*([ap])\.?m\.?`;
/** `from 1:00 PM to 5:00 PM, which is a total of 4 hours`. */
const span = new RegExp(
  String.raw`\bfrom\s+${clock}\s+(?:to|until|till)\s+${clock},?\s+(?:which\s+)?(?:is|are|for)\s+(?:a\s+total\s+of\s+)?(\d{1,2}(?:\.\d+)?)\s+hours?\b`,
  "gi",
);

/** Checks how long a stretch between two times of day is said to be. Times of the next day count as the next day's. */
export function checkClock(text: string, fuel: Fuel): Claim[] {
  fuel.spend(Math.ceil(text.length / 8));
  const claims: Claim[] = [];
  for (const match of text.matchAll(span)) {
    const from = hourOf(match[1], match[2], match[3]);
    const to = hourOf(match[4], match[5], match[6]);
    if (from === undefined || to === undefined) continue;
    const hours = to > from ? to - from : to + 24 - from;
    const start = match.index;
    const end = start + match[0].length;
    const place = { kind: "equality" as const, start, end };
    if (Math.abs(hours - Number(match[7])) < 1e-9) claims.push({ ...place, verdict: "true" });
    else if (!readManner(text, start, end).isHypothetical)
      claims.push({ ...place, verdict: "false", expected: String(hours) });
  }
  return claims;
}

function hourOf(hour = "", minute = "0", half = ""): number | undefined {
  const [h, m] = [Number(hour), Number(minute)];
  if (h < 1 || h > 12 || m > 59) return undefined;
  return (h % 12) + m / 60 + (half.toLowerCase() === "p" ? 12 : 0);
}
