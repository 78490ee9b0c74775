import type { Command } from "commander";

/** Adds `devices` and `schema`. */
export function defineTools(program: Command): void {
  program
    .command("devices")
    .description("list what can compute on this machine")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample:\n  touchstone-trainer devices")
    .action(async (flags: { json?: boolean }) => {
      const { listDevices } = await import("@touchstone/engine");
      const reports = await listDevices();
      const lines = reports.map(
        ({ name, usable, detail }) => `${usable ? "yes" : "no "}  ${name.padEnd(14)} ${detail}\n`,
      );
      process.stdout.write(flags.json === true ? `${JSON.stringify(reports, null, 2)}\n` : lines.join(""));
    });
  program
    .command("schema")
    .description("print the JSON Schema of a pipeline file, for editors")
    .addHelpText("after", "\nExample:\n  touchstone-trainer schema > pipeline.schema.json")
    .action(async () => {
      const { createConfigJsonSchema } = await import("../config.ts");
      process.stdout.write(`${JSON.stringify(createConfigJsonSchema(), null, 2)}\n`);
    });
}
