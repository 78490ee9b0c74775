import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startVerifierProcess, type VerifierProcess } from "../src/start-process.ts";

const guide = readFileSync(new URL("../../../docs/guides/http.md", import.meta.url), "utf8");
const examples = [...guide.matchAll(/```sh\n(.*?)```\n\n```json\n(.*?)```/gs)].map(
  ([, command, reply]) => [command!, reply!] as const,
);

let server: VerifierProcess;

beforeAll(async () => {
  server = await startVerifierProcess({ logLevel: "error", args: ["--http-port", "0"] });
});

afterAll(() => server?.stop());

test("the guide has its examples", () => {
  expect(examples).toHaveLength(6);
});

test.each(examples)("%s", async (command, reply) => {
  const here = command.replaceAll("127.0.0.1:8080", server.httpAddress!);
  const { stdout } = await promisify(execFile)("bash", ["-c", here]);
  const expected: unknown = JSON.parse(reply);
  const received: unknown = JSON.parse(stdout);
  if (typeof expected === "object") expect(received).toMatchObject(expected as object);
  else expect(received).toBe(expected);
});
