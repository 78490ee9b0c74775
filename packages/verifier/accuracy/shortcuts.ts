// npm run accuracy -- shortcuts: looks for shortcuts in right responses of the public data sets, as they are and corrupted,
// and writes docs/accuracy-shortcuts.md.
import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { writeShortcutsReport } from "./report/shortcuts-report.ts";
import { measureCorruptions, measureShortcuts, type ShortcutResult } from "./shortcuts/measure-shortcuts.ts";
import { loadRollouts, type Rollout, shortcutSets } from "./shortcuts/shortcut-sets.ts";

const usage = `Usage: npm run accuracy -- shortcuts [flags]

Looks for shortcuts in right responses of TOUCHSTONE_DATA and writes docs/accuracy-shortcuts.md.

  --out <file> write the report here (default: docs/accuracy-shortcuts.md)`;

/** One right response in so many of the held-out sets is corrupted. */
const poolEvery = 20;

const root = resolve(import.meta.dirname, "../../..");

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: "boolean", default: false },
    out: { type: "string", default: join(root, "docs/accuracy-shortcuts.md") },
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
  const results: ShortcutResult[] = [];
  const pool: Rollout[] = [];
  for (const set of shortcutSets) {
    const rollouts = loadRollouts(dataFolder, set);
    results.push(measureShortcuts(set, rollouts));
    process.stderr.write(`${set.name}: ${rollouts.length} responses\n`);
    if (set.isHeldOut)
      pool.push(...rollouts.filter(({ isRight }) => isRight).filter((_, index) => index % poolEvery === 0));
  }
  writeFileSync(values.out, writeShortcutsReport(results, measureCorruptions(pool)));
  process.stderr.write(`wrote ${values.out}\n`);
}
