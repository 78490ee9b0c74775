import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SampleRequest } from "./policy.ts";
import { planSampleChunks } from "./sample-chunks.ts";

const request = (prompt: number): SampleRequest => ({
  prompt: Int32Array.of(prompt),
  uniforms: new Float32Array(0),
});
const requestsOf = (runs: readonly number[]) =>
  runs.flatMap((length, prompt) => Array.from({ length }, () => request(prompt)));
const sizesOf = (runs: readonly number[], maxRows: number) =>
  planSampleChunks(requestsOf(runs), maxRows).map(({ requests, group }) => [requests.length, group]);

describe("planSampleChunks", () => {
  it("keeps groups of one prompt together and reads their prompt once", () => {
    expect(sizesOf([8, 8, 8, 8], 16)).toEqual([
      [16, 8],
      [16, 8],
    ]);
    expect(sizesOf([12, 12, 12], 32)).toEqual([
      [24, 12],
      [12, 12],
    ]);
    expect(sizesOf([256], 64)).toEqual(Array.from({ length: 4 }, () => [64, 64]));
  });

  it("shares what uneven groups have in common", () => {
    expect(sizesOf([8, 4, 12], 64)).toEqual([[24, 4]]);
    expect(sizesOf([1, 1, 1], 64)).toEqual([[3, 1]]);
    expect(sizesOf([], 64)).toEqual([]);
  });

  it("covers the requests in order, within the limit, and every group has one prompt", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 20 }),
        fc.integer({ min: 1, max: 64 }),
        (runs, maxRows) => {
          const requests = requestsOf(runs);
          const chunks = planSampleChunks(requests, maxRows);
          expect(chunks.flatMap((chunk) => chunk.requests)).toEqual(requests);
          let offset = 0;
          for (const chunk of chunks) {
            expect(chunk.offset).toBe(offset);
            expect(chunk.requests.length).toBeLessThanOrEqual(maxRows);
            expect(chunk.requests.length % chunk.group).toBe(0);
            for (const [row, { prompt }] of chunk.requests.entries()) {
              expect(prompt[0]).toBe(chunk.requests[row - (row % chunk.group)]?.prompt[0]);
            }
            offset += chunk.requests.length;
          }
        },
      ),
    );
  });
});
