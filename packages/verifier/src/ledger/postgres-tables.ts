import type { Pool } from "pg";

/** Quoted names of the tables. */
export interface LedgerTables {
  readonly problems: string;
  readonly batches: string;
}

/** Any number will do: it only has to be the same in every verifier. */
const createLock = 7_041_776;

/**
 * Creates the schema and the tables where they are missing. Ids are bytes: text columns refuse the NUL character, and
 * their order depends on the database's locale.
 */
export async function createLedgerTables(pool: Pool, schema: string): Promise<LedgerTables> {
  const quoted = `"${schema.replaceAll('"', '""')}"`;
  const tables = {
    problems: `${quoted}.touchstone_problem`,
    batches: `${quoted}.touchstone_batch`,
  };
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    // Two verifiers that start together would otherwise both create them.
    await client.query("SELECT pg_advisory_xact_lock($1)", [createLock]);
    const known = await client.query("SELECT to_regclass($1) AS name", [tables.batches]);
    if (known.rows[0]?.name === null) {
      await client.query(`CREATE SCHEMA IF NOT EXISTS ${quoted}`);
      await client.query(
        `CREATE TABLE IF NOT EXISTS ${tables.problems} (
           stream bytea NOT NULL, problem bytea NOT NULL, state text, PRIMARY KEY (stream, problem))`,
      );
      await client.query(
        `CREATE TABLE ${tables.batches} (
           stream bytea NOT NULL, batch bytea NOT NULL, fingerprint text NOT NULL, outcome text NOT NULL,
           serial bigint GENERATED ALWAYS AS IDENTITY UNIQUE, PRIMARY KEY (stream, batch))`,
      );
    }
    await client.query("COMMIT");
  } finally {
    client.release();
  }
  return tables;
}
