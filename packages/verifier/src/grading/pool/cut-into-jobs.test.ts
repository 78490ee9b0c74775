import { expect, test } from "vitest";
import { cutIntoJobs } from "./cut-into-jobs.ts";

const sizeOf = (text: string) => text.length;

test.each<[string, string[], string[][]]>([
  ["nothing", [], []],
  ["as many as may be", ["a", "b", "c", "d"], [["a", "b", "c"], ["d"]]],
  ["as much as may be", ["aaa", "bb", "c"], [["aaa", "bb"], ["c"]]],
  ["one that is too large goes alone", ["a", "bbbbbbbbb", "c"], [["a"], ["bbbbbbbbb"], ["c"]]],
])("%s", (_, entries, jobs) => {
  expect(cutIntoJobs(entries, sizeOf, { maxItems: 3, maxSize: 5 })).toEqual(jobs);
});
