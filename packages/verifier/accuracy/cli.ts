// npm run accuracy: grades the public data sets with Touchstone and math-verify and writes docs/accuracy.md.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { defaultPolicy } from "@touchstone/verifier/answer";
import { goldSets, labelledSets } from "./data-sets.ts";
import { type Matched, matchJudgements, readJudgements } from "./judgements.ts";
import { loadGolds, loadLabelled } from "./load-rows.ts";
import { type CrossResult, measureCross } from "./measure-cross.ts";
import { type GoldResult, measureGolds } from "./measure-golds.ts";
import { type LabelledResult, measureLabelled } from "./measure-labelled.ts";
import { measureTolerances } from "./measure-tolerances.ts";
import { cachePeer } from "./peer/peer-cache.ts";
import { type Peer, startPeer } from "./peer/peer-process.ts";
import { pickSample } from "./pick-sample.ts";
import { createProgress } from "./progress.ts";
import { replaceReadmeTable } from "./report/readme-table.ts";
import { writeReport } from "./report/write-report.ts";

const usage = `Usage: TOUCHSTONE_PYTHON=python3 npm run accuracy [-- flags]

Grades the data sets of TOUCHSTONE_DATA with Touchstone and with math-verify, and writes docs/accuracy.md and the table of
the README. TOUCHSTONE_PYTHON names a Python with math-verify: pip install 'math-verify[antlr4_13_2]'

  --list            grade with Touchstone alone, print every disagreement as JSON, write nothing
  --out <file>      write the report here (default: docs/accuracy.md) and leave the README
  --gold-sample <n> most golds of a set that the peer is asked about (default: 150)

What the peer said is kept in runs/accuracy/, so a second run asks only about what is new.
Exit status: 0 done, 1 a disagreement without a judgement or a judgement that no longer fits, 2 bad usage.`;

const root = resolve(import.meta.dirname, "../../..");
const report = join(root, "docs/accuracy.md");

try {
  await main();
} catch (error) {
  stop(error instanceof Error ? error.message : String(error));
}

async function main(): Promise<void> {
  const flags = readFlags();
  const dataFolder = process.env["TOUCHSTONE_DATA"] ?? resolve(root, "../shared/data");
  if (!existsSync(dataFolder))
    stop(`No ${dataFolder}. Set TOUCHSTONE_DATA to the folder of the public data sets.`);
  if (flags.list) return listDisagreements(dataFolder);
  const python = process.env["TOUCHSTONE_PYTHON"];
  if (python === undefined)
    stop(`Set TOUCHSTONE_PYTHON to a Python that has math-verify installed.\n\n${usage}`);
  const peer = cachePeer(await startPeer({ python }), join(root, "runs/accuracy"));
  try {
    await measureAll(peer, dataFolder, flags);
  } finally {
    peer.close();
  }
}

function readFlags(): { list: boolean; out: string; goldSample: number } {
  try {
    const { values } = parseArgs({
      options: {
        help: { type: "boolean" },
        list: { type: "boolean", default: false },
        out: { type: "string", default: report },
        "gold-sample": { type: "string", default: "150" },
      },
    });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    const goldSample = Number(values["gold-sample"]);
    if (Number.isInteger(goldSample) && goldSample >= 0)
      return { list: values.list, out: values.out, goldSample };
    return stop(`--gold-sample must be a whole number.\n\n${usage}`);
  } catch (error) {
    return stop(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}

async function listDisagreements(dataFolder: string): Promise<void> {
  for (const set of labelledSets) {
    const { disagreements } = await measureLabelled(set, loadLabelled(dataFolder, set), undefined);
    for (const { id, gold, label, ours } of disagreements)
      console.log(
        JSON.stringify({ set: set.name, id, gold, label, ...ours, extracted: ours.extracted?.slice(0, 200) }),
      );
  }
  for (const set of goldSets) {
    const golds = loadGolds(dataFolder, set);
    const { misses } = await measureGolds(set.name, golds, { peer: undefined, isSampled: () => false });
    for (const miss of misses) console.log(JSON.stringify({ set: set.name, miss }));
  }
}

async function measureAll(
  peer: Peer,
  dataFolder: string,
  { out, goldSample }: { out: string; goldSample: number },
): Promise<void> {
  const labelled: LabelledResult[] = [];
  for (const set of labelledSets) {
    const rows = loadLabelled(dataFolder, set);
    labelled.push(await measureLabelled(set, rows, peer, createProgress(set.name, rows.length)));
  }
  const byTolerance = labelledSets.map((set) => measureTolerances(set, loadLabelled(dataFolder, set)));
  const golds: GoldResult[] = [];
  const cross: CrossResult[] = [];
  for (const set of goldSets) {
    const all = loadGolds(dataFolder, set);
    const sample = pickSample(all, goldSample);
    golds.push(await measureGolds(set.name, all, { peer, isSampled: (gold) => sample.has(gold) }));
    cross.push(measureCross(set.name, all));
    console.error(`${set.name}: ${all.length} golds`);
  }
  const matched = judge(labelled);
  const versions = { ourVersion: readVersion(), peerVersions: peer.versions };
  const policy = { ...defaultPolicy };
  writeFileSync(
    out,
    writeReport({ ...versions, policy, labelled, byTolerance, golds, cross, matched, goldSample }),
  );
  if (out === report) updateReadme(labelled, matched);
  console.error(`wrote ${out}`);
  process.exitCode = matched.unjudged.length + matched.stale.length > 0 ? 1 : 0;
}

function updateReadme(labelled: readonly LabelledResult[], matched: Matched): void {
  const path = join(root, "README.md");
  writeFileSync(path, replaceReadmeTable(readFileSync(path, "utf8"), labelled, matched));
}

function judge(labelled: readonly LabelledResult[]): Matched {
  const groups = readJudgements(join(import.meta.dirname, "judgements.yaml"));
  const rows = labelled.flatMap(({ disagreements }) => disagreements);
  const matched = matchJudgements(groups, rows);
  for (const { set, id, word } of matched.unjudged) console.error(`not judged: ${set} ${id} (${word})`);
  for (const { set, id, word } of matched.stale)
    console.error(`judgement no longer fits: ${set} ${id} (${word})`);
  return matched;
}

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  return version;
}
