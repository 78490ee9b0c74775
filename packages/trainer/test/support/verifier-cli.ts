import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const cli = fileURLToPath(new URL("../../../verifier/dist/cli.js", import.meta.url));

/** A real verifier in a process of its own. */
export interface VerifierCli {
  readonly address: string;
  readonly port: number;
  /** Kills it without warning and waits until it is gone. */
  kill(): Promise<void>;
}

/** Starts the built verifier on a port (0: a free one) and waits until it listens. It ends with this process. */
export async function startVerifierCli(port = 0): Promise<VerifierCli> {
  const args = [cli, "serve", "--port", String(port), "--log-level", "error", "--exit-with-parent"];
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  const address = await readAddress(child);
  return {
    address,
    port: Number(address.slice(address.lastIndexOf(":") + 1)),
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

async function readAddress(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("the verifier has no output");
  for await (const line of createInterface({ input: child.stdout })) {
    const message = JSON.parse(line) as { event?: string; address?: string };
    if (message.event === "listening" && message.address !== undefined) return message.address;
  }
  throw new Error("the verifier ended before it listened; is it built?");
}
