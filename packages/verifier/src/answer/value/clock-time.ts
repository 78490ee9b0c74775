import type { Fuel } from "../fuel.ts";
import { integerExpr } from "../parse/expr.ts";
import { resolveUnit } from "./unit.ts";
import type { Value } from "./value.ts";

const pattern = /^(\d{1,2})(?::(\d{2})(?::(\d{2}))?)? ?(?:([ap])\.? ?m\.?)?$/i;

/**
 * Returns a time of day such as `2:05 pm`, `14:05`, `8 a.m.`, `12:30:05` or `noon` as a text in 24-hour form;
 * undefined for other texts. Seconds count unless they are zero.
 */
export function readClockTime(text: string): Value | undefined {
  if (/^(12 )?noon$/i.test(text)) return timeOf(12, "00");
  if (/^(12 )?midnight$/i.test(text)) return timeOf(0, "00");
  const match = pattern.exec(text);
  if (match === null || (match[2] === undefined && match[4] === undefined)) return undefined;
  const hour = Number(match[1]);
  const half = match[4]?.toLowerCase();
  if (
    hour > 24 ||
    Number(match[2] ?? 0) > 59 ||
    Number(match[3] ?? 0) > 59 ||
    (half !== undefined && (hour > 12 || hour === 0))
  )
    return undefined;
  const seconds = match[3] === undefined || match[3] === "00" ? "" : `:${match[3]}`;
  return timeOf(
    half === undefined ? hour : (hour % 12) + (half === "p" ? 12 : 0),
    `${match[2] ?? "00"}${seconds}`,
  );
}

function timeOf(hour: number, minutes: string): Value {
  return { kind: "text", text: `${hour}:${minutes}` };
}

const span = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/;

/**
 * Returns the lengths of time that `1:20` may be: hours and minutes, or minutes and seconds. They count only against
 * another length of time.
 */
export function readTimeSpans(text: string, fuel: Fuel): readonly Value[] {
  const match = span.exec(text);
  if (match === null) return [];
  const [first, second, third] = [match[1], match[2], match[3]].map((digits) => Number(digits ?? 0));
  const seconds = (first ?? 0) * 3600 + (second ?? 0) * 60 + (third ?? 0);
  const inSeconds = match[3] === undefined ? [seconds, seconds / 60] : [seconds];
  const unit = resolveUnit([{ name: "s", power: 1 }], fuel);
  return inSeconds.map((size) => ({ kind: "quantity", expr: integerExpr(size), unit, isWeak: true }));
}
