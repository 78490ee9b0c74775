import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bucketLength, listBuckets } from "./length-buckets.ts";
import { planMicroBatches } from "./micro-batches.ts";

describe("length buckets", () => {
  it("are few, hold what falls into them and pad by less than an eighth past 128", () => {
    expect(listBuckets(112)).toEqual([16, 32, 48, 64, 80, 96, 112]);
    expect(listBuckets(4096).length).toBeLessThan(60);
    const buckets = new Set(listBuckets(5000));
    for (let length = 1; length <= 5000; length++) {
      const bucket = bucketLength(length);
      expect(bucket).toBeGreaterThanOrEqual(length);
      expect(buckets.has(bucket)).toBe(true);
      if (length > 128) expect(bucket).toBeLessThan(length * 1.125);
    }
  });
});

describe("planMicroBatches", () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 60 });

  it("places every row once, within the budget and its padded length", () => {
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 4000 }), (rowLengths, budget) => {
        const plan = planMicroBatches(rowLengths, budget);
        const rows = plan.flatMap((part) => part.rows);
        expect([...rows].sort((a, b) => a - b)).toEqual(rowLengths.map((_, row) => row));
        for (const { rows: members, length } of plan) {
          expect(members.length === 1 || members.length * length <= budget).toBe(true);
          for (const row of members) expect(rowLengths[row]).toBeLessThanOrEqual(length);
        }
      }),
    );
  });

  it("is the same for the same lengths", () => {
    expect(planMicroBatches([5, 30, 5, 17], 64)).toEqual([
      { rows: [1, 3], length: 32 },
      { rows: [0, 2], length: 16 },
    ]);
  });
});
