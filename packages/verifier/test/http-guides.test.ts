import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startVerifierProcess, type VerifierProcess } from "../src/start-process.ts";

/** Guides whose commands are run as they stand, and how many of these have a reply beside them. */
const guides = { "http.md": 6, "curl.md": 5, "slime.md": 4, "nemo-gym.md": 4 };

const readExamples = (guide: string) => {
  const text = readFileSync(new URL(`../../../docs/guides/${guide}`, import.meta.url), "utf8");
  return [...text.matchAll(/```sh\n(.*?)```\n\n```json\n(.*?)```/gs)].map(
    ([, command, reply]) => [command!, reply!] as const,
  );
};

const runFile = promisify(execFile);
const hasJq = await runFile("jq", ["--version"]).then(
  () => true,
  () => false,
);

let server: VerifierProcess;
const folder = mkdtempSync(join(tmpdir(), "http-guides-"));

beforeAll(async () => {
  server = await startVerifierProcess({ logLevel: "error", args: ["--http-port", "0"] });
});

afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true });
});

describe.each(Object.entries(guides))("%s", (guide, count) => {
  const examples = readExamples(guide);

  test("has its examples", () => {
    expect(examples).toHaveLength(count);
  });

  for (const [command, reply] of examples) {
    // jq is only there where somebody installed it.
    test.skipIf(/\bjq /.test(command) && !hasJq)(command, async () => {
      const here = command.replaceAll("127.0.0.1:8080", server.httpAddress!);
      const { stdout } = await runFile("bash", ["-euo", "pipefail", "-c", here], { cwd: folder });
      const expected: unknown = JSON.parse(reply);
      const received: unknown = JSON.parse(stdout);
      if (typeof expected === "object" && expected !== null) expect(received).toMatchObject(expected);
      else expect(received).toBe(expected);
    });
  }
});

test("slime's 64 connections get each the reward of its own sample", async () => {
  const samples = Array.from({ length: 640 }, (_, at) => ({
    prompt: `${at} + 0?`,
    response: `\\boxed{${at % 3 === 0 ? at : -1}}`,
    label: at % 5 === 4 ? null : String(at),
  }));
  const rewards: unknown[] = [];
  let next = 0;
  const connection = async () => {
    while (next < samples.length) {
      const at = next++;
      const reply = await fetch(`http://${server.httpAddress}/slime`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(samples[at]),
      });
      rewards[at] = await reply.json();
    }
  };
  await Promise.all(Array.from({ length: 64 }, connection));
  expect(rewards).toEqual(samples.map(({ label }, at) => (label === null ? null : at % 3 === 0 ? 1 : 0)));
});
