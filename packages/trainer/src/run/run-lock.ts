import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { TrainerError } from "../errors.ts";

/** Holds a run directory for this process. */
export interface RunLock {
  release(): void;
}

/**
 * Takes the lock of a run directory, so that two processes never write one run. A lock whose process is gone is taken
 * over. Throws RUN_EXISTS when another process of this machine holds it.
 */
export function takeRunLock(directory: string): RunLock {
  const file = join(directory, ".lock");
  const mine = describeProcess(process.pid);
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(file, mine, { flag: "wx" });
      return { release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST" || attempt > 0) throw error;
    }
    const holder = readHolder(file);
    if (isAlive(holder)) {
      throw new TrainerError(
        "RUN_EXISTS",
        `Process ${holder.split(" ")[1]} is running in ${directory}; wait for it, or choose another --out.`,
      );
    }
    rmSync(file, { force: true });
  }
}

function readHolder(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

// A process id alone can be given to another process later; with its start time it is unique.
function describeProcess(pid: number): string {
  return `${hostname()} ${pid} ${readStartTime(pid)}`;
}

function isAlive(holder: string): boolean {
  const pid = Number(holder.split(" ")[1]);
  if (!Number.isSafeInteger(pid) || pid <= 0 || holder !== describeProcess(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function readStartTime(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
