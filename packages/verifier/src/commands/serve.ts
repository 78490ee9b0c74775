import type { Command } from "commander";
import { destination, type Logger, pino } from "pino";
import type { DifficultyConfig } from "../difficulty/difficulty-config.ts";
import type { DifficultyLedger } from "../difficulty/difficulty-ledger.ts";
import { openLedger } from "../ledger/open-ledger.ts";
import { readDifficultyConfig } from "../ledger/read-difficulty-config.ts";
import { resolveServeOptions, type ServeOptions } from "../service/serve-options.ts";
import { startServer } from "../service/server.ts";

/** Runs a server until a signal (or the end of the parent, if asked) stops it. */
export async function runServe(flags: Record<string, unknown>, command: Command): Promise<void> {
  const { exitWithParent, ...given } = flags;
  const options = readOptions(given, command);
  const log = pino({ level: options.logLevel }, destination({ dest: 2, sync: true }));
  const ledger = await openLedgerOrExit(options, log, command);
  const server = await startServer(options, log, ledger);
  const addresses = {
    address: server.address,
    ...(server.httpAddress === undefined ? {} : { http: server.httpAddress }),
  };
  process.stdout.write(`${JSON.stringify({ event: "listening", ...addresses })}\n`);
  const { logLevel: _, ...settings } = options;
  log.info({ ...addresses, ...settings }, "listening");
  warnWhenExposed(options, log);
  const reason = await waitForStop(exitWithParent === true);
  log.info({ reason }, "stopping");
  // A second signal ends the process at once, as it would without this program's handlers.
  await server.stop();
  log.info("stopped");
  // An open standard input would keep the process alive.
  process.stdin.destroy();
}

function readOptions(given: Record<string, unknown>, command: Command): ServeOptions {
  try {
    return resolveServeOptions(given);
  } catch (error) {
    return command.error(`error: ${error instanceof Error ? error.message : String(error)}`, { exitCode: 2 });
  }
}

async function openLedgerOrExit(
  options: ServeOptions,
  log: Logger,
  command: Command,
): Promise<DifficultyLedger> {
  const { ledger: where, ledgerSync, difficultyConfig: configFile, difficulty: changes } = options;
  const config = readConfig(configFile, changes, command);
  return openLedger(where, {
    config,
    sync: ledgerSync,
    onWarning: (message) => log.warn(message),
  });
}

function readConfig(
  file: string | undefined,
  changes: readonly string[] | undefined,
  command: Command,
): DifficultyConfig {
  try {
    return readDifficultyConfig(file, changes);
  } catch (error) {
    return command.error(`error: ${error instanceof Error ? error.message : String(error)}`, { exitCode: 2 });
  }
}

function warnWhenExposed({ host }: ServeOptions, log: Logger): void {
  if (host === "localhost" || host === "::1" || host.startsWith("127.")) return;
  log.warn(
    { host },
    "listening beyond this machine without encryption: keep the port inside a trusted network",
  );
}

function waitForStop(exitWithParent: boolean): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve(signal));
    if (!exitWithParent) return;
    process.stdin.once("end", () => resolve("parent ended"));
    process.stdin.once("error", () => resolve("parent ended"));
    process.stdin.resume();
  });
}
