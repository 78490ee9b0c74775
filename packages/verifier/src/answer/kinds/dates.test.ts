import fc from "fast-check";
import { kindProperties, spelling } from "./kind-properties.test-support.ts";
import { kindTable } from "./kind-table.test-support.ts";

kindTable("dates", {
  equal: [
    ["January 5, 2020", "5 January 2020"],
    ["2020-01-05", "January 5, 2020"],
    ["Jan 5", "January 5th"],
    ["March 3", "3 March"],
    ["\\text{Monday}", "monday"],
    ["4 July 1776", "July 4, 1776"],
    ["1st of May 2021", "2021-05-01"],
    ["Feb. 29, 2024", "29 February 2024"],
    ["\\text{March 3rd}", "3 Mar"],
    ["Sept 9", "September 9"],
    ["\\text{Wednesday}", "Wednesday."],
  ],
  different: [
    ["January 5, 2020", "January 6, 2020"],
    ["January 5, 2020", "January 5, 2021"],
    ["January 5", "June 5"],
    ["2020-01-05", "2020-05-01"],
    ["Monday", "Tuesday"],
    ["January 5", "January 5, 2020"],
    ["March 3", "May 3"],
    ["June 5", "July 5"],
    ["2020-01-05", "2020"],
    ["July 4, 1776", "1776-07-05"],
    ["Tuesday", "Thursday"],
    ["May 1", "1"],
  ],
});

/** Days after 1 January 1900. */
const day = fc.nat({ max: 60_000 });
const dateOf = (days: number) => new Date(Date.UTC(1900, 0, 1 + days));
const part = (date: Date, options: Intl.DateTimeFormatOptions) =>
  date.toLocaleDateString("en-US", { timeZone: "UTC", ...options });
const month = (date: Date) => part(date, { month: "long" });
const dayOf = (date: Date) => date.getUTCDate();
const yearOf = (date: Date) => date.getUTCFullYear();
const ordinal = (n: number) =>
  `${n}${(n > 10 && n < 14 ? undefined : ["th", "st", "nd", "rd"][n % 10]) ?? "th"}`;
const respelt = spelling<Date>(
  (date) => `${month(date)} ${dayOf(date)}, ${yearOf(date)}`,
  (date) => `${dayOf(date)} ${month(date)} ${yearOf(date)}`,
  (date) => `${part(date, { month: "short" })} ${dayOf(date)}, ${yearOf(date)}`,
  (date) => `\\text{${month(date)} ${ordinal(dayOf(date))}, ${yearOf(date)}}`,
  (date) => `${ordinal(dayOf(date))} of ${month(date)} ${yearOf(date)}`,
  (date) => date.toISOString().slice(0, 10),
);
const withoutYear = spelling<Date>(
  (date) => `${month(date)} ${dayOf(date)}`,
  (date) => `${dayOf(date)} ${month(date)}`,
  (date) => `${part(date, { month: "short" })} ${ordinal(dayOf(date))}`,
);

kindProperties("dates", {
  "another spelling of the day, another day": fc
    .tuple(day, fc.integer({ min: 1, max: 10_000 }), respelt, respelt)
    .map(([days, more, first, second]) => ({
      gold: first(dateOf(days)),
      same: second(dateOf(days)),
      other: second(dateOf(days + more)),
    })),
  "a day without a year": fc
    .tuple(day, fc.integer({ min: 1, max: 360 }), withoutYear, withoutYear)
    .map(([days, more, first, second]) => ({
      gold: first(dateOf(days)),
      same: second(dateOf(days)),
      other: second(dateOf(days + more)),
    })),
});
