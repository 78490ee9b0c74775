import { createHash } from "node:crypto";
import { once } from "node:events";
import { realpathSync, rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { VerifierError } from "../errors.ts";

/** A held lock. */
export interface LedgerLock {
  release(): Promise<void>;
}

/**
 * Locks a file name for this process, on this machine. The lock is a listening local socket: the system gives it up
 * with the process, however that ends, so no stale lock is ever left to judge.
 *
 * @throws VerifierError LEDGER_LOCKED when another process holds it
 */
export async function lockLedger(
  path: string,
  platform: NodeJS.Platform = process.platform,
): Promise<LedgerLock> {
  const address = nameLock(path, platform);
  const server = await listen(address).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE") throw error;
    // Only on systems where a socket is a file can it outlive its process; nobody answers there.
    if (!address.startsWith(tmpdir()) || (await isAnswered(address))) throw describeLocked(path);
    rmSync(address, { force: true });
    return listen(address);
  });
  server.unref();
  return {
    async release() {
      server.close();
      await once(server, "close");
    },
  };
}

function nameLock(path: string, platform: NodeJS.Platform): string {
  const whole = resolve(path);
  const real = join(realpathSync(dirname(whole)), basename(whole));
  const digest = createHash("sha256").update(real).digest("hex").slice(0, 32);
  const name = `touchstone-ledger-${digest}`;
  if (platform === "linux") return `\0${name}`;
  return platform === "win32" ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

function listen(address: string): Promise<Server> {
  return new Promise((resolveListening, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", reject);
    server.listen(address, () => resolveListening(server));
  });
}

function isAnswered(address: string): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect(address);
    socket.once("connect", () => {
      socket.destroy();
      answer(true);
    });
    socket.once("error", () => answer(false));
  });
}

function describeLocked(path: string): VerifierError {
  return new VerifierError(
    "LEDGER_LOCKED",
    `Another process uses the ledger ${path}. Stop it, name another file, or share a ledger through Postgres.`,
  );
}
