import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { TrainerError } from "../errors.ts";

/** A verifier that this run started. */
export interface VerifierProcess {
  /** host:port it was told to listen on. */
  readonly address: string;
  /** Ends it and waits until it is gone; kills it after five seconds. */
  stop(): Promise<void>;
}

/** How to start a verifier. */
export interface VerifierCommand {
  /** Program and arguments; `{host}`, `{port}`, `{address}` and `{ledger}` are replaced. */
  readonly command: readonly string[];
  /** host:port; port 0 chooses a free one. */
  readonly address: string;
  /** File in which the run's verifier keeps difficulty. */
  readonly ledgerFile: string;
  /** Called when it ends by itself; it is started again after a delay. */
  readonly onExit: (reason: string) => void;
}

const killAfterMs = 5_000;
const restartAfterMs = 1_000;

/**
 * Starts a verifier and starts it again whenever it dies, until `stop`. Rejects with CONFIG_INVALID when the address
 * has no port and VERIFIER_UNREACHABLE when the program cannot be started.
 */
export async function startVerifierCommand(options: VerifierCommand): Promise<VerifierProcess> {
  const address = await chooseAddress(options.address);
  const { host, port } = splitAddress(address);
  const [program, ...args] = options.command.map((part) =>
    part
      .replaceAll("{host}", host)
      .replaceAll("{port}", String(port))
      .replaceAll("{address}", address)
      .replaceAll("{ledger}", options.ledgerFile),
  ) as [string, ...string[]];
  let stopped = false;
  let child: ChildProcess;
  let restart: NodeJS.Timeout | undefined;
  const start = () => {
    // Its own process group: Ctrl-C must reach the trainer alone, which still needs verdicts to finish its step.
    // The pipe lets a verifier with --exit-with-parent notice when the trainer is killed.
    child = spawn(program, args, { stdio: ["pipe", "ignore", "ignore"], detached: true });
    child.once("exit", (code, signal) => {
      if (stopped) return;
      options.onExit(`ended with ${signal ?? `exit code ${code}`}`);
      restart = setTimeout(start, restartAfterMs);
    });
    child.on("error", (error) => options.onExit(error.message));
  };
  start();
  await waitForSpawn(child!, program);
  const killNow = () => child.kill("SIGKILL");
  process.once("exit", killNow);
  return {
    address,
    stop: async () => {
      stopped = true;
      clearTimeout(restart);
      process.off("exit", killNow);
      await endProcess(child);
    },
  };
}

function waitForSpawn(child: ChildProcess, program: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("spawn", () => resolve());
    child.once("error", (cause) =>
      reject(
        new TrainerError(
          "VERIFIER_UNREACHABLE",
          `Cannot start the verifier command "${program}": ${cause.message}. Check verifier.command.`,
          { cause },
        ),
      ),
    );
  });
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), killAfterMs);
  await gone;
  clearTimeout(timer);
}

async function chooseAddress(address: string): Promise<string> {
  const { host, port } = splitAddress(address);
  return port === 0 ? `${host}:${await findFreePort(host)}` : address;
}

function splitAddress(address: string): { host: string; port: number } {
  const colon = address.lastIndexOf(":");
  const port = Number(address.slice(colon + 1));
  if (colon < 1 || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new TrainerError(
      "CONFIG_INVALID",
      `verifier.address: a verifier that is started here needs host:port, got "${address}".`,
    );
  }
  return { host: address.slice(0, colon), port };
}

function findFreePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, host, () => {
      const bound = server.address();
      server.close(() => resolve(typeof bound === "object" && bound !== null ? bound.port : 0));
    });
  });
}
