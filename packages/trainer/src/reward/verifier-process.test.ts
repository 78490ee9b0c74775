import { createConnection } from "node:net";
import { setTimeout as sleepFor } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { startVerifierCommand } from "./verifier-process.ts";

const ledgerFile = "run/difficulty.ledger";
const listen =
  "require('node:net').createServer(s => s.end(String(process.pid))).listen(Number(process.argv[2]), process.argv[1])";

const readGreeting = (address: string) =>
  new Promise<string>((resolve, reject) => {
    const [host, port] = address.split(":") as [string, string];
    let text = "";
    createConnection({ host, port: Number(port) })
      .on("data", (data) => {
        text += data;
      })
      .on("end", () => resolve(text))
      .on("error", reject);
  });

const readGreetingSoon = async (address: string): Promise<string> => {
  for (let attempt = 0; attempt < 200; attempt++) {
    const text = await readGreeting(address).catch(() => "");
    if (text !== "") return text;
    await sleepFor(50);
  }
  throw new Error("nobody listens");
};

describe("startVerifierCommand", () => {
  it("fills in host and port, starts again after a crash, and ends with stop", async () => {
    const exits: string[] = [];
    const started = await startVerifierCommand({
      command: [process.execPath, "-e", listen, "{host}", "{port}"],
      address: "127.0.0.1:0",
      ledgerFile,
      onExit: (reason) => exits.push(reason),
    });
    expect(started.address).toMatch(/^127\.0\.0\.1:[1-9]\d*$/);
    const first = await readGreetingSoon(started.address);
    process.kill(Number(first), "SIGKILL");
    const second = await readGreetingSoon(started.address);
    expect(second).not.toBe(first);
    expect(exits).toEqual(["ended with SIGKILL"]);
    await started.stop();
    expect(() => process.kill(Number(second), 0)).toThrow();
    await sleepFor(1200);
    await expect(readGreeting(started.address)).rejects.toThrow();
  });

  it("names a program that cannot be started and an address without a port", async () => {
    const onExit = () => {};
    await expect(
      startVerifierCommand({ command: ["no-such-verifier"], address: "127.0.0.1:0", ledgerFile, onExit }),
    ).rejects.toMatchObject({
      code: "VERIFIER_UNREACHABLE",
      message: expect.stringContaining('"no-such-verifier"'),
    });
    await expect(
      startVerifierCommand({ command: ["x"], address: "localhost", ledgerFile, onExit }),
    ).rejects.toMatchObject({ code: "CONFIG_INVALID" });
  });
});
