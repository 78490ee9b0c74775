import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Pool, PoolClient } from "pg";
import type { AppliedBatch, BatchChange, BatchKey, LedgerStore } from "../difficulty/ledger-store.ts";
import { BatchConflictError, LedgerUnavailableError, VerifierError } from "../errors.ts";
import { createLedgerTables } from "./postgres-tables.ts";

/** Settings of a Postgres store. */
export interface PostgresStoreOptions {
  /** Newest batches whose results are kept. */
  readonly batchMemory: number;
  /** Default 8. */
  readonly maxConnections?: number;
}

const attempts = 8;
const pruneEvery = 256;

/** How long the database may take to show that it is there, in milliseconds. */
const probeTimeoutMs = 2_000;

/**
 * Opens a ledger in Postgres, shared by any number of verifiers; creates its tables where they are missing. The
 * address may name a schema: `postgres://host/database?schema=difficulty`.
 *
 * @throws VerifierError LEDGER_UNREADABLE when the database cannot be used
 */
export async function openPostgresStore(
  address: string,
  { batchMemory, maxConnections = 8 }: PostgresStoreOptions,
): Promise<LedgerStore> {
  // Loaded only here: most servers keep their ledger in a file or in memory.
  const { Pool: PgPool } = (await import("pg")).default;
  const url = new URL(address);
  const schema = url.searchParams.get("schema") ?? "public";
  url.searchParams.delete("schema");
  const pool = new PgPool({
    connectionString: url.href,
    max: maxConnections,
    connectionTimeoutMillis: 10_000,
  });
  // A broken idle connection is replaced at its next use; unhandled, its error would end the process.
  pool.on("error", () => {});
  const tables = await createLedgerTables(pool, schema).catch(async (cause) => {
    await pool.end();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new VerifierError("LEDGER_UNREADABLE", `Cannot use the ledger at ${url.host}: ${reason}.`, {
      cause,
    });
  });
  // A connection of its own: that the others are all at work does not mean that the database is away.
  const probes = new PgPool({
    connectionString: url.href,
    max: 1,
    connectionTimeoutMillis: probeTimeoutMs,
    query_timeout: probeTimeoutMs,
  });
  probes.on("error", () => {});
  return new PostgresStore({ pool, probes }, tables, batchMemory);
}

type Change = (states: ReadonlyMap<string, string>) => BatchChange;

/** Rows of states and batches. Row locks, taken in the order of the ids, make an update alone on its problems. */
class PostgresStore implements LedgerStore {
  readonly kind = "postgres";
  readonly #pool: Pool;
  readonly #probes: Pool;
  readonly #tables: { readonly problems: string; readonly batches: string };
  readonly #batchMemory: number;
  #applied = 0;

  constructor(
    { pool, probes }: { pool: Pool; probes: Pool },
    tables: { problems: string; batches: string },
    batchMemory: number,
  ) {
    this.#pool = pool;
    this.#probes = probes;
    this.#tables = tables;
    this.#batchMemory = batchMemory;
  }

  async apply(key: BatchKey, problemIds: readonly string[], change: Change): Promise<AppliedBatch> {
    // A batch without a name gets one here, so that a commit whose answer was lost is not repeated.
    const named = key.batchId === "" ? { ...key, batchId: `unnamed:${randomUUID()}` } : key;
    const applied = await this.#retry((client) => this.#applyOnce(client, named, problemIds, change));
    if (this.#applied++ % pruneEvery === 0) await this.#forgetOldBatches().catch(() => {});
    return applied;
  }

  async #applyOnce(
    client: PoolClient,
    key: BatchKey,
    problemIds: readonly string[],
    change: Change,
  ): Promise<AppliedBatch> {
    const { problems, batches } = this.#tables;
    const batch = [toBytes(key.stream), toBytes(key.batchId)];
    await client.query("BEGIN");
    // Waits for another verifier that is entering the same batch, then sees that it was entered.
    const entered = await client.query(
      `INSERT INTO ${batches} (stream, batch, fingerprint, outcome) VALUES ($1, $2, $3, '') ON CONFLICT DO NOTHING`,
      [...batch, key.fingerprint],
    );
    if (entered.rowCount === 0) {
      const earlier = await client.query<{ fingerprint: string; outcome: string }>(
        `SELECT fingerprint, outcome FROM ${batches} WHERE stream = $1 AND batch = $2`,
        batch,
      );
      await client.query("COMMIT");
      const row = earlier.rows[0];
      if (row?.fingerprint !== key.fingerprint) throw new BatchConflictError(key.batchId);
      return { outcome: row.outcome, repeated: true };
    }
    const ids = problemIds.map(toBytes).sort(Buffer.compare);
    await client.query(
      `INSERT INTO ${problems} (stream, problem) SELECT $1, unnest($2::bytea[]) ON CONFLICT DO NOTHING`,
      [batch[0], ids],
    );
    const locked = await client.query<{ problem: Buffer; state: string | null }>(
      `SELECT problem, state FROM ${problems} WHERE stream = $1 AND problem = ANY($2::bytea[])
       ORDER BY problem FOR UPDATE`,
      [batch[0], ids],
    );
    const { states, outcome } = change(readStates(locked.rows));
    await client.query(
      `UPDATE ${problems} AS old SET state = fresh.state
       FROM unnest($2::bytea[], $3::text[]) AS fresh (problem, state)
       WHERE old.stream = $1 AND old.problem = fresh.problem`,
      [batch[0], [...states.keys()].map(toBytes), [...states.values()]],
    );
    await client.query(`UPDATE ${batches} SET outcome = $3 WHERE stream = $1 AND batch = $2`, [
      ...batch,
      outcome,
    ]);
    await client.query("COMMIT");
    return { outcome, repeated: false };
  }

  async read(stream: string, problemIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.#retry((client) =>
      client.query<{ problem: Buffer; state: string | null }>(
        `SELECT problem, state FROM ${this.#tables.problems} WHERE stream = $1 AND problem = ANY($2::bytea[])`,
        [toBytes(stream), problemIds.map(toBytes)],
      ),
    );
    return readStates(rows);
  }

  async list(stream: string, after: string | undefined, limit: number) {
    const { rows } = await this.#retry((client) =>
      client.query<{ problem: Buffer; state: string | null }>(
        `SELECT problem, state FROM ${this.#tables.problems}
         WHERE stream = $1 AND state IS NOT NULL AND ($2::bytea IS NULL OR problem > $2)
         ORDER BY problem LIMIT $3`,
        [toBytes(stream), after === undefined ? null : toBytes(after), limit],
      ),
    );
    return [...readStates(rows)].map(([problemId, state]) => ({ problemId, state }));
  }

  async listStreams(): Promise<string[]> {
    const { rows } = await this.#retry((client) =>
      client.query<{ stream: Buffer }>(
        `SELECT DISTINCT stream FROM ${this.#tables.problems} WHERE state IS NOT NULL ORDER BY stream`,
      ),
    );
    return rows.map(({ stream }) => stream.toString("utf8"));
  }

  async check(): Promise<void> {
    await this.#probes.query("SELECT 1").catch((cause: unknown) => {
      throw unavailable(cause);
    });
  }

  async close(): Promise<void> {
    await Promise.all([this.#pool.end(), this.#probes.end()]);
  }

  async #forgetOldBatches(): Promise<void> {
    const { batches } = this.#tables;
    await this.#pool.query(
      `DELETE FROM ${batches} WHERE serial <= (SELECT max(serial) FROM ${batches}) - $1::bigint`,
      [this.#batchMemory],
    );
  }

  /** Runs work on a connection, again where the database says that it may pass. */
  async #retry<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#runOnce(work);
      } catch (cause) {
        if (cause instanceof VerifierError || cause instanceof TypeError) throw cause;
        if (attempt < attempts && isPassing(cause)) {
          await sleep(10 * 2 ** attempt);
          continue;
        }
        throw unavailable(cause);
      }
    }
  }

  async #runOnce<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    const client = await this.#pool.connect();
    let failure: Error | undefined;
    try {
      return await work(client);
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      // A connection in an unknown state (perhaps inside a transaction) is closed, which rolls back.
      client.release(failure);
    }
  }
}

function unavailable(cause: unknown): LedgerUnavailableError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new LedgerUnavailableError(`The difficulty ledger's database cannot serve: ${reason}.`, { cause });
}

function toBytes(text: string): Buffer {
  return Buffer.from(text, "utf8");
}

function readStates(rows: readonly { problem: Buffer; state: string | null }[]): Map<string, string> {
  const states = new Map<string, string>();
  for (const { problem, state } of rows) {
    if (state !== null) states.set(problem.toString("utf8"), state);
  }
  return states;
}

/** Deadlock, serialisation failure, shutdown, too many connections, and lost connections (no SQLSTATE). */
function isPassing(cause: unknown): boolean {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return !/^[0-9A-Z]{5}$/.test(code) || /^(40|57P|53|08)/.test(code);
}
