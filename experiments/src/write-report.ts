import { readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { formatInterval, renderHtmlPage, renderMarkdownPage, type Table } from "@touchstone/eval";
import { type Claim, loadClaim } from "./claim.ts";
import { collectResults, type SuiteResults } from "./collect-results.ts";
import { type CheckVerdict, type ClaimOutcome, judgeClaims, sayOutcome } from "./judge-claims.ts";
import { buildArmsTable } from "./report/arms-table.ts";
import { buildPage } from "./report/build-page.ts";
import type { Suite } from "./suite.ts";

/** Files of a written report, and what it found. */
export interface WrittenReport {
  readonly html: string;
  readonly markdown: string;
  readonly json: string;
  readonly outcomes: readonly ClaimOutcome[];
  /** One row a model. */
  readonly arms: Table;
}

/** Measures what a run left in `directory` and writes report.html, report.md and report.json there. */
export async function writeReport(
  suite: Suite,
  suiteFile: string,
  directory: string,
  seeds: readonly number[],
  wallSeconds?: number,
): Promise<WrittenReport> {
  const claims: Claim[] = await Promise.all(
    suite.claims.map((claim) => loadClaim(resolve(dirname(suiteFile), claim))),
  );
  const results = await collectResults(suite, directory, seeds);
  const outcomes = judgeClaims(claims, results.seeds);
  const page = buildPage(suite, results, outcomes, {
    version: await readVersion(),
    ...countSamples(results),
    ...(wallSeconds === undefined ? {} : { wallSeconds }),
  });
  const files = {
    html: join(directory, "report.html"),
    markdown: join(directory, "report.md"),
    json: join(directory, "report.json"),
  };
  await writeFile(files.html, renderHtmlPage(page));
  await writeFile(files.markdown, renderMarkdownPage(page));
  await writeFile(files.json, `${JSON.stringify({ seeds, wallSeconds, claims: outcomes }, null, 2)}\n`);
  return { ...files, outcomes, arms: buildArmsTable(suite, results) };
}

/** One line a check, for a terminal. */
export function summarizeOutcomes(outcomes: readonly ClaimOutcome[]): string[] {
  return outcomes.flatMap(({ claim, checks, shown }) => [
    `${shown ? "✓" : "✗"} ${claim.title}`,
    ...checks.map((outcome) => {
      const style = outcome.check.against === undefined ? "percent" : "points";
      return `    ${MARKS[outcome.verdict]} ${formatInterval(outcome.estimate, { style })}  ${sayOutcome(outcome)}`;
    }),
  ]);
}

const MARKS: Readonly<Record<CheckVerdict, string>> = { shown: "✓", refuted: "✗", open: "?" };

function countSamples(results: SuiteResults): { samplesPerProblem: number; problemsPerStratum: number } {
  const [tally] = results.seeds[0]?.tallies.values() ?? [];
  const problems = [...(tally?.problems.values() ?? [])];
  const strata = new Set(problems.map(({ stratum }) => stratum));
  return {
    samplesPerProblem: problems[0]?.n ?? 0,
    problemsPerStratum: Math.round(problems.length / Math.max(1, strata.size)),
  };
}

async function readVersion(): Promise<string> {
  const text = await readFile(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
