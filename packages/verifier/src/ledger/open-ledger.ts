import type { DifficultyConfig } from "../difficulty/difficulty-config.ts";
import { DifficultyLedger } from "../difficulty/difficulty-ledger.ts";
import type { LedgerStore } from "../difficulty/ledger-store.ts";
import { openFileStore } from "./file-store.ts";
import { createMemoryStore } from "./memory-store.ts";
import type { SyncPolicy } from "./sync-policy.ts";

/** How a ledger is opened. */
export interface OpenLedgerOptions {
  readonly config: DifficultyConfig;
  readonly sync: SyncPolicy;
  /** Problems that a ledger in memory or in a file holds; Postgres has no such limit. */
  readonly maxProblems: number;
  /** Refuse a ledger file that is not there. */
  readonly mustExist?: boolean;
  readonly onWarning?: (message: string) => void;
}

/**
 * Opens a ledger: in a file, in Postgres for an address that starts with `postgres://`, or in memory for none.
 *
 * @throws VerifierError LEDGER_LOCKED, LEDGER_CORRUPT or LEDGER_UNREADABLE
 */
export async function openLedger(
  where: string | undefined,
  options: OpenLedgerOptions,
): Promise<DifficultyLedger> {
  return new DifficultyLedger(await openStore(where, options), options.config);
}

async function openStore(
  where: string | undefined,
  { config, sync, maxProblems, mustExist = false, onWarning }: OpenLedgerOptions,
): Promise<LedgerStore> {
  const { batchMemory, batchMemoryMib } = config;
  const limits = { maxProblems, maxBatches: batchMemory, maxBatchChars: batchMemoryMib * 1024 * 1024 };
  if (where === undefined)
    return createMemoryStore(limits, () =>
      onWarning?.(
        `the ledger in memory holds its limit of ${maxProblems} problems (--ledger-max-problems); from now on those ` +
          "updated longest ago are forgotten",
      ),
    );
  if (/^postgres(ql)?:\/\//.test(where)) {
    // Loaded only when asked for: the driver is an optional package.
    const { openPostgresStore } = await import("./postgres-store.ts");
    return openPostgresStore(where, { batchMemory });
  }
  return openFileStore(where, {
    sync,
    limits,
    mustExist,
    onTornTail: (keptAs, bytes) =>
      onWarning?.(`cut ${bytes} bytes of an unfinished write off the ledger; kept as ${keptAs}`),
  });
}
