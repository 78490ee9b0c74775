import { connectionFlags } from "@touchstone/proto/connection-flags";
import type { Command } from "commander";

const examples = `
Examples:
  touchstone-verifier difficulty list --ledger runs/difficulty.ledger
  touchstone-verifier difficulty list --address 127.0.0.1:50051 --stream run-1 --step 400
  touchstone-verifier difficulty import counts.jsonl --ledger runs/difficulty.ledger --stream run-1
  touchstone-verifier difficulty list --address verifier.lab:50051 --tls-ca ca.pem --token-file token
  touchstone-verifier difficulty export --ledger runs/difficulty.ledger --stream run-1 > difficulty.jsonl

A line of an import is a JSON object: "problem_id" or "id", "rollouts" or "n", "correct" or "c". Importing the same file
again counts nothing twice. A ledger file that a server uses is locked: name the server's --address instead.`;

/** Adds the command `difficulty`. */
export function defineDifficulty(program: Command): void {
  const command = program
    .command("difficulty")
    .description("read and fill the difficulty ledger")
    .addHelpText("after", examples);
  addSource(command.command("list").description("show problems as a table; without --stream, the streams"))
    .option("--stream <name>", "policy stream")
    .option("--json", "one JSON object a line")
    .action(async (flags, own) => (await import("./difficulty.ts")).runList(flags, own));
  addSource(command.command("export").description("write problems as JSONL"))
    .requiredOption("--stream <name>", "policy stream")
    .option("--out <file>", "write here instead of standard output")
    .action(async (flags, own) => (await import("./difficulty.ts")).runExport(flags, own));
  addSource(command.command("import").description("enter pass counts that were measured elsewhere"))
    .argument("<file>", "JSONL file, .gz allowed; - for standard input")
    .requiredOption("--stream <name>", "policy stream")
    .option("--batch-id <id>", "name of the import (default: a digest of its counts)")
    .action(async (file, flags, own) => (await import("./difficulty.ts")).runImport(file, flags, own));
}

function addSource(command: Command): Command {
  command
    .option("--ledger <where>", "a ledger file, or postgres://…")
    .option("--address <host:port>", "a running verifier");
  for (const [flags, description] of connectionFlags) command.option(flags, `with --address: ${description}`);
  return command
    .option("--step <number>", "policy step (default: each problem's newest; for imports 0)")
    .option("--difficulty-config <file>", "JSON file with difficulty settings, with --ledger")
    .option("--difficulty <name=value>", "one difficulty setting, with --ledger; repeatable", collect);
}

function collect(value: string, earlier: string[] = []): string[] {
  return [...earlier, value];
}
