import { type ChildProcess, spawn } from "node:child_process";
import { createInterface, type Interface } from "node:readline";

/** How to start a program that answers each line with a line. */
export interface LineProgram {
  readonly command: string;
  readonly args: readonly string[];
  /** Longest wait for one answer, in ms, after which the program is killed and started again. */
  readonly timeoutMs: number;
}

/** A program that answers lines, one at a time; it is killed where it takes too long, and ends with this process. */
export class LineChild {
  private readonly program: LineProgram;
  private child: ChildProcess | undefined;
  private lines: Interface | undefined;
  private waiting: ((line: string | undefined) => void) | undefined;

  constructor(program: LineProgram) {
    this.program = program;
  }

  /** Sends one line; resolves with the answer, or with undefined where there was none in time. */
  async ask(line: string): Promise<string | undefined> {
    this.child ??= this.start();
    const answer = new Promise<string | undefined>((resolve) => {
      this.waiting = resolve;
    });
    const timer = setTimeout(() => this.kill(), this.program.timeoutMs);
    this.child.stdin?.write(`${line}\n`);
    return answer.finally(() => clearTimeout(timer));
  }

  /** Ends the program. */
  kill(): void {
    const child = this.child;
    this.child = undefined;
    this.lines?.close();
    child?.kill("SIGKILL");
    this.settle(undefined);
  }

  private start(): ChildProcess {
    const child = spawn(this.program.command, this.program.args, { stdio: ["pipe", "pipe", "ignore"] });
    const end = () => {
      if (this.child === child) this.kill();
    };
    child.once("error", end);
    child.once("close", end);
    child.stdin.on("error", end);
    this.lines = createInterface({ input: child.stdout });
    this.lines.on("line", (text) => this.settle(text));
    return child;
  }

  private settle(line: string | undefined): void {
    const waiting = this.waiting;
    this.waiting = undefined;
    waiting?.(line);
  }
}
