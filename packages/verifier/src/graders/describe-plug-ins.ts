import { fork } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { VerifierError } from "../errors.ts";
import type { PlugInMessage } from "./describe-program.ts";
import { type PlugIn, unusableGrader } from "./plug-in.ts";

/** What the process that loads the modules may take. */
export interface DescribeLimits {
  /** Longest time for all of them, in ms. */
  readonly timeoutMs: number;
  /** Heap, in MiB. */
  readonly memoryMib: number;
}

// The built program: tests run the sources and need it as well.
const program = fileURLToPath(new URL("../../dist/graders/describe-program.js", import.meta.url));

/**
 * What the graders in these files are. They are loaded in a process of their own: one that hangs or ends its process
 * as it loads takes nothing along.
 *
 * @throws VerifierError GRADER_UNUSABLE for the first that cannot be used
 */
export async function describePlugIns(files: readonly string[], limits: DescribeLimits): Promise<PlugIn[]> {
  if (files.length === 0) return [];
  const paths = files.map((file) => resolve(file));
  const child = fork(program, paths, {
    execArgv: [`--max-old-space-size=${limits.memoryMib}`],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const found: PlugIn[] = [];
  const late = `it did not load within ${limits.timeoutMs} ms`;
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((finish, reject) => {
      const refuse = (reason: string) => reject(unusableGrader(paths[found.length] ?? "", reason));
      timer = setTimeout(() => refuse(late), limits.timeoutMs);
      child.once("error", (cause) => refuse(cause.message));
      child.once("exit", (code, signal) => refuse(`its process ended with ${signal ?? `exit code ${code}`}`));
      child.on("message", (message: PlugInMessage) => {
        if ("refusal" in message) return reject(new VerifierError("GRADER_UNUSABLE", message.refusal));
        found.push(message.plugIn);
        if (found.length === paths.length) finish(found);
      });
    });
  } finally {
    clearTimeout(timer);
    // It may keep itself alive.
    child.kill("SIGKILL");
  }
}
