import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Elapsed } from "./rounds.ts";

/** Returns the Python that can import torch, or undefined. */
export function findTorchPython(): string | undefined {
  const python = process.env["TOUCHSTONE_PYTHON"] ?? "python3";
  return spawnSync(python, ["-c", "import torch"]).status === 0 ? python : undefined;
}

/** The reference implementation in a Python process that answers one request at a time. */
export class TorchProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;

  private constructor(python: string) {
    this.#child = spawn(python, [fileURLToPath(new URL("./torch_reference.py", import.meta.url))]);
    this.#child.stderr.pipe(process.stderr);
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  /** Starts the process; resolves with its version and parameter count once the model is built. */
  static async start(
    python: string,
    setup: object,
  ): Promise<{ torch: TorchProcess; version: string; parameters: number }> {
    const torch = new TorchProcess(python);
    const { version, parameters } = (await torch.#ask(setup)) as { version: string; parameters: number };
    return { torch, version, parameters };
  }

  /** Runs optimiser steps on the training batch. */
  async train(repeats: number): Promise<Elapsed> {
    return (await this.#ask({ what: "train", repeats })) as Elapsed;
  }

  /** Generates all completions, `chunk` rows at a time. */
  async sample(chunk: number): Promise<Elapsed> {
    return (await this.#ask({ what: "sample", chunk })) as Elapsed;
  }

  /** Ends the process. */
  stop(): void {
    this.#child.stdin.end();
  }

  async #ask(request: object): Promise<unknown> {
    this.#child.stdin.write(`${JSON.stringify(request)}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error("The PyTorch process ended; its error is above.");
    return JSON.parse(value);
  }
}
