import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { collectModels } from "../src/boundary/model-data.ts";
import { DEFAULT_SETTINGS } from "../src/boundary/settings.ts";
import { buildReport } from "../src/report/evaluation-report.ts";
import { renderHtmlPage } from "../src/report/html-page.ts";
import { renderMarkdownPage } from "../src/report/markdown-page.ts";
import { buildReportPage } from "../src/report/report-page.ts";
import { createTally } from "../src/samples/tally.ts";

const golden = (name: string): string => fileURLToPath(new URL(`golden/${name}`, import.meta.url));

/** Two seeds of a base and a trained model on six problems with eight samples each, every field recorded. */
function createReport() {
  const tally = createTally();
  for (const seed of [1, 2]) {
    for (const model of ["base", "rlvr"]) {
      for (let problem = 0; problem < 6; problem++) {
        for (let sample = 0; sample < 8; sample++) {
          // A fixed pattern: the base solves a few of everything, the trained model most of the easy half.
          const draw = (sample * 7 + problem * 5 + seed * 3) % 8;
          const correct =
            model === "base" ? draw < 3 - Math.floor(problem / 3) : problem < 4 && draw < 7 - problem;
          const row = {
            kind: "sample" as const,
            problemId: `p${problem}`,
            model,
            seed,
            stratum: problem < 3 ? "easy" : "hard",
            temperature: 1,
            sample: String(sample),
            correct: problem === 5 && sample === 7 ? null : correct,
            processValid: correct && sample !== 0,
            nullCorrect: draw === 7 && sample % 2 === 0,
            coherent: sample < 6,
            format: model === "rlvr" || sample % 2 === 0 ? "code" : "prose",
            length: 40 + draw,
            isTruncated: sample === 7,
            extracted: correct ? "42" : sample === 7 ? null : String(draw),
            response: null,
            golds: [],
          };
          expect(tally.add(row, model)).toBeNull();
        }
      }
    }
  }
  const files = [{ file: "samples.jsonl", rows: 192, malformed: 0, judged: 0 }];
  return buildReport(
    { models: collectModels(tally), files },
    { ...DEFAULT_SETTINGS, resamples: 500, groupSizes: [4] },
  );
}

describe("report", () => {
  const report = createReport();
  const page = buildReportPage(report);

  it("reads as agreed, in Markdown and HTML", async () => {
    await expect(renderMarkdownPage(page)).toMatchFileSnapshot(golden("report.md"));
    await expect(renderHtmlPage(page)).toMatchFileSnapshot(golden("report.html"));
  });

  it("states n, temperature and seeds beside the curves", () => {
    const markdown = renderMarkdownPage(page);
    expect(markdown).toContain("pass@k of base: 6 problems, n = 7–8, temperature 1, 2 seeds (1, 2)");
    expect(markdown).toContain("500 bootstrap resamples of problems (seed 0)");
  });

  it("survives JSON: every number is there or null", () => {
    const parsed = JSON.parse(JSON.stringify(report));
    expect(parsed.format).toBe("touchstone.eval.report/1");
    expect(parsed.models).toHaveLength(2);
    expect(parsed.comparisons[0].curves.map(({ form }: { form: string }) => form)).toEqual([
      "answer",
      "process",
      "null",
    ]);
  });

  it("orders and adjusts its tests by Holm", () => {
    for (const { pValue, adjusted } of report.tests) {
      expect(adjusted).toBeGreaterThanOrEqual(pValue);
      expect(adjusted).toBeLessThanOrEqual(1);
    }
  });
});
