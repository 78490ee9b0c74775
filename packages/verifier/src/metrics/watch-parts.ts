import { Counter, Gauge, type Registry } from "prom-client";
import type { LedgerStore } from "../difficulty/ledger-store.ts";
import type { PoolStats } from "../grading/pool/worker-pool.ts";
import type { VerdictCache } from "../grading/verdict-cache.ts";

/** The parts of a server that are looked at whenever metrics are asked for; they count by themselves. */
export interface WatchedParts {
  readonly ledger: Pick<LedgerStore, "problemCount" | "capacity">;
  readonly isLedgerUp: () => Promise<boolean>;
  /** Absent: the server's own process grades. */
  readonly pool?: { readonly stats: PoolStats };
  readonly cache?: Pick<VerdictCache, "hits" | "misses" | "bytes" | "entries">;
}

/** Shows how these parts stand. */
export function watchParts(registry: Registry, { ledger, isLedgerUp, pool, cache }: WatchedParts): void {
  gauge(registry, "touchstone_ledger_up", "1 where the difficulty ledger answers.", async () =>
    Number(await isLedgerUp()),
  );
  if (ledger.problemCount !== undefined) {
    gauge(
      registry,
      "touchstone_ledger_problems",
      "Problems in the ledger, over all streams.",
      () => ledger.problemCount?.() ?? 0,
    );
  }
  if (ledger.capacity !== undefined) {
    const { maxProblems } = ledger.capacity;
    gauge(
      registry,
      "touchstone_ledger_max_problems",
      "Problems that the ledger takes in.",
      () => maxProblems,
    );
  }
  if (pool !== undefined) watchPool(registry, pool);
  if (cache !== undefined) watchCache(registry, cache);
}

function watchPool(registry: Registry, pool: { readonly stats: PoolStats }): void {
  gauge(
    registry,
    "touchstone_queued_items",
    "Items accepted and not yet judged.",
    () => pool.stats.queuedItems,
  );
  gauge(
    registry,
    "touchstone_workers",
    "Worker processes that take work, spares included.",
    () => pool.stats.workers,
  );
  gauge(registry, "touchstone_workers_busy", "Worker processes at work.", () => pool.stats.busy);
  const restarts = "touchstone_worker_restarts_total";
  counter(registry, restarts, "Worker processes replaced, by reason.", () => pool.stats.restarts, "reason");
  const failed = "touchstone_worker_failed_items_total";
  counter(registry, failed, "Items that lost their worker twice.", () => ({ "": pool.stats.failedItems }));
  const overloads = "touchstone_overloads_total";
  counter(registry, overloads, "Calls refused by a full queue.", () => ({ "": pool.stats.overloads }));
}

function watchCache(registry: Registry, cache: NonNullable<WatchedParts["cache"]>): void {
  gauge(registry, "touchstone_cache_entries", "Verdicts in the cache.", () => cache.entries);
  gauge(registry, "touchstone_cache_bytes", "Memory of the cache.", () => cache.bytes);
  const lookups = "touchstone_cache_lookups_total";
  counter(
    registry,
    lookups,
    "Verdicts looked up in the cache.",
    () => ({ hit: cache.hits, miss: cache.misses }),
    "result",
  );
}

function gauge(registry: Registry, name: string, help: string, read: () => number | Promise<number>): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      this.set(await read());
    },
  });
}

/** A counter whose counts are kept elsewhere: they are put in anew each time they are asked for. */
function counter(
  registry: Registry,
  name: string,
  help: string,
  read: () => Readonly<Record<string, number>>,
  label?: string,
): void {
  new Counter({
    name,
    help,
    labelNames: label === undefined ? [] : [label],
    registers: [registry],
    collect() {
      this.reset();
      for (const [value, count] of Object.entries(read())) {
        if (label === undefined) this.inc(count);
        else this.inc({ [label]: value }, count);
      }
    },
  });
}
