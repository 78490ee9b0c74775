import { readdirSync, readFileSync } from "node:fs";

/** A process, told from a later one with the same number by the time at which it began. */
export interface ProcessId {
  readonly pid: number;
  readonly startedAt: string;
}

interface Status extends ProcessId {
  readonly parent: number;
  readonly state: string;
}

/** undefined for a process that is gone. */
function readStatus(pid: number): Status | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name, in parentheses, may hold anything; the fields after it are told in proc(5), from the third on.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return { pid, state: fields[0]!, parent: Number(fields[1]), startedAt: fields[19]! };
  } catch {
    return undefined;
  }
}

/** Children of a process that run. */
export function listChildren(parent: number): ProcessId[] {
  const pids = readdirSync("/proc").map(Number).filter(Number.isInteger);
  return pids
    .map(readStatus)
    .filter((status) => status !== undefined && status.parent === parent && isRunning(status))
    .map((status) => ({ pid: status!.pid, startedAt: status!.startedAt }));
}

/** Whether it still runs; one that has ended and waits for its parent to look does not. */
export function isAlive({ pid, startedAt }: ProcessId): boolean {
  const status = readStatus(pid);
  return status !== undefined && status.startedAt === startedAt && isRunning(status);
}

function isRunning({ state }: Status): boolean {
  return state !== "Z" && state !== "X";
}

/** What a process holds. */
export interface Holdings {
  readonly descriptors: number;
  /** Resident memory in MiB. */
  readonly rssMib: number;
}

/** undefined for a process that is gone. */
export function readHoldings(pid: number): Holdings | undefined {
  try {
    const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))!;
    return { descriptors: readdirSync(`/proc/${pid}/fd`).length, rssMib: Number(kib) / 1024 };
  } catch {
    return undefined;
  }
}
