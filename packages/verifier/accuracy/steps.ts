// npm run accuracy -- steps: checks the labelled traces of the public data sets and writes docs/accuracy-steps.md.
import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readJsonLines } from "./load-rows.ts";
import { writeStepsReport } from "./report/steps-report.ts";
import { keyOfAlarm, readAlarmJudgements } from "./steps/judge-alarms.ts";
import { measureChains } from "./steps/measure-chains.ts";
import { measureClaims } from "./steps/measure-claims.ts";
import { type FalseAlarm, measureSteps, type StepsResult } from "./steps/measure-steps.ts";
import { chainFile, goldSolutionFiles, stepSets } from "./steps/step-sets.ts";

const usage = `Usage: npm run accuracy -- steps [flags]

Checks the labelled traces of TOUCHSTONE_DATA and writes docs/accuracy-steps.md.

  --list       print every step called wrong before or without a labelled error as JSON, write nothing
  --out <file> write the report here (default: docs/accuracy-steps.md)`;

const root = resolve(import.meta.dirname, "../../..");

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: "boolean", default: false },
    list: { type: "boolean", default: false },
    out: { type: "string", default: join(root, "docs/accuracy-steps.md") },
  },
});
const dataFolder = process.env["TOUCHSTONE_DATA"] ?? resolve(root, "../shared/data");

if (values.help) process.stdout.write(`${usage}\n`);
else if (existsSync(dataFolder)) measureAll();
else {
  process.stderr.write(`No ${dataFolder}. Set TOUCHSTONE_DATA to the folder of the public data sets.\n`);
  process.exitCode = 2;
}

function measureAll(): void {
  const results: StepsResult[] = [];
  for (const set of stepSets) {
    const result = measureSteps(
      set,
      set.files.flatMap((file) => readJsonLines(join(dataFolder, file))),
    );
    process.stderr.write(`${set.name}: ${result.rows} traces\n`);
    if (values.list) for (const alarm of result.falseAlarms) printAlarm(set.name, alarm);
    results.push(result);
  }
  if (values.list) return;
  const claims = measureClaims(goldSolutionFiles.flatMap((file) => readJsonLines(join(dataFolder, file))));
  const chains = measureChains(readJsonLines(join(dataFolder, chainFile)));
  const judgements = readAlarmJudgements(join(import.meta.dirname, "steps/judgements.yaml"));
  writeFileSync(values.out, writeStepsReport(results, claims, chains, judgements));
  const unjudged = results.flatMap(({ falseAlarms }) =>
    falseAlarms.filter((alarm) => !judgements.has(keyOfAlarm(alarm))),
  );
  if (unjudged.length > 0) {
    const names = unjudged.map(keyOfAlarm).join(", ");
    process.stderr.write(`Not judged yet, in accuracy/steps/judgements.yaml: ${names}\n`);
    process.exitCode = 1;
  }
  process.stderr.write(`wrote ${values.out}\n`);
}

function printAlarm(set: string, alarm: FalseAlarm): void {
  process.stdout.write(`${JSON.stringify({ set, ...alarm })}\n`);
}
