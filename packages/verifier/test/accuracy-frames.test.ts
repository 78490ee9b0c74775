import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { allFrames } from "../accuracy/frames/all-frames.ts";
import { changeGold } from "../accuracy/frames/change-gold.ts";
import { loadPublicGolds } from "../accuracy/frames/load-public-golds.ts";
import { halfOf } from "../accuracy/halves.ts";
import { makeRows, measureFrame } from "../accuracy/measure-frames.ts";
import { writeFramesReport } from "../accuracy/report/frames-report.ts";
import { drawFresh } from "../fuzz/draw.ts";

const folder = mkdtempSync(join(tmpdir(), "touchstone-frames-"));
afterAll(() => rmSync(folder, { recursive: true }));

const golds = [
  "42",
  "-7",
  "\\frac{3}{4}",
  "2.5",
  "x^{2}+3 x",
  "$4 x y^{2}$",
  "ellipse",
  "(1,2)",
  "12",
  "9",
  "5 x-1",
];
const noGolds = [
  "It is the plane $x=1$.",
  "5 \\text{ cm}",
  "75^",
  "\\frac{1}",
  "{2",
  "1, 2, \\dots",
  "\\geqslant",
];
mkdirSync(join(folder, "math500"));
writeFileSync(
  join(folder, "math500/answers.jsonl"),
  [...golds, ...noGolds].map((answer) => `${JSON.stringify({ answer })}\n`).join(""),
);
const loaded = loadPublicGolds(folder);

describe("golds", () => {
  test("formulas, numbers and words are taken, sentences and broken texts are not", () => {
    expect(loaded.map(({ text }) => text)).toEqual(golds.map((text) => text.replaceAll("$", "")));
    expect(loaded.filter(({ isInteger }) => isInteger).map(({ text }) => text)).toEqual([
      "42",
      "-7",
      "12",
      "9",
    ]);
  });

  test.each(["42", "9", "\\frac{3}{4}", "x^{2}+3x", "(1,2)", "ellipse", "0.5", "-7"])(
    "%s is changed into something else",
    (text) => {
      for (let index = 0; index < 20; index++)
        expect(changeGold(text, drawFresh(1, "test", index))).not.toBe(text);
    },
  );

  test("what has no digit, sign or exponent to change is left alone", () => {
    expect(changeGold("\\pi", drawFresh(1, "test", 0))).toBeUndefined();
  });
});

describe("frames", () => {
  test.each(allFrames.map((frame) => [frame.name, frame] as const))(
    "%s makes right and wrong rows, the same in every run",
    (_name, frame) => {
      const rows = makeRows(frame, loaded, 100);
      expect(rows.some(({ isRight }) => isRight)).toBe(true);
      expect(rows.some(({ isRight }) => !isRight)).toBe(true);
      expect(
        makeRows(frame, loaded.toReversed(), 100)
          .map(({ response }) => response)
          .sort(),
      ).toEqual(rows.map(({ response }) => response).sort());
    },
  );

  test("only misses of the working half are kept, and the report shows totals of both halves", async () => {
    const [frame] = allFrames;
    if (frame === undefined) throw new Error("no frames");
    const rows = [
      { gold: "1", response: "\\boxed{2}", isRight: true, half: "working" },
      { gold: "3", response: "\\boxed{4}", isRight: true, half: "report" },
      { gold: "3", response: "\\boxed{3}", isRight: false, half: "report" },
    ] as const;
    const result = await measureFrame(frame, rows, undefined);
    expect(result.misses.map(({ gold }) => gold)).toEqual(["1"]);
    const text = writeFramesReport({ results: [result], goldCount: 3, rows: 100, peerVersions: {} });
    expect(text).toContain(
      "| box | 2 | 1 | Touchstone | 100.00 % | 0.00 % | 0 of 0 | 100.00 % | 0.00 % | 1 of 1 |",
    );
    expect(text).not.toContain("boxed{");
  });
});

test("halves go by the first bit of the hash of the text", () => {
  // printf 'a' | sha256sum begins with ca, of 'b' with 3e.
  expect([halfOf("a"), halfOf("b")]).toEqual(["report", "working"]);
  const texts = Array.from({ length: 2000 }, (_, index) => `What is ${index}?`);
  const share = texts.filter((text) => halfOf(text) === "working").length / texts.length;
  expect(share).toBeGreaterThan(0.46);
  expect(share).toBeLessThan(0.54);
});
