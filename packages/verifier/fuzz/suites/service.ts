import { readFileSync } from "node:fs";
import { Client, credentials } from "@grpc/grpc-js";
import {
  type AnswerVerdict,
  createVerifierClient,
  type VerifierClient,
  verifierServiceName,
} from "@touchstone/proto";
import { startVerifierProcess, type VerifierProcess } from "@touchstone/verifier";
import type { Draw } from "../draw.ts";
import { drawHostileItem } from "../hostile/draw-hostile-item.ts";
import type { Find, OpenSuite, Suite, Tally } from "../suite.ts";

const itemsPerCall = 16;
const deadlineMs = 30_000;

/** Calls between two looks at the memory, how much it may have grown since the first look, and calls before that. */
const callsPerLook = 50;
const maxGrowthMb = 300;

/** Hostile texts and bytes sent to a running service. */
export const service: Suite = {
  name: "service",
  about: "a running service answers hostile batches and bytes, and stays up and flat in memory",
  async open(): Promise<OpenSuite> {
    const server = await startVerifierProcess({ logLevel: "silent", onLogLine: () => {} });
    return new ServiceSuite(server);
  },
};

class ServiceSuite implements OpenSuite {
  readonly shrinks = 60;
  private readonly server: VerifierProcess;
  private readonly client: VerifierClient;
  private readonly raw: Client;
  private calls = 0;
  private firstMb: number | undefined = undefined;

  constructor(server: VerifierProcess) {
    this.server = server;
    this.client = createVerifierClient({ address: server.address });
    this.raw = new Client(server.address, credentials.createInsecure());
  }

  async check(draw: Draw, tally: Tally): Promise<Find | undefined> {
    this.calls++;
    const find = draw.chance(5) ? await this.sendBytes(draw, tally) : await this.sendItems(draw, tally);
    return find ?? (await this.askPlainly()) ?? this.look(tally);
  }

  async close(): Promise<void> {
    this.client.close();
    this.raw.close();
    await this.server.stop();
  }

  private async sendItems(draw: Draw, tally: Tally): Promise<Find | undefined> {
    const items = Array.from({ length: draw.between(1, itemsPerCall) }, (_, index) => {
      const { golds, candidate, choices } = drawHostileItem(draw).item;
      return { id: String(index), golds: [...golds], ...candidate, choices: [...(choices ?? [])] };
    });
    tally.add("items", items.length);
    const { verdicts } = await this.client.gradeAnswers({ items });
    if (verdicts.length !== items.length)
      return found("verdicts are missing", { items, verdicts: verdicts.length });
    const at = verdicts.findIndex(isInternal);
    return at === -1 ? undefined : found("internal failure", { item: items[at], verdict: verdicts[at] });
  }

  /** Sends bytes that are no message, or a message with strings that are no UTF-8; any status will do but silence. */
  private async sendBytes(draw: Draw, tally: Tally): Promise<Find | undefined> {
    tally.add("raw calls");
    const bytes = drawBytes(draw);
    const path = `/${verifierServiceName}/GradeAnswers`;
    const code = await new Promise<number | undefined>((resolve) => {
      const options = { deadline: Date.now() + deadlineMs };
      this.raw.makeUnaryRequest(
        path,
        (value: Buffer) => value,
        (value) => value,
        bytes,
        options,
        (error) => resolve(error?.code ?? 0),
      );
    });
    tally.add(`status ${code}`);
    const hex = bytes.subarray(0, 200).toString("hex");
    // 4: the deadline passed. 14: the connection broke.
    return code === 4 || code === 14 ? found(`status ${code} for raw bytes`, { hex }) : undefined;
  }

  private async askPlainly(): Promise<Find | undefined> {
    const { verdicts } = await this.client.gradeAnswers({
      items: [{ id: "", golds: ["\\frac12"], answer: "0.5" }],
    });
    return verdicts[0]?.score?.correct === true
      ? undefined
      : found("a plain pair is no longer graded", { verdicts });
  }

  private look(tally: Tally): Find | undefined {
    if (this.calls % callsPerLook !== 0) return undefined;
    const mb = residentMb(this.server.process.pid ?? 0);
    if (Number.isNaN(mb)) return undefined;
    tally.keepLargest("resident MB", mb);
    this.firstMb ??= mb;
    return mb - this.firstMb > maxGrowthMb
      ? found("memory grows", { from: this.firstMb, to: mb, calls: this.calls })
      : undefined;
  }
}

function found(rule: string, detail: Readonly<Record<string, unknown>>): Find {
  return { rule, message: `${rule}: ${JSON.stringify(detail).slice(0, 300)}`, detail };
}

function isInternal(verdict: AnswerVerdict): boolean {
  return verdict.failure?.kind === "FAILURE_KIND_INTERNAL";
}

/** Random bytes, or one item whose gold and answer hold random bytes where text should be. */
function drawBytes(draw: Draw): Buffer {
  const random = (length: number) => Buffer.from(Array.from({ length }, () => draw.int(256)));
  if (draw.chance(3)) return random(draw.int(200));
  const field = (tag: number, content: Buffer) =>
    Buffer.concat([Buffer.from([tag, content.length]), content]);
  // AnswerItem: golds = 2, answer = 4; GradeAnswersRequest: items = 1. All are length-delimited (wire type 2).
  const item = Buffer.concat([field(0x12, random(draw.int(50))), field(0x22, random(draw.int(50)))]);
  return field(0x0a, item);
}

/** Resident memory of a process; NaN where the system does not tell (only Linux does). */
function residentMb(pid: number): number {
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * 4096) / 2 ** 20;
  } catch {
    return Number.NaN;
  }
}
