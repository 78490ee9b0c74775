// Fuzzes the answer core: npm run fuzz -- --help
import { readFileSync } from "node:fs";
import { allSuites } from "./all-suites.ts";
import { drawTape } from "./draw.ts";
import { type FuzzOptions, readFuzzOptions } from "./fuzz-options.ts";
import { missBar } from "./miss-bar.ts";
import { checked, type KeptFind, runSuite } from "./run-suite.ts";
import { type Suite, Tally } from "./suite.ts";

const isTerminal = process.stderr.isTTY === true;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function showProgress(text: string): void {
  if (isTerminal) process.stderr.write(`\r${text}\u001b[K`);
}

/** Runs one suite; returns how many finds it had, and how many seconds of its share it spent. */
async function runOne(
  suite: Suite,
  share: number,
  options: FuzzOptions,
): Promise<{ readonly finds: number; readonly spent: number }> {
  const open = await suite.open();
  if (typeof open === "string") {
    say(`${suite.name.padEnd(12)} skipped: ${open}`);
    return { finds: 0, spent: 0 };
  }
  const startedAt = performance.now();
  const { cases, finds, tally } = await runSuite(suite, open, {
    ...options,
    seconds: share,
    onProgress: (count, found) => showProgress(`${suite.name}: ${count} cases, ${found} finds`),
    onFind: (find, file) => {
      showProgress("");
      say(`FIND ${find.suite}: ${find.message.slice(0, 600)}\n     ${file}`);
    },
  }).finally(() => open.close?.());
  showProgress("");
  const spent = (performance.now() - startedAt) / 1000;
  say(`${suite.name.padEnd(12)} ${cases} cases in ${spent.toFixed(1)} s, ${finds} finds; ${tally}`);
  if (suite.bar === undefined) return { finds, spent: Math.min(spent, share) };
  const missed = missBar(suite.bar, tally);
  say(`${"".padEnd(12)} ${missed === undefined ? "within its bar" : `past its bar: ${missed}`}`);
  return { finds: missed === undefined ? 0 : finds, spent: Math.min(spent, share) };
}

async function replay(file: string): Promise<number> {
  const kept = JSON.parse(readFileSync(file, "utf8")) as KeptFind;
  const suite = allSuites.find(({ name }) => name === kept.suite);
  const open = await suite?.open();
  if (open === undefined || typeof open === "string") {
    say(`Suite ${kept.suite} cannot run: ${open ?? "there is no such suite"}`);
    return 2;
  }
  const find = await checked(open, drawTape(kept.tape), new Tally());
  await open.close?.();
  say(find === undefined ? `no longer found: ${kept.message}` : `FIND ${kept.suite}: ${find.message}`);
  say(JSON.stringify(find?.detail ?? kept.detail, null, 2));
  return find === undefined ? 0 : 1;
}

async function main(): Promise<number> {
  const options = readFuzzOptions(process.argv.slice(2));
  if ("text" in options) {
    say(options.text);
    return options.isHelp ? 0 : 2;
  }
  if (options.replay !== undefined) return replay(options.replay);
  const chosen = allSuites.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
  say(`seed ${options.seed}, ${options.seconds} s, suites: ${chosen.map(({ name }) => name).join(", ")}`);
  let finds = 0;
  let secondsLeft = options.seconds;
  // The time is shared evenly; what a suite does not use, since it is skipped or done, goes to those behind it.
  for (const [index, suite] of chosen.entries()) {
    const result = await runOne(suite, secondsLeft / (chosen.length - index), options);
    finds += result.finds;
    secondsLeft -= result.spent;
  }
  say(
    finds === 0
      ? "nothing found past the bars"
      : `${finds} finds, kept in ${options.out}; replay one with --replay <file>`,
  );
  return finds === 0 ? 0 : 1;
}

process.exitCode = await main();
