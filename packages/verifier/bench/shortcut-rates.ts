/**
 * Prints how often each shortcut detector flags correct responses of public data sets, one by one and in groups of a
 * problem, and how often it finds corruptions of the same responses: `node bench/shortcut-rates.ts DATA_FOLDER`.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { gradeAnswer } from "../src/answer/index.ts";
import { detectShortcuts } from "../src/reward/shortcuts/detect-shortcuts.ts";
import { type ShortcutInput, type ShortcutName, shortcutNames } from "../src/reward/shortcuts/shortcut.ts";
import { defaultThresholds } from "../src/reward/shortcuts/shortcut-settings.ts";
import { corruptions } from "./shortcut-corruptions.ts";

interface Row {
  problem_id: string;
  problem: string;
  gold: string;
  response: string;
  correct: boolean | null;
}

const files = [
  "qwen25_math_maj8/graded.jsonl",
  "zeroeval/graded_gsm.jsonl.gz",
  "zeroeval/graded_math_l5.jsonl.gz",
  "reasoning_gym_eval/graded_math_base_vs_rl.jsonl.gz",
  "gsm8k/graded_example_model_solutions.jsonl",
];

interface Trace {
  problem: string;
  steps: string[];
  first_error: number;
}

function loadTraces(root: string): Row[] {
  return ["gsm8k", "math", "olympiadbench", "omnimath"].flatMap((name) =>
    readFileSync(`${root}/processbench/steps_${name}.jsonl`, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Trace)
      .filter((trace) => trace.first_error === -1)
      .map(({ problem, steps }, index) => ({
        problem_id: `${name}${index}`,
        problem,
        gold: "",
        response: steps.join("\n\n"),
        correct: true,
      })),
  );
}

function load(path: string): Row[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Row);
}

function toInput({ problem, gold, response }: Row): ShortcutInput {
  const verdict = gradeAnswer({ golds: [gold], candidate: { response } });
  return { text: response, problem, golds: [gold], verdict };
}

function flaggedNames(group: readonly ShortcutInput[]): ShortcutName[][] {
  return detectShortcuts(group, defaultThresholds, 0).rollouts.map((flags) =>
    flags.filter(({ flagged }) => flagged).map(({ name }) => name),
  );
}

function print(
  label: string,
  found: readonly (readonly ShortcutName[])[],
  names: readonly ShortcutName[],
): void {
  const rates = names.map((name) => {
    const count = found.filter((flags) => flags.includes(name)).length;
    return `${name} ${((100 * count) / found.length).toFixed(2)} % (${count})`;
  });
  console.log(`${label}: ${found.length} rows; ${rates.join(", ")}`);
}

const root = process.argv[2] ?? "../../../shared/data";
const rolloutNames = shortcutNames.filter((name) => name !== "modal_guess");
const showing = process.argv[3];
const pool: ShortcutInput[] = [];
const sets = [
  ...files.map((file) => [file, load(`${root}/${file}`)] as const),
  ["processbench", loadTraces(root)] as const,
];
for (const [file, rows] of sets) {
  const byProblem = new Map<string, { input: ShortcutInput; correct: boolean }[]>();
  for (const row of rows) {
    const group = byProblem.get(row.problem_id) ?? [];
    group.push({ input: toInput(row), correct: row.correct === true });
    byProblem.set(row.problem_id, group);
  }
  const honest = [...byProblem.values()].flat().filter(({ correct }) => correct);
  const alone = honest.map(({ input }) => flaggedNames([input])[0]!);
  print(`${file} alone`, alone, rolloutNames);
  alone.forEach((names, index) => {
    if (showing !== undefined && (names as string[]).includes(showing))
      console.log(JSON.stringify(honest[index]!.input.text).slice(0, 1500));
  });
  const together = [...byProblem.values()].flatMap((group) => {
    const flags = flaggedNames(group.map(({ input }) => input));
    return flags.filter((_, index) => group[index]!.correct);
  });
  print(`${file} in groups`, together, ["skipped_work"]);
  pool.push(...honest.filter((_, index) => index % 20 === 0).map(({ input }) => input));
}

for (const { name, detector, corrupt } of corruptions) {
  const found = pool.map((input, index) => {
    const text = corrupt(input.text, input.problem, pool[(index + 7) % pool.length]!.text);
    const verdict = gradeAnswer({ golds: [...input.golds], candidate: { response: text } });
    return flaggedNames([{ ...input, text, verdict }])[0]!;
  });
  print(`corruption "${name}"`, found, [detector]);
}
