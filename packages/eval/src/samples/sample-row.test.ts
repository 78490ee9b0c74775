import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRow } from "./sample-row.ts";

const parse = (value: unknown, stratumField?: string) => parseRow(JSON.stringify(value), stratumField);
const reason = (value: unknown): string | null => {
  const parsed = parse(value);
  return parsed.ok ? null : parsed.reason;
};

describe("parseRow", () => {
  it("reads a labelled sample", () => {
    const parsed = parse({
      problem_id: "p",
      model: "m",
      sample: 3,
      correct: true,
      process_valid: false,
      seed: 7,
      temperature: 0.6,
      extracted: 12,
      stop_reason: "length",
      unknown_field: "ignored",
    });
    expect(parsed).toMatchObject({
      ok: true,
      row: {
        kind: "sample",
        problemId: "p",
        model: "m",
        sample: "3",
        correct: true,
        processValid: false,
        nullCorrect: null,
        seed: 7,
        temperature: 0.6,
        extracted: "12",
        isTruncated: true,
      },
    });
  });

  it("keeps null apart from missing: not judged, no answer, not recorded", () => {
    const unjudged = parse({ problem_id: "p", correct: null, extracted: null });
    expect(unjudged).toMatchObject({ ok: true, row: { correct: null, extracted: null } });
    const ungraded = parse({ problem_id: "p", completion: "so 4", gold: 4 });
    expect(ungraded).toMatchObject({
      ok: true,
      row: { correct: undefined, extracted: undefined, golds: ["4"], response: "so 4" },
    });
  });

  it("reads counts, with id where there is no problem_id, and any field as stratum", () => {
    const parsed = parse({ id: "q", n: 8, c: 3, process_c: 2, level: 5 }, "level");
    expect(parsed).toEqual({
      ok: true,
      row: {
        kind: "counts",
        problemId: "q",
        model: null,
        seed: null,
        stratum: "5",
        temperature: null,
        n: 8,
        c: 3,
        processC: 2,
        nullC: null,
      },
    });
  });

  it("says what is wrong with a row", () => {
    expect(parseRow("{")).toEqual({ ok: false, reason: "not valid JSON" });
    expect(reason([1])).toBe("not a JSON object");
    expect(reason({ model: "m", correct: true })).toBe("problem_id: missing");
    expect(reason({ problem_id: "p", correct: "yes" })).toBe("correct: expected true or false");
    expect(reason({ problem_id: "p", n: 3, c: 4 })).toBe("c: c is larger than n");
    expect(reason({ problem_id: "p", n: 3, c: 1, process_c: 2 })).toBe(
      "process_c: process_c is larger than c",
    );
    expect(reason({ problem_id: "p", n: 3, c: 1, null_c: 4 })).toBe("null_c: null_c is larger than n");
    expect(reason({ problem_id: "p", n: -1, c: 0 })).toMatch(/^n: /);
    expect(reason({ problem_id: "p" })).toMatch(/neither `correct`/);
    expect(reason({ problem_id: "p", response: "4" })).toMatch(/neither `correct`/);
    expect(reason({ problem_id: "p", correct: true, stratum: { a: 1 } })).toBe("stratum: expected a name");
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => typeof parseRow(text).ok === "boolean"));
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom("problem_id", "n", "c", "correct", "gold", "golds", "response"),
          fc.jsonValue(),
        ),
        (row) => {
          expect(typeof parse(row).ok).toBe("boolean");
        },
      ),
    );
  });
});
