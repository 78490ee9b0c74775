import { describe, expect, it } from "vitest";
import { compareConfigs } from "./compare-configs.ts";

describe("compareConfigs", () => {
  it("lists each differing leaf with both values", () => {
    const before = { a: 1, b: { c: [1, 2], d: "x" }, gone: true };
    const after = { a: 1, b: { c: [1, 3, 4], d: "x" }, added: { e: 1 } };
    expect(compareConfigs(before, after)).toEqual([
      { path: "b.c[1]", before: 2, after: 3 },
      { path: "b.c[2]", before: undefined, after: 4 },
      { path: "gone", before: true, after: undefined },
      { path: "added", before: undefined, after: { e: 1 } },
    ]);
  });

  it("ignores what it is told to, with everything below", () => {
    const ignored = (path: string) => path === "verifier";
    expect(compareConfigs({ verifier: { a: 1 } }, { verifier: { a: 2 } }, ignored)).toEqual([]);
  });
});
