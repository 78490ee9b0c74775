import fc from "fast-check";
import { expect, test } from "vitest";
import { kindProperties, spelling } from "./kind-properties.test-support.ts";
import { isPaid, kindTable } from "./kind-table.test-support.ts";

kindTable("times of day", {
  equal: [
    ["2:05 p.m.", "14:05"],
    ["14:05", "2:05 PM"],
    ["2:05\\text{ pm}", "2:05 p.m."],
    ["12:00", "12:00 pm"],
    ["12:30 am", "0:30"],
    ["8 a.m.", "8:00 am"],
    ["noon", "12:00 pm"],
    ["midnight", "12:00 am"],
    ["08:30", "8:30"],
    ["12:30", "12:30:00"],
    ["12:30:05", "12:30:05"],
    ["80 min", "1:20"],
    ["80 \\text{ seconds}", "1:20"],
    ["1:20:30", "4830 s"],
  ],
  different: [
    ["12:00", "1:00"],
    ["20:34", "08:34 P.M. tomorrow"],
    ["2:05 pm", "2:05 am"],
    ["2:05 pm", "2:50 pm"],
    ["noon", "midnight"],
    ["8 a.m.", "8 p.m."],
    ["14:05", "14.05"],
    ["0:01", "0:02"],
    ["1:02", "2:04"],
    ["0:15", "0:30"],
    ["3:04", "3:4"],
    ["12:30", "12:30:05"],
    ["80 min", "1:30"],
    ["80", "1:20"],
  ],
});

test("two times that are one ratio are neither right nor wrong", () => {
  expect([isPaid("1:20", "2:40"), isPaid("2:40", "1:20"), isPaid("10:16", "5:8")]).toEqual([
    "undecided",
    "undecided",
    true,
  ]);
});

const minuteOfDay = fc.nat({ max: 1439 });
const minutesOf = (minute: number) => `${minute % 60}`.padStart(2, "0");
const hourOf = (minute: number) => Math.floor(minute / 60);
const twelve = (minute: number) => `${hourOf(minute) % 12 || 12}:${minutesOf(minute)}`;
/** `1:20` and `2:40` are one ratio, which they may be meant as. */
const isSameRatio = (a: number, b: number) => hourOf(a) * (b % 60) === hourOf(b) * (a % 60);
const respelt = spelling<number>(
  (minute) => `${hourOf(minute)}:${minutesOf(minute)}`,
  (minute) => `${`${hourOf(minute)}`.padStart(2, "0")}:${minutesOf(minute)}`,
  (minute) => `${twelve(minute)} ${minute < 720 ? "am" : "pm"}`,
  (minute) => `${twelve(minute)} ${minute < 720 ? "A.M." : "P.M."}`,
  (minute) => `${twelve(minute)}\\text{ ${minute < 720 ? "a.m." : "p.m."}}`,
);

kindProperties("times of day", {
  "by two clocks": fc
    .tuple(minuteOfDay, fc.integer({ min: 1, max: 1439 }), respelt, respelt)
    .filter(([minute, more]) => !isSameRatio(minute, (minute + more) % 1440))
    .map(([minute, more, first, second]) => ({
      gold: first(minute),
      same: second(minute),
      other: second((minute + more) % 1440),
    })),
  "half a day apart": fc.tuple(minuteOfDay, respelt, respelt).map(([minute, first, second]) => ({
    gold: first(minute),
    same: second(minute),
    other: second((minute + 720) % 1440),
  })),
});
