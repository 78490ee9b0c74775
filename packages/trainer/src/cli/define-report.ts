import type { Command } from "commander";

const examples = `
Examples:
  touchstone-trainer report runs/words
  touchstone-trainer report runs/words --out words.html

The run may still be going on. At its end, \`run\` writes the same page to report.html in the run directory.`;

/** Adds `report`. */
export function defineReport(program: Command): void {
  program
    .command("report")
    .description("write a run as one HTML page: curves, decisions about groups, evaluations, config")
    .argument("<directory>", "run directory")
    .option("--out <file>", "page to write (default: report.html in the run directory)")
    .addHelpText("after", examples)
    .action(async (directory: string, { out }: { out?: string }) => {
      const { writeRunReport } = await import("../report/write-run-report.ts");
      process.stdout.write(`${await writeRunReport(directory, out)}\n`);
    });
}
