import { constants } from "node:fs";
import { access, type FileHandle, mkdir, open, rename, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { setImmediate as yieldToEventLoop } from "node:timers/promises";
import type { AppliedBatch, LedgerCapacity, LedgerStore } from "../difficulty/ledger-store.ts";
import { LedgerFullError, LedgerUnavailableError, VerifierError } from "../errors.ts";
import { type LedgerLock, lockLedger } from "./ledger-lock.ts";
import { LedgerTable, type TableLimits } from "./ledger-table.ts";
import { encodeRecord, type LogRecord, listSnapshot, logHeader } from "./log-record.ts";
import { enterBatch, prepareBatch } from "./memory-store.ts";
import { readLog } from "./read-log.ts";
import type { SyncPolicy } from "./sync-policy.ts";

/** Settings of a file store. */
export interface FileStoreOptions {
  readonly sync: SyncPolicy;
  readonly limits: TableLimits;
  /** Refuse a file that is not there; otherwise it is made, with its folder. */
  readonly mustExist?: boolean;
  /** The log is rewritten when it is this much larger than after its last rewrite, and twice as large. */
  readonly compactAfterBytes?: number;
  /** Told of a torn tail that was cut off. */
  readonly onTornTail?: (keptAs: string, bytes: number) => void;
}

const defaultCompactAfterBytes = 16 * 1024 * 1024;

/**
 * Opens a ledger in one file: an append-only log of checksummed records, locked against a second process.
 *
 * @throws VerifierError LEDGER_LOCKED, LEDGER_CORRUPT, or LEDGER_UNREADABLE
 */
export async function openFileStore(path: string, options: FileStoreOptions): Promise<LedgerStore> {
  await (options.mustExist === true ? requireFile(path) : makeFolder(path));
  const lock = await lockLedger(path).catch((cause) => {
    throw cause instanceof VerifierError ? cause : describeUnreadable(path, cause);
  });
  try {
    const store = new FileStore(path, options, lock);
    await store.load();
    return store;
  } catch (cause) {
    await lock.release();
    throw cause instanceof VerifierError ? cause : describeUnreadable(path, cause);
  }
}

interface Waiting {
  readonly line: string;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** A table in memory behind a log on disk. Updates that arrive while one is being synced share the next sync. */
class FileStore implements LedgerStore {
  readonly kind = "file";
  readonly capacity: LedgerCapacity;
  readonly #path: string;
  readonly #options: FileStoreOptions;
  readonly #lock: LedgerLock;
  readonly #table: LedgerTable;
  #file!: FileHandle;
  #size = 0;
  #sizeAfterRewrite = 0;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  #broken: LedgerUnavailableError | undefined;

  constructor(path: string, options: FileStoreOptions, lock: LedgerLock) {
    this.#path = path;
    this.#options = options;
    this.#lock = lock;
    this.capacity = { maxProblems: options.limits.maxProblems, whenFull: "refuse" };
    this.#table = new LedgerTable(options.limits);
  }

  async load(): Promise<void> {
    this.#file = await open(this.#path, constants.O_RDWR | constants.O_CREAT, 0o644);
    const { soundBytes, totalBytes, records } = await readLog(this.#file, this.#path, this.#table);
    if (totalBytes > soundBytes) await this.#cutTornTail(soundBytes, totalBytes - soundBytes);
    this.#size = soundBytes;
    this.#sizeAfterRewrite = soundBytes;
    if (records > 0) return;
    await this.#append(encodeRecord(logHeader));
    await syncFolder(this.#path);
  }

  async apply(...[key, problemIds, change]: Parameters<LedgerStore["apply"]>): Promise<AppliedBatch> {
    if (this.#broken !== undefined) throw this.#broken;
    const prepared = prepareBatch(this.#table, key, problemIds, change);
    if (prepared.repeated) {
      // The first application may still be on its way to the disk.
      await this.#write("");
      return { outcome: prepared.outcome, repeated: true };
    }
    const { outcome, states } = prepared;
    this.#requireRoom(key.stream, states);
    const { stream, batchId, fingerprint } = key;
    const kept = batchId === "" ? "" : outcome;
    const record: LogRecord = ["batch", stream, batchId, fingerprint, kept, [...states]];
    // Encoded first: what cannot be written must not be in the table.
    const line = encodeRecord(record);
    enterBatch(this.#table, key, prepared);
    await this.#write(line);
    return { outcome, repeated: false };
  }

  /** What is on the disk is never forgotten: a problem that does not fit is refused, with its whole batch. */
  #requireRoom(stream: string, states: ReadonlyMap<string, string>): void {
    const known = this.#table.read(stream, [...states.keys()]).size;
    const added = states.size - known;
    if (added > Math.max(0, this.#table.room)) throw new LedgerFullError(this.capacity.maxProblems);
  }

  async read(stream: string, problemIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (this.#broken !== undefined) throw this.#broken;
    return this.#table.read(stream, problemIds);
  }

  async list(stream: string, after: string | undefined, limit: number) {
    if (this.#broken !== undefined) throw this.#broken;
    return this.#table.list(stream, after, limit);
  }

  async listStreams(): Promise<string[]> {
    return this.#table.listStreams();
  }

  async check(): Promise<void> {
    if (this.#broken !== undefined) throw this.#broken;
  }

  problemCount(): number {
    return this.#table.problemCount;
  }

  async close(): Promise<void> {
    await this.#writing;
    this.#broken ??= new LedgerUnavailableError("The ledger is closed.");
    await this.#file.close();
    await this.#lock.release();
  }

  /** Resolves once the line, and all before it, are written. */
  #write(line: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ line, resolve, reject });
      this.#writing ??= this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const taken = this.#waiting;
      this.#waiting = [];
      try {
        if (this.#broken !== undefined) throw this.#broken;
        const text = taken.map(({ line }) => line).join("");
        if (text !== "") await this.#append(text);
        for (const { resolve } of taken) resolve();
        await this.#rewriteWhenLarge();
      } catch (cause) {
        // After a failed write or sync nobody knows what is on the disk: only a restart reads it again.
        this.#broken ??= describeBroken(this.#path, cause);
        for (const { reject } of taken) reject(this.#broken);
      }
    }
    // In the same turn as the look at the queue: whoever waits from now on starts the next round.
    this.#writing = undefined;
  }

  async #append(text: string): Promise<void> {
    const { size } = await this.#file.stat();
    if (size !== this.#size) throw new Error("another process has written to it");
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await this.#file.write(bytes, done, bytes.length - done, this.#size + done);
      done += bytesWritten;
    }
    if (this.#options.sync === "disk") await this.#file.datasync();
    this.#size += bytes.length;
  }

  async #cutTornTail(offset: number, length: number): Promise<void> {
    const tail = Buffer.alloc(length);
    await this.#file.read(tail, 0, length, offset);
    const keptAs = `${this.#path}.torn-${offset}`;
    await writeFile(keptAs, tail);
    await this.#file.truncate(offset);
    await this.#file.sync();
    this.#options.onTornTail?.(keptAs, length);
  }

  /** Replaces the log by a snapshot of the table. Updates wait meanwhile; everything else is served. */
  async #rewriteWhenLarge(): Promise<void> {
    const after = this.#options.compactAfterBytes ?? defaultCompactAfterBytes;
    if (this.#size < Math.max(this.#sizeAfterRewrite + after, 2 * this.#sizeAfterRewrite)) return;
    const beside = `${this.#path}.rewrite`;
    const file = await open(beside, "w+", 0o644);
    // Taken at one moment: the snapshot holds the updates that wait now, and none that come later.
    const late = this.#waiting;
    this.#waiting = [];
    const snapshot = [...listSnapshot(this.#table)];
    let size = 0;
    try {
      for (const record of snapshot) {
        const bytes = Buffer.from(encodeRecord(record));
        await file.writeFile(bytes);
        size += bytes.length;
        await yieldToEventLoop();
      }
      await file.sync();
      await rename(beside, this.#path);
      await syncFolder(this.#path);
    } catch (cause) {
      await file.close();
      for (const { reject } of late) reject(describeBroken(this.#path, cause));
      throw cause;
    }
    await this.#file.close();
    this.#file = file;
    this.#size = size;
    this.#sizeAfterRewrite = size;
    for (const { resolve } of late) resolve();
  }
}

async function requireFile(path: string): Promise<void> {
  await access(path).catch((cause) => {
    throw new VerifierError("LEDGER_UNREADABLE", `There is no ledger at ${path}; check the path.`, { cause });
  });
}

/** The folder of a ledger, durable as the ledger itself. */
async function makeFolder(path: string): Promise<void> {
  try {
    const folder = resolve(dirname(path));
    const first = await mkdir(folder, { recursive: true });
    if (first === undefined) return;
    for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(made);
  } catch (cause) {
    throw describeUnreadable(path, cause);
  }
}

/** Makes a created or renamed entry of a folder durable. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(dirname(path), "r");
  await folder.sync().finally(() => folder.close());
}

function describeUnreadable(path: string, cause: unknown): VerifierError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new VerifierError("LEDGER_UNREADABLE", `Cannot use the ledger ${path}: ${reason}.`, { cause });
}

function describeBroken(path: string, cause: unknown): LedgerUnavailableError {
  if (cause instanceof LedgerUnavailableError) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new LedgerUnavailableError(
    `The ledger ${path} cannot be written (${reason}). Mend the cause and restart the verifier.`,
    { cause },
  );
}
