import type { Value } from "./value.ts";

const pattern = /^(\d{1,2}):(\d{2}) ?(?:([ap])\.?m\.?)?$/i;

/** Returns a time of day such as `2:05 pm` or `14:05` as a text in 24-hour form; undefined for other texts. */
export function readClockTime(text: string): Value | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const hour = Number(match[1]);
  const half = match[3]?.toLowerCase();
  if (hour > 24 || Number(match[2]) > 59 || (half !== undefined && (hour > 12 || hour === 0)))
    return undefined;
  const shifted = half === undefined ? hour : (hour % 12) + (half === "p" ? 12 : 0);
  return { kind: "text", text: `${shifted}:${match[2]}` };
}
