import { setTimeout as sleep } from "node:timers/promises";
import type { LedgerStore } from "../difficulty/ledger-store.ts";

/** Why a server should get no calls. */
export type NotReady = "starting" | "draining" | "no worker" | "ledger unreachable";

/** What readiness depends on once a server serves. */
export interface ServingParts {
  readonly ledger: Pick<LedgerStore, "check">;
  /** Absent: the server's own process grades. */
  readonly pool?: { readonly stats: { readonly workers: number } };
}

/** How long the ledger may take to answer, in milliseconds. */
const ledgerTimeoutMs = 2_000;

/** Whether a server should get calls. */
export class Readiness {
  readonly #onLedger: ((reason: string | undefined) => void) | undefined;
  #parts: ServingParts | undefined;
  #isDraining = false;
  #checking: Promise<boolean> | undefined;
  #wasUp = true;

  /** @param onLedger told why the ledger does not answer any more, and with `undefined` that it does again */
  constructor(onLedger?: (reason: string | undefined) => void) {
    this.#onLedger = onLedger;
  }

  /** From now on it serves with these parts. */
  serve(parts: ServingParts): void {
    this.#parts = parts;
  }

  /** From now on it finishes what it has. */
  drain(): void {
    this.#isDraining = true;
  }

  /** The reasons against it, none where it is ready; asks the ledger. */
  async check(): Promise<NotReady[]> {
    if (this.#isDraining) return ["draining"];
    if (this.#parts === undefined) return ["starting"];
    const reasons: NotReady[] = [];
    if (this.#parts.pool?.stats.workers === 0) reasons.push("no worker");
    if (!(await this.isLedgerUp())) reasons.push("ledger unreachable");
    return reasons;
  }

  /** Whether the ledger answers; those who ask while an answer is awaited share it. False before there is one. */
  async isLedgerUp(): Promise<boolean> {
    const ledger = this.#parts?.ledger;
    if (ledger === undefined) return false;
    this.#checking ??= this.#ask(ledger).finally(() => {
      this.#checking = undefined;
    });
    return this.#checking;
  }

  async #ask(ledger: ServingParts["ledger"]): Promise<boolean> {
    const reason = await findFault(ledger);
    const isUp = reason === undefined;
    if (isUp !== this.#wasUp) this.#onLedger?.(reason);
    this.#wasUp = isUp;
    return isUp;
  }
}

/** Why the ledger does not answer, if it does not. */
async function findFault(ledger: ServingParts["ledger"]): Promise<string | undefined> {
  const timer = new AbortController();
  const answered = ledger.check().then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  const tooLate = `No answer within ${ledgerTimeoutMs} ms.`;
  const late = sleep(ledgerTimeoutMs, tooLate, { signal: timer.signal, ref: false }).catch(() => tooLate);
  const fault = await Promise.race([answered, late]);
  timer.abort();
  return fault;
}
