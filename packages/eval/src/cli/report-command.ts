import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import { EvaluationError } from "../errors.ts";
import { buildReport, renderJsonReport } from "../report/evaluation-report.ts";
import { renderHtmlPage } from "../report/html-page.ts";
import { renderMarkdownPage } from "../report/markdown-page.ts";
import { buildReportPage } from "../report/report-page.ts";
import { judgeExit, loadModels, withSettings } from "./load-models.ts";
import { addSharedOptions, type SharedOptions } from "./shared-options.ts";

type ReportOptions = SharedOptions & {
  readonly baseline?: string;
  readonly out: string;
  readonly title: string;
};

const EXAMPLES = `
Examples:
  touchstone-eval report base.jsonl trained.jsonl --baseline base --out report/
  touchstone-eval report samples.jsonl.gz --stratum-field benchmark --out report/
  touchstone-eval report samples.jsonl --verifier 127.0.0.1:50051 --out report/

Writes report.html (one file, opens offline), report.md and report.json.`;

/** Adds \`report\`: everything about all models, as HTML, Markdown and JSON. */
export function addReportCommand(program: Command): void {
  const command = program
    .command("report")
    .description("write a report on all models, each compared with the baseline")
    .argument("<files...>", "JSONL files of samples or counts, .gz too")
    .option("--baseline <name>", "model that the others are compared with (default: the first)")
    .option("--out <folder>", "where to write; files of an earlier report are replaced", "report")
    .option("--title <text>", "title of the report", "What the models can solve")
    .addHelpText("after", EXAMPLES);
  addSharedOptions(command).action(async (files: string[], options: ReportOptions) => {
    const loaded = await loadModels(files, options);
    const input = { models: loaded.models, files: loaded.files };
    const report = withSettings(options, (settings) =>
      buildReport(
        options.baseline === undefined ? input : { ...input, baseline: options.baseline },
        settings,
      ),
    );
    const page = buildReportPage(report, options.title);
    await writeFiles(options.out, {
      "report.html": renderHtmlPage(page),
      "report.md": renderMarkdownPage(page),
      "report.json": renderJsonReport(report),
    });
    console.log(join(options.out, "report.html"));
    process.exitCode = judgeExit(loaded, options);
  });
}

async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new EvaluationError(
      "OUTPUT_UNWRITABLE",
      `Cannot write to ${folder}: ${detail}. Choose another --out.`,
      { cause },
    );
  }
}
