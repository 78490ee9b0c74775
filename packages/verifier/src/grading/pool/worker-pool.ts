import { OverloadedError } from "../../errors.ts";
import { FairQueue } from "./fair-queue.ts";
import { type Job, type Result, sizeOf } from "./job.ts";
import { WorkerLostError, type WorkerOptions, WorkerProcess } from "./worker-process.ts";

/** Settings of a pool. */
export interface PoolOptions extends WorkerOptions {
  readonly workers: number;
  /** Started and idle, to take the place of a lost worker at once. */
  readonly spares: number;
  /** Most items waiting; a larger call is still taken where nothing waits. */
  readonly maxQueuedItems: number;
  /** Told of every worker that is replaced, or ends before it takes work. */
  readonly onLost?: (reason: PoolLoss, pid: number | undefined) => void;
}

/** Why a worker is replaced; `start`: it ended before it took work. */
export type PoolLoss = keyof PoolStats["restarts"] | "start";

/** Counts of a pool since its start, and how it stands. */
export interface PoolStats {
  readonly workers: number;
  readonly busy: number;
  readonly queuedItems: number;
  /** Workers lost, by reason, and those replaced for their memory. */
  readonly restarts: Readonly<Record<"died" | "stuck" | "memory", number>>;
  /** Items that lost a worker twice and have the failure `internal`. */
  readonly failedItems: number;
  readonly overloads: number;
}

/** How jobs of one kind are taken apart when their worker is lost. */
export interface JobRules {
  /** The same work, an item a job. */
  readonly split: (job: Job) => readonly Job[];
  /** The result of an item that cannot be worked on. */
  readonly fail: (job: Job) => Result;
}

/** How long a place stays empty after a worker ended at its start, in ms. */
const restartDelayMs = 500;

/** Jobs that belong together. */
interface Call {
  readonly owner: string;
  readonly queuedAt: number;
  /** Called and taken away when a worker takes up the first job. */
  onTaken: ((waitedMs: number) => void) | undefined;
}

interface Entry {
  readonly job: Job;
  readonly call: Call;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** Child processes that share the work of all calls: an item that kills or blocks its process takes no other one along. */
export class WorkerPool {
  readonly #options: PoolOptions;
  readonly #rules: JobRules;
  readonly #queue = new FairQueue<Entry>();
  readonly #idle: WorkerProcess[] = [];
  readonly #busy = new Set<WorkerProcess>();
  readonly #starting = new Set<WorkerProcess>();
  readonly #restarts = { died: 0, stuck: 0, memory: 0 };
  #queuedItems = 0;
  #failedItems = 0;
  #overloads = 0;
  #itemsPerSecond = 10_000;
  #isClosed = false;

  constructor(options: PoolOptions, rules: JobRules) {
    this.#options = options;
    this.#rules = rules;
    this.#refill();
  }

  /** Resolves once every worker takes jobs. Rejects where one ends at its start. */
  async ready(): Promise<void> {
    await Promise.all([...this.#starting].map((worker) => worker.ready));
  }

  get stats(): PoolStats {
    return {
      workers: this.#idle.length + this.#busy.size,
      busy: this.#busy.size,
      queuedItems: this.#queuedItems,
      restarts: { ...this.#restarts },
      failedItems: this.#failedItems,
      overloads: this.#overloads,
    };
  }

  /** Process ids of the workers. */
  get pids(): readonly number[] {
    return [...this.#idle, ...this.#busy].flatMap(({ pid }) => (pid === undefined ? [] : [pid]));
  }

  /**
   * Does the jobs of one call; results in their order.
   *
   * @param onTaken told once how long it took until a worker took up the first of them
   * @throws OverloadedError where too much waits; the signal's reason once it is aborted
   */
  async run(
    jobs: readonly Job[],
    owner: string,
    signal?: AbortSignal,
    onTaken?: (waitedMs: number) => void,
  ): Promise<Result[]> {
    signal?.throwIfAborted();
    const items = jobs.reduce((sum, job) => sum + sizeOf(job), 0);
    this.#admit(items);
    const call = { owner, queuedAt: performance.now(), onTaken };
    const drop = () => this.#drop((entry) => entry.call === call, signal?.reason);
    signal?.addEventListener("abort", drop, { once: true });
    try {
      return await Promise.all(jobs.map((job) => this.#enqueue(job, call, true)));
    } finally {
      signal?.removeEventListener("abort", drop);
    }
  }

  /** Kills the workers. Work under way comes to nothing. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#drop(() => true, new Error("The pool is closed."));
    const workers = [...this.#idle, ...this.#busy, ...this.#starting];
    for (const worker of workers) worker.kill();
    await Promise.all(workers.map(({ ended }) => ended));
  }

  #admit(items: number): void {
    const { maxQueuedItems } = this.#options;
    if (this.#queuedItems === 0 || this.#queuedItems + items <= maxQueuedItems) return;
    this.#overloads++;
    const waitMs = (1000 * this.#queuedItems) / this.#itemsPerSecond;
    throw new OverloadedError(this.#queuedItems, maxQueuedItems, waitMs);
  }

  async #enqueue(job: Job, call: Call, mayRetry: boolean): Promise<Result> {
    if (this.#isClosed) throw new Error("The pool is closed.");
    const done = new Promise<Result>((resolve, reject) => {
      this.#queue.push(call.owner, { job, call, resolve, reject });
    });
    this.#queuedItems += sizeOf(job);
    this.#dispatch();
    return done.catch((error: unknown) => {
      if (!(error instanceof WorkerLostError)) throw error;
      return mayRetry ? this.#retry(job, call) : this.#giveUp(job);
    });
  }

  /** Each item once more, on its own: only the one at fault can be lost again. */
  async #retry(job: Job, call: Call): Promise<Result> {
    const singles = this.#rules.split(job);
    const results = await Promise.all(singles.map((single) => this.#enqueue(single, call, false)));
    return mergeResults(results);
  }

  #giveUp(job: Job): Result {
    this.#failedItems += sizeOf(job);
    return this.#rules.fail(job);
  }

  #drop(test: (entry: Entry) => boolean, reason: unknown): void {
    this.#queue.remove((entry) => {
      if (!test(entry)) return false;
      this.#queuedItems -= sizeOf(entry.job);
      entry.reject(reason);
      return true;
    });
  }

  #dispatch(): void {
    while (this.#idle.length > 0 && this.#busy.size < this.#options.workers) {
      const entry = this.#queue.shift();
      if (entry === undefined) return;
      const worker = this.#idle.pop() as WorkerProcess;
      void this.#work(worker, entry);
    }
  }

  async #work(worker: WorkerProcess, { job, call, resolve, reject }: Entry): Promise<void> {
    this.#busy.add(worker);
    const items = sizeOf(job);
    const startedAt = performance.now();
    call.onTaken?.(startedAt - call.queuedAt);
    call.onTaken = undefined;
    try {
      const result = await worker.run(job);
      this.#measure(items, performance.now() - startedAt);
      resolve(result);
    } catch (error) {
      if (error instanceof WorkerLostError) this.#count(error.reason, worker);
      reject(error);
    }
    this.#queuedItems -= items;
    this.#busy.delete(worker);
    this.#release(worker);
    this.#dispatch();
  }

  #release(worker: WorkerProcess): void {
    if (!worker.isSpent) {
      this.#idle.push(worker);
      return;
    }
    // One that is stuck is told of already, and may not have ended yet.
    if (worker.isAlive && !worker.isKilled) {
      this.#count("memory", worker);
      worker.kill();
    }
    this.#refill();
  }

  #count(reason: keyof PoolStats["restarts"], { pid }: WorkerProcess): void {
    if (this.#isClosed) return;
    this.#restarts[reason]++;
    this.#options.onLost?.(reason, pid);
  }

  /** A running mean of the speed of all workers, by which callers are told when to come back. */
  #measure(items: number, ms: number): void {
    const speed = (1000 * items * this.#options.workers) / Math.max(1, ms);
    this.#itemsPerSecond = 0.9 * this.#itemsPerSecond + 0.1 * speed;
  }

  #refill(): void {
    const wanted = this.#options.workers + this.#options.spares;
    while (!this.#isClosed && this.#idle.length + this.#busy.size + this.#starting.size < wanted)
      this.#start();
  }

  #start(): void {
    const worker = new WorkerProcess(this.#options);
    this.#starting.add(worker);
    worker.ready.then(
      () => {
        this.#starting.delete(worker);
        this.#idle.push(worker);
        this.#dispatch();
      },
      () => {
        this.#starting.delete(worker);
        if (!this.#isClosed) this.#options.onLost?.("start", worker.pid);
        // Not at once: a program that cannot start must not take the machine.
        setTimeout(() => this.#refill(), restartDelayMs).unref();
      },
    );
    // An idle worker may be killed from outside.
    void worker.ended.then(() => {
      const at = this.#idle.indexOf(worker);
      if (at === -1) return;
      this.#idle.splice(at, 1);
      this.#count("died", worker);
      this.#refill();
    });
  }
}

/** Results of the items of one job, put together. */
function mergeResults(results: readonly Result[]): Result {
  const refused = results.find((result) => result.kind === "refused");
  const [first] = results;
  if (refused !== undefined || first === undefined)
    return refused ?? { kind: "refused", message: "The job has no items." };
  const merged = results.slice(1).reduce(mergeTwo, first);
  // One item each: its place in the job is that of its result.
  const slow = results.flatMap((result, index) => (result.slow ?? []).map((item) => ({ ...item, index })));
  return slow.length === 0 ? merged : { ...merged, slow };
}

function mergeTwo(left: Result, right: Result): Result {
  if (left.kind === "answers" && right.kind === "answers")
    return { kind: "answers", verdicts: [...left.verdicts, ...right.verdicts] };
  if (left.kind === "rollouts" && right.kind === "rollouts")
    return { kind: "rollouts", judged: [...left.judged, ...right.judged] };
  if (left.kind === "traces" && right.kind === "traces")
    return { kind: "traces", verdicts: [...left.verdicts, ...right.verdicts] };
  if (left.kind !== "request" || right.kind !== "request")
    throw new Error(`The parts of a job came back as ${left.kind} and ${right.kind}.`);
  return { kind: "request", bytes: Buffer.concat([left.bytes, right.bytes]) };
}
