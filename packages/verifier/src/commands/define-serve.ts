import { availableParallelism } from "node:os";
import type { Command } from "commander";
import { addAnswerLimits, addStepLimits } from "./limit-flags.ts";

const examples = `
Examples:
  touchstone-verifier serve
  touchstone-verifier serve --host 0.0.0.0 --token-file tokens --tls-cert cert.pem --tls-key key.pem
  touchstone-verifier serve --http-port 8080                # a page at http://127.0.0.1:8080/
  touchstone-verifier serve --ledger run/difficulty.ledger --difficulty half_life_steps=200
  touchstone-verifier serve --grader ./same-letters.js      # docs/guides/graders.md
  touchstone-verifier serve --port 0 --exit-with-parent     # as a child of a training program

Once it listens it prints one line on standard output: {"event":"listening","address":"127.0.0.1:50051"}
(with --http-port also "http":"127.0.0.1:8080", with --metrics-port "metrics":"127.0.0.1:9464")
Tokens may also come from the environment: TOUCHSTONE_SERVER_TOKENS, separated by commas.
Logs go to standard error and hold no text of requests.`;

/** Adds the command `serve`. */
export function defineServe(program: Command): void {
  const serve = program
    .command("serve")
    .description("answer calls over gRPC, and over HTTP if asked, until stopped");
  addDoors(serve);
  addLimits(serve);
  addLedger(serve);
  addRunning(serve);
  serve
    .addHelpText("after", examples)
    .action(async (flags) => (await import("./serve.ts")).runServe(flags, serve));
}

/** Where it listens, and to whom. */
function addDoors(serve: Command): void {
  serve
    .option("--host <address>", "address to listen on (default: 127.0.0.1)")
    .option("--port <number>", "port; 0 picks a free one (default: 50051)")
    .option(
      "--http-port <number>",
      "also serve HTTP/JSON and a page there; 0 picks a free port (default: off)",
    )
    .option(
      "--metrics-port <number>",
      "show /metrics, /livez and /readyz there, to anyone; 0 picks a free port (default: off)",
    )
    .option("--http-max-body-mib <number>", "largest HTTP body, or line of a stream, in MiB (default: 32)")
    .option("--http-max-buffered-mib <number>", "HTTP bodies held at a time, in MiB (default: 256)")
    .option("--http-body-timeout-ms <number>", "how long an HTTP body may take to arrive (default: 30000)")
    .option("--http-stream-idle-ms <number>", "how long an HTTP stream may be silent (default: 600000)")
    .option("--http-max-connections <number>", "most HTTP connections at a time (default: 1024)")
    .option("--token-file <file>", "callers show one of these tokens, one a line; read again when it changes")
    .option(
      "--tls-cert <file>",
      "serve over TLS with this certificate chain, PEM; read again when it changes",
    )
    .option("--tls-key <file>", "private key of the certificate, PEM")
    .option("--tls-client-ca <file>", "ask clients for a certificate of these authorities, PEM")
    .option(
      "--allow-unauthenticated",
      "listen beyond this machine though callers are asked for nothing (default: false)",
    );
}

/** What a call and an item may cost. */
function addLimits(serve: Command): void {
  serve
    .option("--max-message-mib <number>", "largest message, in MiB (default: 256)")
    .option("--max-items <number>", "most items or rollouts in one call (default: 262144)");
  addStepLimits(addAnswerLimits(serve));
}

/** Where difficulty is kept. */
function addLedger(serve: Command): void {
  serve
    .option(
      "--ledger <where>",
      "difficulty ledger: a file, or postgres://… (default: in memory, lost at the end)",
    )
    .option(
      "--ledger-sync <when>",
      "acknowledge updates of a ledger file on disk, or once the os has them (default: disk)",
    )
    .option(
      "--ledger-max-problems <number>",
      "most problems of a ledger in memory, where the oldest leave, or in a file, where new ones are refused (default: 1000000)",
    )
    .option("--difficulty-config <file>", "JSON file with difficulty settings")
    .option("--difficulty <name=value>", "one difficulty setting, over the file; repeatable", collect);
}

/** How the work is shared out, and what is told of it. */
function addRunning(serve: Command): void {
  serve
    .option(
      "--workers <number>",
      `processes that grade; 0: none but the server (default: ${availableParallelism()})`,
    )
    .option("--spare-workers <number>", "processes that wait to replace a lost one (default: 1)")
    .option(
      "--grader <file>",
      "module of a grader of your own, run by the workers, for requests that name it; repeatable",
      collect,
    )
    .option("--worker-memory-mib <number>", "heap of a worker process, in MiB (default: 512)")
    .option("--worker-timeout-ms <number>", "longest time for one job of a worker (default: 15000)")
    .option("--max-queued-items <number>", "most items waiting to be graded (default: 524288)")
    .option("--cache-mib <number>", "memory for verdicts given again, in MiB; 0: none (default: 64)")
    .option("--drain-timeout-ms <number>", "how long calls may finish after a stop signal (default: 30000)")
    .option("--log-level <level>", "trace, debug, info, warn, error or silent (default: info)")
    .option("--otlp-endpoint <address>", "send traces to this OTLP/HTTP receiver, http://127.0.0.1:4318")
    .option("--slow-item-ms <number>", "log items that take longer, in ms; 0: none (default: 50)")
    .option("--log-request-text", "log messages of defects, which may quote a request (default: false)")
    .option("--exit-with-parent", "stop when standard input ends");
}

function collect(value: string, earlier: string[] = []): string[] {
  return [...earlier, value];
}
