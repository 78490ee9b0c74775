import type { Value } from "./value.ts";

const months = "january february march april may june july august september october november december".split(
  " ",
);

const iso = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]+)\.?(?:,? (\d{4}))?$/i;
const monthFirst = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/i;

/**
 * Returns a calendar date such as `January 5, 2020`, `5 Jan 2020`, `2020-01-05` or `March 3` as a text in one form;
 * undefined for other texts. All-digit dates with slashes are left out: their order is not known.
 */
export function readCalendarDate(text: string): Value | undefined {
  const numbers = iso.exec(text);
  if (numbers !== null) return dateOf(Number(numbers[2]), Number(numbers[3]), numbers[1]);
  const day = dayFirst.exec(text);
  if (day !== null) return dateOf(monthOf(day[2]), Number(day[1]), day[3]);
  const month = monthFirst.exec(text);
  return month === null ? undefined : dateOf(monthOf(month[1]), Number(month[2]), month[3]);
}

/** 1 to 12 for a full name or its first three letters (or "sept"); 0 for another word. */
function monthOf(word: string | undefined): number {
  const lower = word?.toLowerCase() ?? "";
  if (lower === "sept") return 9;
  return months.findIndex((name) => name === lower || (lower.length === 3 && name.startsWith(lower))) + 1;
}

function dateOf(month: number, day: number, year: string | undefined): Value | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return { kind: "text", text: `date ${year ?? ""}-${month}-${day}` };
}
