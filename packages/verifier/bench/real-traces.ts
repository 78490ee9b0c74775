import { join } from "node:path";
import type { TraceItem } from "@touchstone/verifier/steps";
import { readJsonLines } from "../accuracy/load-rows.ts";
import { pickSample } from "../accuracy/pick-sample.ts";
import { goldSolutionFiles, stepSets } from "../accuracy/steps/step-sets.ts";

/** A real trace, its steps as the data set gives them. */
export interface RealTrace extends TraceItem {
  readonly trace: readonly string[];
}

/** Traces of a set that are used at most, so that no set outweighs the others. */
const mostOfASet = 300;

/** Distinct traces of the labelled sets and worked solutions of GSM8K. Throws where a file is missing. */
export function createRealTraces(dataFolder: string): RealTrace[] {
  const load = (files: readonly string[]) => files.flatMap((file) => readJsonLines(join(dataFolder, file)));
  const labelled = stepSets.map(({ files }) =>
    load(files).map((row) =>
      toTrace(
        row["problem"],
        (row["steps"] as unknown[]).map((step) => String(step ?? "")),
      ),
    ),
  );
  const solutions = load(goldSolutionFiles).flatMap(({ problem, solution }) =>
    typeof solution === "string" ? [toTrace(problem, solution.split("\n"))] : [],
  );
  return [...labelled, solutions].flatMap(pickTraces);
}

function toTrace(problem: unknown, trace: readonly string[]): RealTrace {
  return { problem: String(problem), trace };
}

function pickTraces(traces: readonly RealTrace[]): RealTrace[] {
  const byText = new Map(traces.map((trace) => [JSON.stringify(trace), trace]));
  const picked = pickSample([...byText.keys()], mostOfASet);
  return [...byText].filter(([text]) => picked.has(text)).map(([, trace]) => trace);
}
