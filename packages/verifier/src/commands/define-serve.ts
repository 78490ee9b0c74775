import type { Command } from "commander";

const examples = `
Examples:
  touchstone-verifier serve
  touchstone-verifier serve --host 0.0.0.0 --port 9000 --log-level warn
  touchstone-verifier serve --port 0 --exit-with-parent     # as a child of a training program

Once it listens it prints one line on standard output: {"event":"listening","address":"127.0.0.1:50051"}
Logs go to standard error and never hold text of a request.`;

/** Adds the command `serve`. */
export function defineServe(program: Command): void {
  program
    .command("serve")
    .description("answer gRPC calls until stopped")
    .option("--host <address>", "address to listen on (default: 127.0.0.1)")
    .option("--port <number>", "port; 0 picks a free one (default: 50051)")
    .option("--max-message-mib <number>", "largest message, in MiB (default: 256)")
    .option("--max-items <number>", "most items or rollouts in one call (default: 262144)")
    .option("--max-response-chars <number>", "longest response looked at, in UTF-16 units (default: 2097152)")
    .option("--max-answer-chars <number>", "longest answer read, in UTF-16 units (default: 4096)")
    .option("--max-depth <number>", "deepest nesting of an answer (default: 120)")
    .option("--max-tokens <number>", "most tokens of an answer (default: 2048)")
    .option("--fuel <number>", "work budget of each grading stage of an item (default: 4000000)")
    .option("--drain-timeout-ms <number>", "how long calls may finish after a stop signal (default: 30000)")
    .option("--log-level <level>", "trace, debug, info, warn, error or silent (default: info)")
    .option("--exit-with-parent", "stop when standard input ends")
    .addHelpText("after", examples)
    .action(async (flags, command) => (await import("./serve.ts")).runServe(flags, command));
}
