import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Job, Result } from "./job.ts";
import type { JobMessage, ResultMessage, WorkerSettings } from "./worker.ts";

/** Why a job came to nothing. */
export type LossReason = "died" | "stuck";

/** Thrown for a job whose worker was lost. */
export class WorkerLostError extends Error {
  readonly reason: LossReason;

  constructor(reason: LossReason) {
    super(reason === "stuck" ? "The worker did not answer in time." : "The worker died.");
    this.reason = reason;
  }
}

/** How workers are run. */
export interface WorkerOptions {
  readonly settings: WorkerSettings;
  /** Longest time for one job, in ms; then the worker is killed. */
  readonly timeoutMs: number;
  /** Heap of a worker, in MiB; one that holds twice as much memory is replaced. */
  readonly memoryMib: number;
}

// The built program: tests run the sources and need it as well.
const program = fileURLToPath(new URL("../../../dist/grading/pool/worker.js", import.meta.url));

/** A child process that does one job at a time. */
export class WorkerProcess {
  readonly pid: number | undefined;
  /** Resolves once it takes jobs; rejects where it ends before. */
  readonly ready: Promise<void>;
  /** Resolves when it has ended. */
  readonly ended: Promise<void>;
  /** It grew past its memory, or is gone: give it no more jobs. */
  isSpent = false;
  /** It was told to end; that takes a moment. */
  isKilled = false;
  readonly #child: ChildProcess;
  readonly #options: WorkerOptions;
  #job: { id: number; resolve: (result: Result) => void; reject: (error: Error) => void } | undefined;
  #timer: NodeJS.Timeout | undefined;
  #lastId = 0;

  constructor(options: WorkerOptions) {
    this.#options = options;
    this.#child = fork(program, [JSON.stringify(options.settings)], {
      execArgv: [`--max-old-space-size=${options.memoryMib}`],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    this.pid = this.#child.pid;
    this.ended = new Promise((resolve) => {
      this.#child.once("exit", () => {
        this.#lose("died");
        resolve();
      });
    });
    this.ready = new Promise((resolve, reject) => {
      this.#child.once("message", () => resolve());
      this.#child.once("error", reject);
      void this.ended.then(() => reject(new WorkerLostError("died")));
    });
    // Whoever waits for it hears of it; nobody may be waiting.
    this.ready.catch(() => {});
    this.#child.on("error", () => this.kill());
    this.#child.on("message", (message) => {
      if (typeof message === "object") this.#finish(message as unknown as ResultMessage);
    });
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Does a job; one at a time. Rejects with WorkerLostError. */
  run(job: Job): Promise<Result> {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#job = { id, resolve, reject };
      this.#timer = setTimeout(() => {
        this.#lose("stuck");
        this.kill();
      }, this.#options.timeoutMs);
      const message: JobMessage = { id, job };
      this.#child.send(message, (error) => {
        if (error === null) return;
        this.#lose("died");
        this.kill();
      });
    });
  }

  /** Ends it at once. */
  kill(): void {
    this.isSpent = true;
    this.isKilled = true;
    this.#child.kill("SIGKILL");
  }

  #finish({ id, result, rss }: ResultMessage): void {
    if (rss > 2 * this.#options.memoryMib * 1024 * 1024) this.isSpent = true;
    if (this.#job?.id !== id) return;
    const { resolve } = this.#job;
    this.#clear();
    resolve(result);
  }

  #lose(reason: LossReason): void {
    this.isSpent = true;
    const job = this.#job;
    this.#clear();
    job?.reject(new WorkerLostError(reason));
  }

  #clear(): void {
    clearTimeout(this.#timer);
    this.#job = undefined;
  }
}
