import type { Command } from "commander";
import { measurePassk, type PasskRow } from "../boundary/measure-passk.ts";
import { EvaluationError } from "../errors.ts";
import { selectTableKs } from "../metrics/k-grid.ts";
import { FORM_STYLES } from "../report/describe.ts";
import { formatInterval } from "../report/format-number.ts";
import { judgeExit, loadModels, withSettings } from "./load-models.ts";
import { parseIntList } from "./parse-options.ts";
import { addSharedOptions, type SharedOptions } from "./shared-options.ts";
import { renderTextTable } from "./text-table.ts";

type PasskOptions = SharedOptions & { readonly k?: number[]; readonly json: boolean };

const EXAMPLES = `
Examples:
  touchstone-eval passk counts.jsonl --k 1,2,4,8
  touchstone-eval passk base.jsonl trained.jsonl.gz --json`;

/** Adds \`passk\`: pass@k of every model as a table. */
export function addPasskCommand(program: Command): void {
  const command = program
    .command("passk")
    .description("print pass@k of every model with intervals over problems")
    .argument("<files...>", "JSONL files of samples or counts, .gz too")
    .option("--k <list>", "values of k (default: powers of two up to the smallest n)", parseIntList)
    .option("--json", "print JSON instead of a table", false)
    .addHelpText("after", EXAMPLES);
  addSharedOptions(command).action(async (files: string[], options: PasskOptions) => {
    const loaded = await loadModels(files, options);
    const models = loaded.models.filter((model) => model.problems.length > 0);
    if (models.length === 0) throw new EvaluationError("NO_SAMPLES", "The files hold no judged sample.");
    const rows = withSettings(options, (settings) =>
      models.flatMap((model) => {
        const smallest = Math.min(...model.problems.flatMap(({ forms }) => forms.answer.map(({ n }) => n)));
        return measurePassk(model, options.k ?? selectTableKs(smallest), settings);
      }),
    );
    if (options.json) console.log(JSON.stringify(rows, null, 1));
    else printRows(rows);
    for (const model of loaded.models)
      for (const note of model.notes) console.error(`${model.model}: ${note}`);
    process.exitCode = judgeExit(loaded, options);
  });
}

function printRows(rows: readonly PasskRow[]): void {
  const ks = [...new Set(rows.flatMap(({ points }) => points.map(({ k }) => k)))].sort((a, b) => a - b);
  const header = ["model", "form", "problems", "n", ...ks.map((k) => `pass@${k}`)];
  const cells = rows.map(({ model, form, problems, smallestN, points }) => [
    model,
    FORM_STYLES[form].name,
    String(problems),
    String(smallestN),
    ...ks.map((k) => {
      const point = points.find((each) => each.k === k);
      return point === undefined ? "–" : formatInterval(point, { style: "percent" });
    }),
  ]);
  console.log(renderTextTable(header, cells, 2));
}
