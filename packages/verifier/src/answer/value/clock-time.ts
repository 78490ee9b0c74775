import type { Value } from "./value.ts";

const pattern = /^(\d{1,2})(?::(\d{2}))? ?(?:([ap])\.? ?m\.?)?$/i;

/**
 * Returns a time of day such as `2:05 pm`, `14:05`, `8 a.m.` or `noon` as a text in 24-hour form; undefined for other
 * texts.
 */
export function readClockTime(text: string): Value | undefined {
  if (/^(12 )?noon$/i.test(text)) return timeOf(12, "00");
  if (/^(12 )?midnight$/i.test(text)) return timeOf(0, "00");
  const match = pattern.exec(text);
  if (match === null || (match[2] === undefined && match[3] === undefined)) return undefined;
  const hour = Number(match[1]);
  const half = match[3]?.toLowerCase();
  if (hour > 24 || Number(match[2] ?? 0) > 59 || (half !== undefined && (hour > 12 || hour === 0)))
    return undefined;
  return timeOf(half === undefined ? hour : (hour % 12) + (half === "p" ? 12 : 0), match[2] ?? "00");
}

function timeOf(hour: number, minutes: string): Value {
  return { kind: "text", text: `${hour}:${minutes}` };
}
