import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { startVerifierProcess, type VerifierProcess } from "../src/start-process.ts";
import { type Holdings, isAlive, listChildren, type ProcessId, readHoldings } from "./processes.ts";

/** How long workers may outlive their server, in ms: the longest job of one (--worker-timeout-ms), and some. */
const leftoverMs = 20_000;

/** A verifier that is killed and comes back at its address. */
export class ServerLife {
  starts = 0;
  workerKills = 0;
  /** Workers that outlived their server, by the number of the process. */
  readonly leftovers: number[] = [];
  #server: VerifierProcess | undefined;
  #port = 0;
  readonly #args: readonly string[];
  readonly #waits: Promise<void>[] = [];

  constructor(args: readonly string[]) {
    this.#args = args;
  }

  get address(): string {
    return this.#running.address;
  }

  get #running(): VerifierProcess {
    if (this.#server === undefined) throw new Error("The server has not been started.");
    return this.#server;
  }

  get #pid(): number {
    return this.#running.process.pid!;
  }

  async start(): Promise<void> {
    this.#server = await startVerifierProcess({ port: this.#port, logLevel: "error", args: this.#args });
    this.#port = Number(this.address.split(":").at(-1));
    this.starts++;
  }

  /** Kills the server without warning and starts another. */
  async restart(): Promise<void> {
    const { process: child } = this.#running;
    const workers = listChildren(this.#pid);
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    await exited;
    this.#waits.push(this.#awaitEnd(workers));
    await this.start();
  }

  /** Kills a worker; `choose` gives a number below its argument. */
  killWorker(choose: (below: number) => number): void {
    const workers = listChildren(this.#pid);
    if (workers.length === 0) return;
    process.kill(workers[choose(workers.length)]!.pid, "SIGKILL");
    this.workerKills++;
  }

  /** undefined where the server has ended by itself. */
  hold(): Holdings | undefined {
    return readHoldings(this.#pid);
  }

  /** Stops the server as an operator does, and waits until every worker there ever was has had its time to end. */
  async stop(): Promise<void> {
    const workers = listChildren(this.#pid);
    await this.#running.stop();
    this.#waits.push(this.#awaitEnd(workers));
    await Promise.all(this.#waits);
  }

  async #awaitEnd(workers: readonly ProcessId[]): Promise<void> {
    const endsAt = performance.now() + leftoverMs;
    while (workers.some(isAlive) && performance.now() < endsAt) await sleep(100);
    this.leftovers.push(...workers.filter(isAlive).map(({ pid }) => pid));
  }
}
