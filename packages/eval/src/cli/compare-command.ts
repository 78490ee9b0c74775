import type { Command } from "commander";
import { type Comparison, compareModels } from "../boundary/compare-models.ts";
import type { ModelData } from "../boundary/model-data.ts";
import { EvaluationError } from "../errors.ts";
import { selectTableKs } from "../metrics/k-grid.ts";
import { describeCrossing, describeSeeds, FORM_STYLES } from "../report/describe.ts";
import { describePValue, formatInterval, formatNumber } from "../report/format-number.ts";
import { judgeExit, type LoadedModels, loadModels, withSettings } from "./load-models.ts";
import { addSharedOptions, type SharedOptions } from "./shared-options.ts";
import { renderTextTable } from "./text-table.ts";

type CompareOptions = SharedOptions & { readonly samples?: string[]; readonly json: boolean };

const EXAMPLES = `
Examples:
  touchstone-eval compare base.jsonl trained.jsonl
  touchstone-eval compare base step-400 --samples all-models.jsonl.gz
  touchstone-eval compare base.jsonl trained.jsonl --verifier 127.0.0.1:50051`;

/** Adds \`compare\`: one model against another on the same problems. */
export function addCompareCommand(program: Command): void {
  const command = program
    .command("compare")
    .description("compare a trained model with a baseline on the problems both have")
    .argument("<baseline>", "a file with one model, or a model's name with --samples")
    .argument("<trained>", "a file with one model, or a model's name with --samples")
    .option("--samples <files...>", "files that hold both models")
    .option("--json", "print JSON instead of tables", false)
    .addHelpText("after", EXAMPLES);
  addSharedOptions(command).action(async (baseline: string, trained: string, options: CompareOptions) => {
    const { loaded, pair } = await loadPair(baseline, trained, options);
    const comparison = withSettings(options, (settings) => compareModels(pair[0], pair[1], settings));
    if (comparison === null) {
      throw new EvaluationError(
        "NO_SAMPLES",
        `${pair[0].model} and ${pair[1].model} have no judged problem in common.`,
      );
    }
    if (options.json) console.log(JSON.stringify(comparison, null, 1));
    else printComparison(comparison);
    for (const model of pair) for (const note of model.notes) console.error(`${model.model}: ${note}`);
    for (const note of comparison.notes) console.error(note);
    process.exitCode = judgeExit(loaded, options);
  });
}

async function loadPair(
  baseline: string,
  trained: string,
  options: CompareOptions,
): Promise<{ loaded: LoadedModels; pair: [ModelData, ModelData] }> {
  if (options.samples !== undefined) {
    const loaded = await loadModels(options.samples, options);
    return { loaded, pair: [findModel(loaded.models, baseline), findModel(loaded.models, trained)] };
  }
  const before = await loadModels([baseline], options);
  const after = await loadModels([trained], options);
  const first = onlyModel(before.models, baseline);
  const second = onlyModel(after.models, trained);
  // Two checkpoints often carry the same model name; the files then tell them apart.
  const isSame = first.model === second.model;
  const loaded = {
    models: [],
    files: [...before.files, ...after.files],
    malformed: before.malformed + after.malformed,
  };
  return {
    loaded,
    pair: isSame
      ? [
          { ...first, model: baseline },
          { ...second, model: trained },
        ]
      : [first, second],
  };
}

function findModel(models: readonly ModelData[], name: string): ModelData {
  const found = models.find((model) => model.model === name);
  if (found !== undefined) return found;
  const known = models.map((model) => `"${model.model}"`).join(", ");
  throw new EvaluationError("MODEL_NOT_FOUND", `There is no model "${name}". The files hold ${known}.`);
}

function onlyModel(models: readonly ModelData[], file: string): ModelData {
  if (models.length === 1) return models[0]!;
  const known = models.map((model) => `"${model.model}"`).join(", ");
  throw new EvaluationError(
    "MODEL_NOT_FOUND",
    models.length === 0
      ? `${file} holds no usable row.`
      : `${file} holds several models (${known}). Name two of them and pass the file as --samples.`,
  );
}

function printComparison(comparison: Comparison): void {
  console.log(
    `${comparison.trained} against ${comparison.baseline}: ${comparison.problems} problems, ${describeSeeds(comparison.seeds)}\n`,
  );
  const percent = (value: number): string => formatNumber(value, { style: "percent" });
  const rows = comparison.curves.flatMap((curve) => {
    const ks = selectTableKs(curve.kMax);
    return curve.points
      .filter(({ k }) => ks.includes(k))
      .map(({ k, baseline, trained, difference, overSeeds }) => [
        FORM_STYLES[curve.form].name,
        String(k),
        percent(baseline.value),
        percent(trained.value),
        formatInterval(difference, { style: "points" }),
        overSeeds === null ? "–" : formatInterval(overSeeds, { style: "points" }),
      ]);
  });
  console.log(
    renderTextTable(["form", "k", "baseline", "trained", "difference, points", "over seeds"], rows, 1),
  );
  for (const curve of comparison.curves) {
    console.log(`\nCrossing by ${FORM_STYLES[curve.form].name}: ${describeCrossing(curve)}`);
  }
  for (const { form, perSeed } of comparison.sets) {
    for (const { seed, lost, gained, kept, never, pValue, largestN } of perSeed) {
      const where = `by ${FORM_STYLES[form].name} at n = ${largestN}${seed === null ? "" : `, seed ${seed}`}`;
      console.log(
        `Solve-sets ${where}: ${gained.length} gained, ${lost.length} lost, ${kept.length} kept, ${never.length} never (McNemar exact ${describePValue(pValue)})`,
      );
    }
  }
}
