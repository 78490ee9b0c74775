import type { Command } from "commander";
import type { Logger } from "pino";
import type { DifficultyConfig } from "../difficulty/difficulty-config.ts";
import type { DifficultyLedger } from "../difficulty/difficulty-ledger.ts";
import { openLedger } from "../ledger/open-ledger.ts";
import { readDifficultyConfig } from "../ledger/read-difficulty-config.ts";
import { createLog } from "../log/create-log.ts";
import { openObservation } from "../metrics/open-observation.ts";
import { Readiness } from "../metrics/readiness.ts";
import { type Access, isLoopback, openAccess } from "../security/access.ts";
import { resolveServeOptions, type ServeOptions } from "../service/serve-options.ts";
import { startServer } from "../service/server.ts";
import { openTracer } from "../tracing/open-tracer.ts";

/** Runs a server until a signal (or the end of the parent, if asked) stops it. */
export async function runServe(flags: Record<string, unknown>, command: Command): Promise<void> {
  const { exitWithParent, ...given } = flags;
  const options = readOptions(given, command);
  const log = createLog(options);
  // A defect outside of any call: the runtime's own last words would quote whatever it choked on.
  process.on("uncaughtException", (error) => {
    log.fatal({ err: error }, "ended by a defect");
    process.exit(1);
  });
  const access = openAccessOrExit(options, log, command);
  const tracer = await openTracer(options, process.env, log);
  const readiness = new Readiness((reason) =>
    reason === undefined ? log.info("ledger back") : log.error({ reason }, "ledger away"),
  );
  // Before the ledger: probes see that the server starts, however long that takes.
  const observation = await openObservation(options, readiness);
  const metrics = observation?.metrics;
  const server = await openLedgerOrExit(options, log, command)
    .then((ledger) => startServer({ options, log, ledger, access, readiness, metrics, tracer }))
    .catch(async (error: unknown) => {
      await observation?.close();
      throw error;
    });
  const addresses = {
    address: server.address,
    ...(server.httpAddress === undefined ? {} : { http: server.httpAddress }),
    ...(observation === undefined ? {} : { metrics: observation.address }),
  };
  process.stdout.write(`${JSON.stringify({ event: "listening", ...addresses })}\n`);
  const { logLevel: _, ...settings } = options;
  log.info({ ...addresses, ...hidePasswords(settings) }, "listening");
  warnWhenExposed(options, access, log);
  const reason = await waitForStop(exitWithParent === true);
  log.info({ reason }, "stopping");
  // A second signal ends the process at once, as it would without this program's handlers.
  await server.stop();
  await observation?.close();
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
  const {
    ledger: where,
    ledgerSync,
    ledgerMaxProblems,
    difficultyConfig: configFile,
    difficulty: changes,
  } = options;
  const config = readConfig(configFile, changes, command);
  return openLedger(where, {
    config,
    sync: ledgerSync,
    maxProblems: ledgerMaxProblems,
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

function openAccessOrExit(options: ServeOptions, log: Logger, command: Command): Access {
  try {
    return openAccess(options, process.env, {
      tokens: {
        onReload: (tokens) => log.info({ tokens }, "tokens read again"),
        onRejected: (message) => log.error(`${message} The tokens that were in force stay in force.`),
      },
      tls: {
        onReload: () => log.info("certificates read again"),
        onRejected: (message) => log.error(`${message} The certificates that were in force stay in force.`),
      },
    });
  } catch (error) {
    return command.error(`error: ${error instanceof Error ? error.message : String(error)}`, { exitCode: 2 });
  }
}

function warnWhenExposed({ host }: ServeOptions, { tls, tokens }: Access, log: Logger): void {
  if (isLoopback(host)) return;
  if (tls === undefined)
    log.warn(
      { host },
      "listening beyond this machine without encryption: keep the port inside a trusted network",
    );
  if (tokens === undefined && tls?.current.clientCa === undefined)
    log.warn({ host }, "anyone who reaches the port may call: no token or client certificate is asked for");
}

/** Addresses of a database and of a receiver may hold a password. */
function hidePasswords(settings: Omit<ServeOptions, "logLevel">): object {
  const { ledger, otlpEndpoint } = settings;
  const hide = (address: string) => address.replace(/:\/\/.*@/, "://…@");
  return {
    ...settings,
    ...(ledger === undefined ? {} : { ledger: hide(ledger) }),
    ...(otlpEndpoint === undefined ? {} : { otlpEndpoint: hide(otlpEndpoint) }),
  };
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
