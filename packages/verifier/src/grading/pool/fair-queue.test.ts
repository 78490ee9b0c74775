import fc from "fast-check";
import { expect, test } from "vitest";
import { FairQueue } from "./fair-queue.ts";

function drain<Entry>(queue: FairQueue<Entry>): Entry[] {
  const entries: Entry[] = [];
  for (let entry = queue.shift(); entry !== undefined; entry = queue.shift()) entries.push(entry);
  return entries;
}

test("a flood of one owner holds another up by one entry at most", () => {
  const queue = new FairQueue<string>();
  for (let index = 0; index < 1000; index++) queue.push("flood", `f${index}`);
  queue.push("other", "o0");
  queue.push("other", "o1");
  expect([queue.shift(), queue.shift(), queue.shift(), queue.shift()]).toEqual(["f0", "o0", "f1", "o1"]);
});

test("entries of an owner keep their order, none is lost, removed ones do not come", () => {
  const pushes = fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.nat(9)), { maxLength: 60 });
  fc.assert(
    fc.property(pushes, fc.nat(9), (entries, removed) => {
      const queue = new FairQueue<{ owner: string; value: number; at: number }>();
      entries.forEach(([owner, value], at) => {
        queue.push(owner, { owner, value, at });
      });
      queue.remove(({ value }) => value === removed);
      const out = drain(queue);
      for (const owner of ["a", "b", "c"]) {
        const expected = entries.flatMap(([name, value], at) =>
          name === owner && value !== removed ? [at] : [],
        );
        expect(out.filter((entry) => entry.owner === owner).map(({ at }) => at)).toEqual(expected);
      }
    }),
  );
});
