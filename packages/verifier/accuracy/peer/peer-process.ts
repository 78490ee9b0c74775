import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** What the peer says of a pair; `lost`: it had to be killed or died, `error`: it threw. */
export type PeerOutcome = "correct" | "incorrect" | "no_gold" | "no_answer" | "lost" | "error";

/** A verdict of the peer with the CPU time it took, in milliseconds. */
export interface PeerVerdict {
  readonly outcome: PeerOutcome;
  readonly cpuMs: number;
}

/** Versions of Python and of the packages that the peer consists of. */
export type PeerVersions = Readonly<Record<string, string>>;

/** A pair as the peer is given it. */
export interface PeerPair {
  readonly gold: string;
  readonly answer: string;
}

/** The peer in a child process. */
export interface Peer {
  readonly versions: PeerVersions;
  /** Grades one pair; calls must not overlap. A pair that takes too long costs the process its life, not the run. */
  ask(pair: PeerPair): Promise<PeerVerdict>;
  close(): void;
}

/** Settings of the peer. */
export interface PeerOptions {
  /** Python interpreter that has the peer installed. */
  readonly python: string;
  /** Script to run. Default: the worker beside this file. */
  readonly script?: string;
  /** After so long the process is killed and the pair counts as `lost`. Default 30 000, above the peer's own limits. */
  readonly killAfterMs?: number;
}

interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly versions: PeerVersions;
  /** The next line; undefined when the process ends or the time is over. */
  readLine(timeoutMs: number): Promise<string | undefined>;
}

const startTimeoutMs = 120_000;

/**
 * Starts the peer.
 *
 * @throws Error when the interpreter or its packages are missing
 */
export async function startPeer(options: PeerOptions): Promise<Peer> {
  const killAfterMs = options.killAfterMs ?? 30_000;
  let running = await start(options);
  return {
    versions: running.versions,
    async ask({ gold, answer }) {
      running.child.stdin.write(`${JSON.stringify({ gold, answer })}\n`);
      const line = await running.readLine(killAfterMs);
      if (line !== undefined) return readVerdict(line);
      running.child.kill("SIGKILL");
      running = await start(options);
      return { outcome: "lost", cpuMs: killAfterMs };
    },
    close() {
      running.child.kill("SIGKILL");
    },
  };
}

function readVerdict(line: string): PeerVerdict {
  const { outcome, cpu_ms } = JSON.parse(line) as { outcome: PeerOutcome; cpu_ms: number };
  return { outcome, cpuMs: cpu_ms };
}

async function start({ python, script }: PeerOptions): Promise<Running> {
  const path = script ?? fileURLToPath(new URL("math_verify_worker.py", import.meta.url));
  const child = spawn(python, [path], { stdio: "pipe" });
  const readLine = createLineReader(child);
  let lastWords = "";
  child.stderr.on("data", (chunk: Buffer) => {
    lastWords = `${lastWords}${chunk.toString("utf8")}`.slice(-2000);
  });
  // A write after the end of the process is answered by the missing line.
  child.stdin.on("error", () => {});
  const hello = await readLine(startTimeoutMs);
  if (hello === undefined) {
    child.kill("SIGKILL");
    throw new Error(`${python} cannot run math-verify: ${lastWords.trim() || "it ended without a word"}`);
  }
  return { child, versions: JSON.parse(hello) as PeerVersions, readLine };
}

function createLineReader(child: ChildProcessWithoutNullStreams): Running["readLine"] {
  const lines: string[] = [];
  let hasEnded = false;
  let wake = () => {};
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(line);
    wake();
  });
  const end = () => {
    hasEnded = true;
    wake();
  };
  child.once("close", end);
  child.once("error", end);
  return async (timeoutMs) => {
    const deadline = performance.now() + timeoutMs;
    while (lines.length === 0 && !hasEnded && performance.now() < deadline) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.max(1, deadline - performance.now()));
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return lines.shift();
  };
}
