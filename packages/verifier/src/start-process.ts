import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { VerifierError } from "./errors.ts";

/** Settings of a verifier that runs as a child process. */
export interface StartVerifierOptions {
  /** Default 0: a free port. */
  readonly port?: number;
  /** Default "warn". */
  readonly logLevel?: "trace" | "debug" | "info" | "warn" | "error" | "silent";
  /** More flags of `touchstone-verifier serve`. Without `--workers` it grades in its one process. */
  readonly args?: readonly string[];
  /** How long it may take to listen, in milliseconds. Default 20 000. */
  readonly readyTimeoutMs?: number;
  /** Called with each line of the log; default: the lines go to this process's stderr. */
  readonly onLogLine?: (line: string) => void;
}

/** A verifier that listens in a child process. It ends with this process, however that ends. */
export interface VerifierProcess {
  /** `host:port` to give to `createVerifierClient`. */
  readonly address: string;
  /** `host:port` of the HTTP door, where `args` ask for one. */
  readonly httpAddress?: string;
  /** The same of metrics and probes. */
  readonly metricsAddress?: string;
  readonly process: ChildProcess;
  /** Asks it to finish its calls and end; resolves when it has ended. */
  stop(): Promise<void>;
}

const keptLines = 20;
const stopTimeoutMs = 35_000;

/**
 * Starts a verifier on this machine and waits until it listens.
 *
 * @throws VerifierError START_FAILED with the end of its log when it ends or stays silent
 */
export async function startVerifierProcess(options: StartVerifierOptions = {}): Promise<VerifierProcess> {
  const child = spawn(process.execPath, buildArguments(options), { stdio: ["pipe", "pipe", "pipe"] });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const logTail = followLog(child, options.onLogLine);
  try {
    const addresses = await waitForAddresses(child, options.readyTimeoutMs ?? 20_000);
    return { ...addresses, process: child, stop: () => stopChild(child, ended) };
  } catch (error) {
    child.kill("SIGKILL");
    await ended;
    const reason = error instanceof Error ? error.message : String(error);
    const tail =
      logTail.length === 0 ? "It wrote nothing to stderr." : `Its last words:\n${logTail.join("\n")}`;
    throw new VerifierError("START_FAILED", `The verifier did not start: ${reason} ${tail}`, {
      cause: error,
    });
  }
}

function buildArguments(options: StartVerifierOptions): string[] {
  // Beside this file once built; tests run the sources and need the built program as well.
  const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
  const port = String(options.port ?? 0);
  const logLevel = options.logLevel ?? "warn";
  const own = ["--exit-with-parent", "--port", port, "--log-level", logLevel, "--workers", "0"];
  const flags = [...own, ...(options.args ?? [])];
  return [cli, "serve", ...flags];
}

function followLog(child: ChildProcess, onLogLine: ((line: string) => void) | undefined): string[] {
  const tail: string[] = [];
  const report = onLogLine ?? ((line: string) => process.stderr.write(`${line}\n`));
  createInterface({ input: child.stderr! }).on("line", (line) => {
    tail.push(line);
    if (tail.length > keptLines) tail.shift();
    report(line);
  });
  return tail;
}

type Addresses = Pick<VerifierProcess, "address" | "httpAddress" | "metricsAddress">;

function waitForAddresses(child: ChildProcess, timeoutMs: number): Promise<Addresses> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`It was not ready within ${timeoutMs} ms.`)), timeoutMs);
    const fail = (error: Error) => {
      clearTimeout(timer);
      reject(error);
    };
    child.once("error", fail);
    child.once("close", (code, signal) => fail(new Error(`It ended with ${signal ?? `exit code ${code}`}.`)));
    createInterface({ input: child.stdout! }).on("line", (line) => {
      const addresses = readListeningLine(line);
      if (addresses === undefined) return;
      clearTimeout(timer);
      resolve(addresses);
    });
  });
}

function readListeningLine(line: string): Addresses | undefined {
  try {
    const message: unknown = JSON.parse(line);
    if (typeof message !== "object" || message === null || !("event" in message)) return undefined;
    if (message.event !== "listening" || !("address" in message)) return undefined;
    if (typeof message.address !== "string") return undefined;
    const { address } = message;
    return {
      address,
      ...("http" in message && typeof message.http === "string" ? { httpAddress: message.http } : {}),
      ...("metrics" in message && typeof message.metrics === "string"
        ? { metricsAddress: message.metrics }
        : {}),
    };
  } catch {
    return undefined;
  }
}

async function stopChild(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), stopTimeoutMs);
    await ended;
    clearTimeout(timer);
  }
  await ended;
}
