import { expect, test } from "vitest";
import { type OrderedEntry, UpdateOrder } from "./update-order.ts";

interface Named extends OrderedEntry {
  readonly name: string;
}

/** Runs "+a" (touch) and "-a" (remove) and shows what is left, oldest first. */
function run(script: string): string {
  const order = new UpdateOrder<Named>();
  const entries = new Map<string, Named>();
  for (const [sign, name] of script.split(" ") as unknown as [string, string][]) {
    const entry = entries.get(name) ?? { name, older: undefined, newer: undefined };
    entries.set(name, entry);
    if (sign === "+") order.touch(entry);
    else order.remove(entry);
  }
  const left = [...order].map(({ name }) => name);
  expect(order.oldest?.name).toBe(left[0]);
  return left.join("");
}

test.each([
  ["+a +b +c", "abc"],
  ["+a +b +c +a", "bca"],
  ["+a +b +c +b", "acb"],
  ["+a +b +c +c", "abc"],
  ["+a +b +c -b", "ac"],
  ["+a +b +c -a -c +d", "bd"],
  ["+a -a -a", ""],
  ["+a -a +b +a", "ba"],
])("%s leaves %s", (script, left) => {
  expect(run(script)).toBe(left);
});
